"""From the uploaded file to facts every one of which a person has confirmed."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import Place, User
from doithoai.planning.models import Conference, PlanReading
from doithoai.planning.permissions import may_read_plan, may_review
from doithoai.planning.rules import SECTIONS, realigned
from doithoai.planning.states import READING_TRANSITIONS, ReadingState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa bản đọc này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."


@transaction.atomic
def store_reading(
    *,
    place: Place,
    facts: dict[str, Any],
    roles: dict[str, Any],
    by: User,
    filename: str = "",
    data: bytes | None = None,
    lines: tuple[str, ...] = (),
) -> PlanReading:
    """Keep a plan as it was read, with its file; nothing of it counts until confirmed."""
    require(may_read_plan(by))
    reading = PlanReading.objects.create(
        place=place,
        filename=filename,
        file=data,
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        lines=list(lines),
        facts=facts,
        roles=roles,
        created_by=by,
    )
    record("planning.store_reading", reading, by=by, after={"filename": filename})
    return reading


@transaction.atomic
def correct_facts(
    reading: PlanReading, section: str, values: dict[str, Any], *, version: int, by: User
) -> PlanReading:
    """Replace what was read in one section; correcting it also confirms it."""
    reading = _open_for(by, reading, version)
    keys = SECTIONS[section].keys
    before = {
        key: reading.facts.get(key) for key in values if reading.facts.get(key) != values[key]
    }
    after = {key: values[key] for key in before if key in keys}
    reading.facts = {**reading.facts, **after, "places": _places_after(reading.facts, after)}
    return _confirm(
        reading, section, by=by, verb="planning.correct_facts", before=before, after=after
    )


def confirm_section(reading: PlanReading, section: str, *, version: int, by: User) -> PlanReading:
    """An official has compared the section with the source and finds it right."""
    return confirm_sections(reading, [section], version=version, by=by)


@transaction.atomic
def confirm_sections(
    reading: PlanReading, sections: Iterable[str], *, version: int, by: User
) -> PlanReading:
    """The same for several sections at once."""
    reading = _open_for(by, reading, version)
    wanted = [section for section in SECTIONS if section in set(sections)]
    reading.confirmed = list(dict.fromkeys([*reading.confirmed, *wanted]))
    return _save(reading, by=by, verb="planning.confirm_sections", after={"sections": wanted})


@transaction.atomic
def settle_warning(
    reading: PlanReading, index: int, decision: str, *, version: int, by: User
) -> PlanReading:
    """An official has looked at a warning and says what was decided."""
    reading = _open_for(by, reading, version)
    warnings = reading.facts.get("warnings", [])
    if not 0 <= index < len(warnings):
        raise Refused("Cảnh báo này không còn. Tải lại trang.")
    reading.settled = {**reading.settled, str(index): decision}
    return _save(
        reading,
        by=by,
        verb="planning.settle_warning",
        after={"warning": warnings[index]["message"], "decision": decision},
    )


@transaction.atomic
def assign_roles(
    reading: PlanReading, roles: dict[str, Any], *, version: int, by: User
) -> PlanReading:
    """Say which agency is host, office, chair, finance, and who takes part."""
    reading = _open_for(by, reading, version)
    before, reading.roles = reading.roles, roles
    return _confirm(
        reading, "roles", by=by, verb="planning.assign_roles", before=before, after=roles
    )


@transaction.atomic
def discard_reading(reading: PlanReading, *, by: User) -> PlanReading:
    """Put a reading aside; its file stays."""
    reading = PlanReading.objects.select_for_update().defer("file").get(pk=reading.pk)
    require(may_review(by, reading))
    READING_TRANSITIONS.move(reading, to=ReadingState.DISCARDED)
    return _save(reading, by=by, verb="planning.discard_reading")


@transaction.atomic
def close_reading(reading: PlanReading, conference: Conference, *, by: User) -> PlanReading:
    """Tie the confirmed reading to the conference it opened."""
    require(may_review(by, reading))
    READING_TRANSITIONS.move(reading, to=ReadingState.OPENED)
    reading.conference = conference
    return _save(reading, by=by, verb="planning.close_reading", after={"conference": conference})


def _open_for(by: User, reading: PlanReading, version: int) -> PlanReading:
    reading = PlanReading.objects.select_for_update().defer("file").get(pk=reading.pk)
    require(may_review(by, reading))
    if reading.state != ReadingState.REVIEW:
        raise Refused(f"Bản đọc này {reading.get_state_display().lower()}, không sửa được nữa.")
    if reading.version != version:
        raise Refused(STALE)
    return reading


def _confirm(
    reading: PlanReading, section: str, *, by: User, verb: str, **trail: Any
) -> PlanReading:
    if section not in reading.confirmed:
        reading.confirmed = [*reading.confirmed, section]
    return _save(reading, by=by, verb=verb, **{"after": {"section": section}, **trail})


def _places_after(facts: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    places: dict[str, Any] = facts.get("places") or {}
    for key, value in after.items():
        if isinstance(value, list):
            places = realigned(places, key, facts.get(key) or [], value)
    return places


def _save(reading: PlanReading, *, by: User, verb: str, **trail: Any) -> PlanReading:
    reading.version += 1
    reading.save()
    record(verb, reading, by=by, **trail)
    return reading
