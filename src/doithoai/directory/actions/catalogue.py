"""Laying down the standard catalogue; what an administrator has changed stays."""

from datetime import date
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.actions.agencies import name_agency
from doithoai.directory.catalogue import catalogue, day_or_none
from doithoai.directory.models import Agency, Holiday, Place, Succession, User
from doithoai.directory.permissions import may_administer
from doithoai.workflow import require


@transaction.atomic
def load_places(*, by: User | None) -> int:
    """Add the provinces and cities that are missing; `by` is None from the console."""
    require(by is None or may_administer(by))
    entries = catalogue("places")
    known = set(Place.objects.values_list("code", flat=True))
    fresh = [entry for entry in entries if entry["code"] not in known]
    Place.objects.bulk_create(
        Place(
            code=entry["code"],
            name=entry["name"],
            kind=entry["kind"],
            receipt_prefix=entry["receipt_prefix"],
            valid_from=day_or_none(entry["valid_from"]),
            valid_to=day_or_none(entry["valid_to"]),
        )
        for entry in fresh
    )
    places = {place.code: place for place in Place.objects.all()}
    for entry in fresh:
        if entry["successor"]:
            place = places[entry["code"]]
            place.successor = places[entry["successor"]]
            place.save()
    return len(fresh)


@transaction.atomic
def load_agencies(place: Place, *, by: User | None) -> int:
    """Add the standard agencies of a province that are missing there."""
    require(by is None or may_administer(by))
    overrides = {o["key"]: o for o in catalogue("overrides") if o["province"] == place.code}
    entries = [entry for entry in catalogue("agencies") if _belongs(entry, place, overrides)]
    known = set(place.agencies.values_list("key", flat=True))
    fresh = [entry for entry in entries if entry["key"] not in known]
    for entry in fresh:
        official = {"name": entry.get("official_name", entry["name"])}
        aliases = [entry["name"], *entry["aliases"]]
        _add(place, entry | official | overrides.get(entry["key"], {}), aliases)
    agencies = {agency.key: agency for agency in place.agencies.all()}
    Succession.objects.bulk_create(
        (
            Succession(
                agency=agencies[entry["key"]],
                successor=agencies[heir["key"]],
                fields=(heir.get("fields") or "")[:300],
            )
            for entry in fresh
            for heir in entry["successors"]
            if heir["key"] in agencies
        ),
        ignore_conflicts=True,
    )
    record("directory.load_agencies", place, by=by, after={"added": len(fresh)})
    return len(fresh)


@transaction.atomic
def load_holidays(*, by: User | None) -> int:
    """Add the public holidays and make-up days that are missing."""
    require(by is None or may_administer(by))
    known = set(Holiday.objects.values_list("date", flat=True))
    fresh = [
        Holiday(date=day, name=entry["name"], kind=entry["kind"])
        for entry in catalogue("holidays")
        if (day := date.fromisoformat(entry["date"])) not in known
    ]
    Holiday.objects.bulk_create(fresh)
    return len(fresh)


def _belongs(entry: dict[str, Any], place: Place, overrides: dict[str, Any]) -> bool:
    if not (entry.get("default", True) or entry["key"] in overrides):
        return False
    first, last = day_or_none(entry["valid_from"]), day_or_none(entry["valid_to"])
    ended = last and place.valid_from and last < place.valid_from
    unborn = first and place.valid_to and first > place.valid_to
    return not ended and not unborn


def _local(place: Place, text: str) -> str:
    """The standard wording as this place writes it: `Tỉnh ủy` is `Thành ủy` in a city."""
    if place.kind == "thành phố":
        for wording in catalogue("city_wording"):
            text = text.replace(wording["province_form"], wording["city_form"])
    return text.replace("{province}", place.name)


def _add(place: Place, entry: dict[str, Any], standard_aliases: list[str]) -> None:
    named = {key: _local(place, entry[key]) for key in ("name", "short_name")}
    agency = Agency.objects.create(
        place=place,
        key=entry["key"],
        kind=entry["kind"],
        level=entry["level"],
        fields=entry["fields"],
        phrases=entry["phrases"],
        valid_from=day_or_none(entry["valid_from"]),
        valid_to=day_or_none(entry["valid_to"]),
        **named,
    )
    aliases = [*standard_aliases, *entry.get("aliases", [])]
    name_agency(agency, [_local(place, alias) for alias in aliases])
