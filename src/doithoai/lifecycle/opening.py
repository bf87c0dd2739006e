"""From an official plan to a conference that stands in every room."""

from datetime import date
from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.delegates.actions import lay_quotas
from doithoai.directory.models import Agency, AgencyKind, Place, User
from doithoai.directory.queries import Resolution, Resolver, place_named, valid_on
from doithoai.planning.actions import (
    close_reading,
    create_conference,
    lay_assignments,
    lay_mandates,
    store_reading,
)
from doithoai.planning.models import Conference, ParticipationRole, PlanReading
from doithoai.planning.permissions import may_review
from doithoai.planning.rules import (
    milestones_around,
    missing_before_opening,
    propose_roles,
    short_title,
    slug_for,
)
from doithoai.planning.states import ConferenceState
from doithoai.programme.actions import draft_programme
from doithoai.reading import open_source, plan_as_json, read_plan
from doithoai.workflow import Refused, require

BLANK_FACTS: dict[str, Any] = {
    "number": None,
    "issued_on": None,
    "issuer": None,
    "province": None,
    "year": None,
    "title": None,
    "chair": None,
    "audience": None,
    "legal_bases": [],
    "purposes": [],
    "requirements": [],
    "theme": None,
    "form": None,
    "time": {"text": None, "date": None, "month": None, "tentative": True},
    "venue": None,
    "expected_delegates": None,
    "composition": [],
    "topics": [],
    "tasks": [],
    "quotas": [],
    "quota_total": None,
    "programme": [],
    "funding": None,
    "recipients": [],
    "signer": None,
    "warnings": [],
    "unread": [],
    "places": {},
}


OF_ANOTHER = (
    "Chưa mở được hội nghị. Cơ quan nạp kế hoạch phải là cơ quan chủ trì tổ chức hoặc văn phòng "
    "thẩm định. Sửa phần “Vai trò của các cơ quan”, hoặc nhờ một trong hai cơ quan đó nạp kế hoạch."
)


def receive_plan(data: bytes, filename: str, *, by: User) -> PlanReading:
    """Read an uploaded plan and keep it for review. Raises Unreadable or NotAPlan."""
    document = open_source(data, filename)
    facts = {**BLANK_FACTS, **plan_as_json(read_plan(document))}
    place = _place_of(facts, by)
    resolver = Resolver.of(place, day_of(facts))
    facts["warnings"] = [*facts["warnings"], *_agency_warnings(facts, resolver)]
    return store_reading(
        place=place,
        facts=facts,
        roles=proposed_roles(facts, resolver),
        by=by,
        filename=filename[:255],
        data=data,
        lines=document.lines,
    )


def start_by_hand(*, title: str, audience: str, year: int, by: User) -> PlanReading:
    """A reading without a file: every section is filled and confirmed by hand."""
    facts = {**BLANK_FACTS, "title": title, "audience": audience, "year": year}
    place = _place_of(facts, by)
    facts["province"] = place.name
    roles = proposed_roles(facts, Resolver.of(place, clock.today()))
    return store_reading(place=place, facts=facts, roles=roles, by=by)


@transaction.atomic
def open_conference(reading: PlanReading, *, by: User) -> Conference:
    """The confirmed reading becomes a conference with tasks, seats, programme and roles."""
    reading = PlanReading.objects.select_for_update().get(pk=reading.pk)
    require(may_review(by, reading))
    missing = missing_before_opening(
        reading.facts, reading.roles, reading.confirmed, reading.settled
    )
    if missing:
        raise Refused("Chưa mở được hội nghị. " + " ".join(missing))
    if by.agency_id not in {reading.roles[role]["agency"] for role in ("host", "office")}:
        raise Refused(OF_ANOTHER)
    facts = reading.facts
    resolver = Resolver.of(reading.place, day_of(facts))
    conference = create_conference(
        _conference_values(reading),
        facts=facts,
        milestones=milestones_around(
            _day(facts["time"].get("date")),
            [(date.fromisoformat(t["due"]), t["text"]) for t in facts["tasks"] if t.get("due")],
            issued_on=_day(facts["issued_on"]),
        ),
        participants=_participants(reading.roles),
        by=by,
    )
    lay_assignments(
        conference, facts["tasks"], resolve=lambda name: resolver.resolve(name).agency, by=by
    )
    lay_mandates(conference, by=by)
    lay_quotas(conference, facts["quotas"], by=by)
    draft_programme(conference, facts["programme"], by=by)
    close_reading(reading, conference, by=by)
    return conference


def day_of(facts: dict[str, Any]) -> date:
    """The day at which the plan's agencies are looked up: of issue, of the conference, or today."""
    known = facts.get("issued_on") or (facts.get("time") or {}).get("date")
    if known:
        return date.fromisoformat(known)
    month = (facts.get("time") or {}).get("month")
    if month:
        return date.fromisoformat(f"{month}-01")
    if facts.get("year"):
        return date(facts["year"], 6, 1)
    return clock.today()


