"""Writing the catalogue of agencies, the accounts and the day calendar."""

from datetime import date
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.directory.models import Agency, AgencyAlias, Holiday, HolidayKind, User
from doithoai.directory.names import match_key
from doithoai.directory.permissions import may_administer
from doithoai.workflow import Refused, require

AGENCY_FIELDS = ("name", "short_name", "kind", "level", "fields", "valid_from", "valid_to")
ACCOUNT_FIELDS = ("full_name", "post", "agency", "right", "is_administrator", "is_active", "email")


@transaction.atomic
def add_agency(*, by: User, aliases: list[str], **values: Any) -> Agency:
    """A new agency with its other names. Raises Refused when it breaks a rule of the table."""
    require(may_administer(by))
    agency = Agency(**values)
    _check(agency)
    agency.save()
    name_agency(agency, aliases)
    record("directory.add_agency", agency, by=by, after=_shown(agency, AGENCY_FIELDS))
    return agency


@transaction.atomic
def amend_agency(agency: Agency, *, by: User, aliases: list[str], **values: Any) -> Agency:
    """Change an agency and its other names."""
    require(may_administer(by))
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    before, after = changes(agency, values)
    for name, value in values.items():
        setattr(agency, name, value)
    _check(agency)
    agency.save()
    name_agency(agency, aliases)
    record("directory.amend_agency", agency, by=by, before=before, after=after)
    return agency


def name_agency(agency: Agency, aliases: list[str]) -> None:
    """Lay down every spelling under which the agency is found."""
    spellings = {}
    for text in [agency.name, agency.short_name, *aliases]:
        key = match_key(text, agency.place.name)
        if key:
            spellings.setdefault(key, text)
    agency.aliases.all().delete()
    AgencyAlias.objects.bulk_create(
        AgencyAlias(agency=agency, text=text, key=key) for key, text in spellings.items()
    )


@transaction.atomic
def open_account(*, by: User, password: str, **values: Any) -> User:
    """A new account with its first password."""
    require(may_administer(by))
    user = User(**values)
    _check_password(password, user)
    user.set_password(password)
    _check(user)
    user.save()
    record("directory.open_account", user, by=by, after=_shown(user, ACCOUNT_FIELDS))
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
    _check(user)
    user.save()
    record("directory.amend_account", user, by=by, before=before, after=after)
    return user


@transaction.atomic
def give_password(user: User, password: str, *, by: User) -> User:
    """Set a new password for someone who lost theirs."""
    require(may_administer(by))
    _check_password(password, user)
    user.set_password(password)
    user.save()
    record("directory.give_password", user, by=by)
    return user


@transaction.atomic
def mark_holiday(day: date, *, name: str, kind: HolidayKind, by: User) -> Holiday:
    """Add or rename a day off or a make-up day."""
    require(may_administer(by))
    holiday, _ = Holiday.objects.update_or_create(date=day, defaults={"name": name, "kind": kind})
    record("directory.mark_holiday", holiday, by=by, after={"name": name, "kind": kind})
    return holiday


@transaction.atomic
def unmark_holiday(holiday: Holiday, *, by: User) -> None:
    """Take a day out of the table."""
    require(may_administer(by))
    record("directory.unmark_holiday", holiday, by=by, before={"name": holiday.name})
    holiday.delete()


def _check(thing: Agency | User) -> None:
    try:
        thing.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _shown(thing: Agency | User, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}
