"""A plan as JSON: the agreed keys, and the place of every value by its path."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from doithoai.reading.plan import (
    Fact,
    Group,
    LegalBasis,
    ParsedPlan,
    Place,
    ProgrammePart,
    QuotaSection,
    Schedule,
    Signer,
    Task,
)

_SINGLE = (
    "number",
    "issued_on",
    "issuer",
    "province",
    "year",
    "title",
    "chair",
    "audience",
    "theme",
    "form",
    "venue",
    "expected_delegates",
    "quota_total",
    "funding",
)
_LISTS = ("joint_issuers", "purposes", "requirements", "topics", "recipients")


def plan_as_json(plan: ParsedPlan) -> dict[str, Any]:
    """The plan in the schema of the plan reader, dates as ISO, with places, warnings, unread."""
    return {
        **{key: _value(getattr(plan, key)) for key in _SINGLE},
        **{key: [fact.value for fact in getattr(plan, key)] for key in _LISTS},
        "legal_bases": [_basis(basis) for basis in plan.legal_bases],
        "time": _time(plan.schedule),
        "composition": [_group(group) for group in plan.composition],
        "tasks": [_task(task) for task in plan.tasks],
        "quotas": [_section(section) for section in plan.quotas],
        "programme": [_part(part) for part in plan.programme],
        "signer": _signer(plan.signer),
        "milestones": [
            {"on": day.on.isoformat(), "kind": day.kind, "text": day.text}
            for day in plan.milestones
        ],
        "places": {path: asdict(place) for path, place in places_by_path(plan).items()},
        "warnings": [asdict(warning) for warning in plan.warnings],
        "unread": [{"line": fact.place.line, "text": fact.value} for fact in plan.unread],
        "notes": list(plan.notes),
    }


def places_by_path(plan: ParsedPlan) -> dict[str, Place]:
    """Where each value stands, by its path in the JSON: "tasks[3].due"."""
    places: dict[str, Place] = {}
    for key in _SINGLE:
        fact = getattr(plan, key)
        if fact:
            places[key] = fact.place
    for key in _LISTS:
        places |= {f"{key}[{i}]": fact.place for i, fact in enumerate(getattr(plan, key))}
    places |= {f"legal_bases[{i}]": basis.place for i, basis in enumerate(plan.legal_bases)}
    if plan.schedule:
        places["time"] = plan.schedule.place
    if plan.signer:
        places["signer"] = plan.signer.place
    return places | _nested_places(plan)


def _nested_places(plan: ParsedPlan) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for i, task in enumerate(plan.tasks):
        places[f"tasks[{i}]"] = task.place
        places[f"tasks[{i}].units"] = task.units_place
        if task.due:
            places[f"tasks[{i}].due"] = task.due.place
    parents: tuple[tuple[str, str, Any], ...] = (
        ("composition", "entries", plan.composition),
        ("quotas", "rows", plan.quotas),
        ("programme", "items", plan.programme),
    )
    for key, children, found in parents:
        for i, parent in enumerate(found):
            places[f"{key}[{i}]"] = parent.place
            for j, child in enumerate(getattr(parent, children)):
                places[f"{key}[{i}].{children}[{j}]"] = child.place
    return places


def _value(fact: Fact[Any] | None) -> Any:
    if fact is None:
        return None
    return fact.value.isoformat() if isinstance(fact.value, date) else fact.value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _basis(basis: LegalBasis) -> dict[str, Any]:
    return {
        "kind": basis.kind,
        "number": basis.number,
        "date": _day(basis.date),
        "issuer": basis.issuer,
        "text": basis.text,
    }


def _time(schedule: Schedule | None) -> dict[str, Any]:
    if schedule is None:
        return {"text": None, "date": None, "month": None, "tentative": False}
    return {
        "text": schedule.text,
        "date": _day(schedule.date),
        "month": schedule.month,
        "tentative": schedule.tentative,
        "days": [day.isoformat() for day in schedule.days],
        "starts_at": schedule.starts_at.strftime("%H:%M") if schedule.starts_at else None,
    }


def _group(group: Group) -> dict[str, Any]:
    return {"group": group.name, "entries": [entry.value for entry in group.entries]}


def _task(task: Task) -> dict[str, Any]:
    return {
        "units": list(task.units),
        "text": task.text,
        "role": task.role,
        "with": list(task.partners),
        "due": _value(task.due),
        "due_text": task.due_text,
    }


def _section(section: QuotaSection) -> dict[str, Any]:
    rows = [{"no": row.no, "name": row.name, "seats": row.seats} for row in section.rows]
    return {"no": section.no, "name": section.name, "seats": section.seats, "rows": rows}


def _part(part: ProgrammePart) -> dict[str, Any]:
    items = [
        {"no": item.no, "name": item.name, "performer": item.performer, "time": item.time}
        for item in part.items
    ]
    return {"no": part.no, "name": part.name, "items": items}


def _signer(signer: Signer | None) -> dict[str, Any]:
    if signer is None:
        return {"title": None, "name": None}
    return {"title": signer.title, "name": signer.name}