def proposed_roles(facts: dict[str, Any], resolver: Resolver) -> dict[str, Any]:
    """Who seems to play which role, each with its reason; a person confirms."""
    found: dict[str, Any] = {}
    for role, proposal in propose_roles(facts["tasks"]).items():
        agency = resolver.resolve(proposal.unit).agency
        if agency:
            found[role] = {"agency": agency.pk, "reason": proposal.reason}
    living = list(
        Agency.objects.filter(valid_on(resolver.day), place=resolver.place).order_by("pk")
    )
    for role, kind in (("chair", AgencyKind.COMMITTEE), ("office", AgencyKind.OFFICE)):
        agency = next((a for a in living if a.kind == kind), None)
        if agency:
            reason = f"Theo danh mục cơ quan của {resolver.place}."
            found.setdefault(role, {"agency": agency.pk, "reason": reason})
    taken = {role["agency"] for role in found.values()}
    named = _named_agencies(facts, resolver)
    found["press"] = [a.pk for a in named if a.kind == AgencyKind.PRESS]
    found["departments"] = [a.pk for a in named if a.pk not in taken and a.kind != AgencyKind.PRESS]
    if any(resolver.resolve(unit).is_collective for t in facts["tasks"] for unit in t["units"]):
        found["departments"] += [
            a.pk
            for a in living
            if a.kind in ANSWERING_KINDS and a.pk not in {*taken, *found["departments"]}
        ]
    return found


ANSWERING_KINDS = frozenset({AgencyKind.DEPARTMENT, AgencyKind.VERTICAL, AgencyKind.ARMED_FORCE})


def _named_agencies(facts: dict[str, Any], resolver: Resolver) -> list[Agency]:
    names = [name for task in facts["tasks"] for name in [*task["units"], *task["with"]]]
    found = (resolver.resolve(name).agency for name in names)
    return list(dict.fromkeys(agency for agency in found if agency))


def unresolved_units(facts: dict[str, Any], resolver: Resolver) -> list[Resolution]:
    """Units of tasks that are no agency of the place on the plan's day, each with the reason."""
    names = (name for task in facts["tasks"] for name in task["units"])
    found = (resolver.resolve(name) for name in dict.fromkeys(names))
    return [resolution for resolution in found if resolution.problem]


def _agency_warnings(facts: dict[str, Any], resolver: Resolver) -> list[dict[str, Any]]:
    return [
        {"code": "agency", "message": found.problem, "places": _unit_places(facts, found.name)}
        for found in unresolved_units(facts, resolver)
    ]


def _unit_places(facts: dict[str, Any], unit: str) -> list[dict[str, Any]]:
    paths = (f"tasks[{i}].units" for i, task in enumerate(facts["tasks"]) if unit in task["units"])
    places = (facts["places"].get(path) for path in paths)
    distinct = {(place["line"], place["start"]): place for place in places if place}
    return list(distinct.values())


def _place_of(facts: dict[str, Any], by: User) -> Place:
    if facts.get("province"):
        place = place_named(facts["province"], day_of(facts))
        if place:
            return place
    if by.agency is None:
        raise Refused("Tài khoản chưa thuộc cơ quan nào. Nhờ người quản trị gắn cơ quan.")
    return by.agency.place


def _conference_values(reading: PlanReading) -> dict[str, Any]:
    facts, roles = reading.facts, reading.roles
    time, signer = facts["time"] or {}, facts["signer"] or {}
    held_on, issued_on = _day(time.get("date")), _day(facts["issued_on"])
    collecting = _collecting_until(facts, held_on)
    return {
        "slug": slug_for(reading.place.code, facts["audience"], facts["year"]),
        "place": reading.place,
        "title": facts["title"],
        "short_title": short_title(facts["audience"], reading.place.name, facts["year"])[:200],
        "audience": facts["audience"],
        "chair_title": facts["chair"] or "",
        "theme": facts["theme"] or "",
        "form": facts["form"] or "",
        "year": facts["year"],
        "number": facts["number"] or "",
        "issued_on": issued_on,
        "issuer": facts["issuer"] or "",
        "signer_title": signer.get("title") or "",
        "signer_name": signer.get("name") or "",
        "time_text": time.get("text") or "",
        "held_on": held_on,
        "held_month": time.get("month") or "",
        "tentative": bool(time.get("tentative", True)) or held_on is None,
        "venue": facts["venue"] or "",
        "funding": facts["funding"] or "",
        "expected_delegates": facts["expected_delegates"] or facts["quota_total"],
        "questions_until": collecting,
        "host_id": roles["host"]["agency"],
        "office_id": roles["office"]["agency"],
        "chair_id": roles["chair"]["agency"],
        "finance_id": (roles.get("finance") or {}).get("agency"),
        "state": ConferenceState.ISSUED if facts["number"] else ConferenceState.DRAFT,
    }


def _collecting_until(facts: dict[str, Any], held_on: date | None) -> date | None:
    for task in facts["tasks"]:
        if task.get("due") and "kiến nghị" in task["text"].lower():
            return date.fromisoformat(task["due"])
    return None


def _participants(roles: dict[str, Any]) -> dict[str, list[Agency]]:
    wanted = {
        ParticipationRole.DEPARTMENT: roles.get("departments", []),
        ParticipationRole.PRESS: roles.get("press", []),
    }
    agencies = Agency.objects.in_bulk([pk for keys in wanted.values() for pk in keys])
    return {
        str(role): [agencies[pk] for pk in keys if pk in agencies] for role, keys in wanted.items()
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
