"""Accounts of officials."""

from typing import Any

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.directory.actions.checks import check, check_password
from doithoai.directory.models import User
from doithoai.directory.permissions import may_administer
from doithoai.workflow import Refused, require

FIELDS = ("full_name", "post", "agency", "right", "is_administrator", "is_active", "email")


@transaction.atomic
def open_account(*, by: User | None, password: str | None, **values: Any) -> User:
    """A new account; without a password it waits for one. `by` is None from the console."""
    require(by is None or may_administer(by))
    user = User(**values)
    if password is not None:
        check_password(password, user)
    user.set_password(password)
    check(user)
    user.save()
    record(
        "directory.open_account", user, by=by, after={name: getattr(user, name) for name in FIELDS}
    )
    return user


@transaction.atomic
def amend_account(user: User, *, by: User, **values: Any) -> User:
    """Change an account; nobody takes away his own administration or closes himself."""
    require(may_administer(by))
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.pk == by.pk and not (
        values.get("is_active", True) and values.get("is_administrator", True)
    ):
        raise Refused("Không tự khóa hoặc tự bỏ quyền quản trị. Nhờ một người quản trị khác.")
    before, after = changes(user, values)
    for name, value in values.items():
        setattr(user, name, value)
    check(user)
    user.save()
    record("directory.amend_account", user, by=by, before=before, after=after)
    return user


@transaction.atomic
def give_password(user: User, password: str, *, by: User) -> User:
    """Set a new password for someone who lost theirs."""
    require(may_administer(by))
    check_password(password, user)
    user.set_password(password)
    user.save()
    record("directory.give_password", user, by=by)
    return user
