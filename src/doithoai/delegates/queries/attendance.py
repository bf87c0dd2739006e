"""Reading the door and the roll: who came, who is expected, by group."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from doithoai.delegates.models import CheckIn, Delegate, Seat
from doithoai.delegates.queries.seating import seated_by
from doithoai.delegates.rules import read_code
from doithoai.delegates.seating import calm
from doithoai.delegates.states import LIVING, AttendanceState
from doithoai.planning.models import Conference
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.letters import fold

MOST_FOUND = 12
NO_SECTION = "Ngoài bảng phân bổ"


@dataclass(frozen=True, slots=True)
class AttendanceCounts:
    """How many stand in each state; the states add up to `total`."""

    total: int = 0
    expected: int = 0
    present: int = 0
    online: int = 0
    excused: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True)
class Arrivals:
    """One group at the door: how many are there of how many."""

    name: str
    present: int
    total: int


def attendance_counts_by(conferences: Iterable[Conference]) -> dict[int, AttendanceCounts]:
    """Counts of each conference that has delegates, by its key. One query."""
    by_state = (Count("pk", filter=Q(attendance=state)) for state in AttendanceState.values)
    rows = (
        Delegate.objects.filter(conference__in=list(conferences), state__in=LIVING)
        .order_by()
        .values_list("conference_id")
        .annotate(total=Count("pk"), **dict(zip(AttendanceState.values, by_state, strict=True)))
    )
    return {key: AttendanceCounts(*counts) for key, *counts in rows}


def attendance_counts(conference: Conference) -> AttendanceCounts:
    """Counts of one conference. One query."""
    return attendance_counts_by([conference]).get(conference.pk, AttendanceCounts())


def expected_people(conference: Conference) -> "QuerySet[Delegate]":
    """Everyone who is to come, with agency, group, seat and open entrance."""
    entrances = CheckIn.objects.filter(undone_at=None).select_related("by")
    return (
        Delegate.objects.filter(conference=conference, state__in=LIVING)
        .select_related("agency", "quota_line__parent", "seat__block")
        .prefetch_related(Prefetch("check_ins", entrances, to_attr="entrances"))
        .order_by("rank", "pk")
    )


def arrivals_by_section(conference: Conference) -> list[Arrivals]:
    """How many came of each section of the seats table, in its order. One query."""
    found: dict[tuple[int, str], list[int]] = {}
    people = Delegate.objects.filter(conference=conference, state__in=LIVING)
    for one in people.select_related("quota_line__parent").order_by("pk"):
        counts = found.setdefault(section_of(one), [0, 0])
        counts[0] += one.attendance == AttendanceState.PRESENT
        counts[1] += 1
    return [Arrivals(name, *counts) for (_, name), counts in sorted(found.items())]


def section_of(delegate: Delegate) -> tuple[int, str]:
    """Position and name of the section a delegate belongs to; those of none come last."""
    line = delegate.quota_line
    head = (line.parent or line) if line else None
    return (head.position, calm(head.name)) if head else (1_000_000, NO_SECTION)


def found_at_door(conference: Conference, typed: str) -> list[Delegate]:
    """The delegate of a code, or those whose name and unit have the typed words, marks aside."""
    people = expected_people(conference)
    code = read_code(typed)
    if code:
        exact = list(people.filter(code=code))
        if exact:
            return exact
    wanted = fold(typed).split()
    if not wanted:
        return []
    ranked = [(_likeness(one, wanted), one) for one in people]
    ranked = [(likeness, one) for likeness, one in ranked if likeness]
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    return [one for _, one in ranked[:MOST_FOUND]]


def open_check_in(delegate: Delegate) -> CheckIn | None:
    """The entrance that stands."""
    return CheckIn.objects.filter(delegate=delegate, undone_at=None).first()


def came_words(entrance: CheckIn) -> str:
    """That somebody came before, when, and who let them in."""
    at = timezone.localtime(entrance.at)
    return f"{entrance.delegate} đã vào lúc {at:%H:%M}, {short_date(at)}, người ghi: {entrance.by}."


def door_list(conference: Conference) -> dict[str, tuple[str, str]]:
    """Name and seat by code, for a door without network; nothing else of anybody."""
    seats = seated_by(conference)
    people = Delegate.objects.filter(conference=conference, state__in=LIVING).order_by("pk")
    return {one.code: (one.shown_name, seats.get(one.pk, "")) for one in people}


def last_entrances(conference: Conference, count: int) -> "QuerySet[CheckIn]":
    """The newest entrances that stand."""
    return (
        CheckIn.objects.filter(delegate__conference=conference, undone_at=None)
        .select_related("by", "delegate__agency", "delegate__seat__block")
        .order_by("-recorded_at", "-pk")[:count]
    )


def spare_seats(conference: Conference) -> int:
    """How many seats are left for guests nobody expected."""
    return Seat.objects.filter(block__conference=conference, is_spare=True).count()


def _likeness(delegate: Delegate, wanted: list[str]) -> int:
    """How well the words fit: 3 whole words of the name, 2 beginnings of them, 1 of the rest."""
    name = fold(delegate.full_name).split()
    agency = delegate.agency.name if delegate.agency else ""
    rest = fold(f"{delegate.post} {delegate.organisation} {agency}").split()
    if all(word in name for word in wanted):
        return 3
    if all(any(said.startswith(word) for said in name) for word in wanted):
        return 2
    return int(all(any(said.startswith(word) for said in name + rest) for word in wanted))
