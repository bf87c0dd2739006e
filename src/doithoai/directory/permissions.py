"""Who keeps the catalogue and the accounts."""

from doithoai.directory.models import User


def may_administer(user: User) -> bool:
    """Keep agencies, accounts and holidays: administrators only."""
    return user.is_active and user.is_administrator
