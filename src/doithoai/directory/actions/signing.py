"""Signing in and out, and the owner's own change of password, in the trail."""

from doithoai.audit.actions import record
from doithoai.audit.models import Entry
from doithoai.directory.models import User


def note_sign_in(user: User, *, by: User) -> Entry:
    """The owner of the account has signed in."""
    return record("directory.sign_in", user, by=by)


def note_failed_sign_in(username: str, *, by: None = None) -> Entry | None:
    """Someone gave a wrong password for this account; unknown names leave nothing."""
    user = User.objects.filter(username=username).first()
    return record("directory.fail_sign_in", user, by=by) if user else None


def note_sign_out(user: User, *, by: User) -> Entry:
    """The owner of the account has signed out."""
    return record("directory.sign_out", user, by=by)


def note_password_change(user: User, *, by: User) -> Entry:
    """The owner of the account has chosen a new password."""
    return record("directory.change_password", user, by=by)
