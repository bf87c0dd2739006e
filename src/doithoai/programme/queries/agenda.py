"""Reading the programme: items with their hours, what was given out, what changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet

from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem, Programme
from doithoai.programme.rules.timing import Clockwork, Row, Span, clockwork, differences


@dataclass(frozen=True, slots=True)
class Timetable:
    """The items in order and the sums of their clock."""

    items: list[AgendaItem]
    clock: Clockwork


@dataclass(frozen=True, slots=True)
class Change:
    """A version given out: its number, when, by whom, and what changed since the one before."""

    number: int
    at: datetime
    by: str
    changes: list[str]


def items_of(conference: Conference) -> "QuerySet[AgendaItem]":
    """The items in the order of the day, each with the agency that prepares it."""
    return conference.agenda_items.select_related("agency").order_by("position")


def timetable(conference: Conference, items: Sequence[AgendaItem] | None = None) -> Timetable:
    """Items with the hours computed from the conference's start. One query, or none."""
    listed = list(items_of(conference) if items is None else items)
    spans = [Span(item.pk, item.name, item.kind, item.minutes) for item in listed]
    clock = clockwork(spans, start=conference.start_time, end=conference.end_time)
    return Timetable(listed, clock)


def programme_of(conference: Conference) -> Programme:
    """The programme as a thing given out; one nobody has touched is new and not kept."""
    found = Programme.objects.filter(conference=conference).first()
    return found or Programme(conference=conference)


def item_row(item: AgendaItem, table: Timetable) -> dict[str, Any]:
    """An item as a release keeps it."""
    slot = table.clock.slots[item.pk]
    return {
        "key": str(item.pk),
        "part": item.part,
        "name": item.name,
        "performer": item.performer,
        "agency": item.agency.name if item.agency else "",
        "minutes": item.minutes,
        "starts": hour(slot.starts),
        "ends": hour(slot.ends),
    }


def programme_changes(programme: Programme, table: Timetable) -> tuple[list[str], list[Change]]:
    """What changed since the last release, and the log of releases, newest first."""
    if programme.pk is None:
        return [], []
    releases = list(programme.releases.select_related("by__agency").order_by("number"))
    kept = [_rows(release.items) for release in releases]
    log = [
        Change(one.number, one.at, str(one.by), differences(before, rows) if before else [])
        for one, before, rows in zip(releases, [[], *kept], kept, strict=False)
    ]
    present = _rows([item_row(item, table) for item in table.items])
    return (differences(kept[-1], present) if kept else []), log[::-1]


def hour(at: time | None) -> str:
    """`08:05`; "" when the hour is not known."""
    return f"{at:%H:%M}" if at else ""


def _rows(items: list[dict[str, Any]]) -> list[Row]:
    rows = [
        Row(
            item["key"],
            item["name"],
            (
                ("nội dung", item["name"]),
                ("phần", item["part"]),
                ("thực hiện", item["performer"]),
                ("cơ quan chuẩn bị", item["agency"]),
                ("thời lượng", f"{item['minutes']} phút"),
            ),
        )
        for item in items
    ]
    if items:
        whole = (("bắt đầu", items[0]["starts"]), ("kết thúc", items[-1]["ends"]))
        rows.append(Row("", "Cả chương trình", whole))
    return rows
