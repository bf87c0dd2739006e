"""Agencies and their names."""

from typing import Any

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.directory.actions.checks import check
from doithoai.directory.models import Agency, AgencyAlias, User
from doithoai.directory.names import match_key
from doithoai.directory.permissions import may_administer
from doithoai.workflow import require

FIELDS = ("name", "short_name", "kind", "level", "fields", "valid_from", "valid_to")


@transaction.atomic
def add_agency(*, by: User, aliases: list[str], **values: Any) -> Agency:
    """A new agency with its other names. Raises Refused when it breaks a rule of the table."""
    require(may_administer(by))
    agency = Agency(**values)
    check(agency)
    agency.save()
    name_agency(agency, aliases)
    record(
        "directory.add_agency",
        agency,
        by=by,
        after={name: getattr(agency, name) for name in FIELDS},
    )
    return agency


@transaction.atomic
def amend_agency(agency: Agency, *, by: User, aliases: list[str], **values: Any) -> Agency:
    """Change an agency and its other names."""
    require(may_administer(by))
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    before, after = changes(agency, values)
    for name, value in values.items():
        setattr(agency, name, value)
    check(agency)
    agency.save()
    name_agency(agency, aliases)
    record("directory.amend_agency", agency, by=by, before=before, after=after)
    return agency


def name_agency(agency: Agency, aliases: list[str]) -> None:
    """Lay down every spelling under which the agency is found."""
    spellings: dict[str, str] = {}
    for text in [agency.name, agency.short_name, *aliases]:
        key = match_key(text, agency.place.name)
        if key:
            spellings.setdefault(key, text)
    agency.aliases.all().delete()
    AgencyAlias.objects.bulk_create(
        AgencyAlias(agency=agency, text=text, key=key) for key, text in spellings.items()
    )
