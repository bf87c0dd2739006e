"""Agencies and their names."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.directory.actions.checks import check
from doithoai.directory.models import Agency, AgencyAlias, Succession, User
from doithoai.directory.names import match_key
from doithoai.directory.permissions import may_administer
from doithoai.workflow import Refused, require

FIELDS = ("name", "short_name", "kind", "level", "fields", "phrases", "valid_from", "valid_to")
Heir = tuple[Agency, str]


@transaction.atomic
def add_agency(
    *, by: User, aliases: list[str], successors: Sequence[Heir] = (), **values: Any
) -> Agency:
    """A new agency with its other names and (successor, fields) pairs.

    Raises Refused when it breaks a rule of the table.
    """
    require(may_administer(by))
    agency = Agency(**values)
    check(agency)
    agency.save()
    name_agency(agency, aliases)
    _, heirs = _hand_over(agency, successors)
    after = {name: getattr(agency, name) for name in FIELDS} | heirs
    record("directory.add_agency", agency, by=by, after=after)
    return agency


@transaction.atomic
def amend_agency(
    agency: Agency,
    *,
    by: User,
    aliases: list[str],
    successors: Sequence[Heir] | None = None,
    **values: Any,
) -> Agency:
    """Change an agency and its other names; its successors too unless None."""
    require(may_administer(by))
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    before, after = changes(agency, values)
    for name, value in values.items():
        setattr(agency, name, value)
    check(agency)
    agency.save()
    name_agency(agency, aliases)
    if successors is not None:
        were, are = _hand_over(agency, successors)
        before, after = before | were, after | are
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


def _hand_over(
    agency: Agency, successors: Sequence[Heir]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Lay down who took over; (before, after) for the trail, empty when nothing differs."""
    if any(heir.pk == agency.pk for heir, _ in successors):
        raise Refused("Cơ quan không kế thừa chính mình. Bỏ dòng đó ở mục Cơ quan kế thừa.")
    successions = agency.successions.select_related("successor")
    before = [_heir_words(s.successor, s.fields) for s in successions]
    after = [_heir_words(heir, fields) for heir, fields in successors]
    if [(s.successor, s.fields) for s in successions] == list(successors):
        return {}, {}
    agency.successions.all().delete()
    Succession.objects.bulk_create(
        Succession(agency=agency, successor=heir, fields=fields) for heir, fields in successors
    )
    return {"successors": before}, {"successors": after}


def _heir_words(heir: Agency, fields: str) -> str:
    return f"{heir.name}: {fields}" if fields else heir.name
