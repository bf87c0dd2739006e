"""Reading the hall: who sits where, who has no seat, what goes against protocol."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from doithoai.delegates.models import Delegate, Seat, SeatBlock, SeatingPlan
from doithoai.delegates.seating import (
    AUDIENCE,
    Block,
    Fault,
    Person,
    Seated,
    parts,
    protocol_faults,
    protocol_of,
    sits_at_table,
)
from doithoai.delegates.states import LIVING, SeatingState
from doithoai.planning.models import Conference

LINES = 10_000
"""More than lines in a seats table: among equals in rank, its own order counts."""
PEOPLE = ("agency", "quota_line__parent")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of a block, cut by its aisles."""

    number: int
    parts: list[list[Seat]]

    @property
    def seats(self) -> list[Seat]:
        """The row without its aisles."""
        return [seat for part in self.parts for seat in part]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block with its rows from the front."""

    block: SeatBlock
    rows: list[ShownRow]

    @property
    def seats(self) -> list[Seat]:
        """Every seat, row by row."""
        return [seat for row in self.rows for seat in row.seats]

    @property
    def taken(self) -> int:
        """Seats somebody has."""
        return sum(seat.delegate_id is not None for seat in self.seats)

    @property
    def spare(self) -> int:
        """Seats kept for those nobody expected."""
        return sum(seat.is_spare for seat in self.seats)

    @property
    def free(self) -> int:
        """Seats open to be given."""
        return len(self.seats) - self.taken - self.spare


@dataclass(frozen=True)
class SeatMap:
    """The whole hall of a conference and the people who have no seat in it."""

    conference: Conference
    plan: SeatingPlan | None
    blocks: list[ShownBlock]
    unseated: list[Delegate]

    @property
    def seats(self) -> list[Seat]:
        """Every seat, from the front."""
        return [seat for block in self.blocks for seat in block.seats]

    @cached_property
    def taken(self) -> list[Seat]:
        """The seats somebody has."""
        return [seat for seat in self.seats if seat.delegate_id is not None]

    @property
    def people(self) -> int:
        """Everyone who needs a seat."""
        return len(self.unseated) + len(self.taken) - len(self.gone)

    @property
    def gone(self) -> list[Seat]:
        """Seats of people who were replaced or withdrawn since."""
        return [s for s in self.taken if s.delegate and s.delegate.state not in LIVING]

    @cached_property
    def faults(self) -> list[Fault]:
        """What goes against protocol."""
        seated = [_seated(self.conference, seat) for seat in self.taken]
        return protocol_faults(map(pure_block, (one.block for one in self.blocks)), seated)


def seat_map(conference: Conference) -> SeatMap:
    """The hall with its people. Four queries, however large it is."""
    plan = SeatingPlan.objects.filter(conference=conference).select_related("confirmed_by").first()
    blocks = list(SeatBlock.objects.filter(conference=conference).select_related("quota_line"))
    by_block: dict[int, list[Seat]] = {block.pk: [] for block in blocks}
    known = {block.pk: block for block in blocks}
    for seat in seats_of(conference):
        seat.block = known[seat.block_id]
        by_block[seat.block_id].append(seat)
    shown = [ShownBlock(block, _rows(block, by_block[block.pk])) for block in blocks]
    return SeatMap(conference, plan, shown, list(unseated(conference)))


def seats_of(conference: Conference) -> "QuerySet[Seat]":
    """Every seat with the person in it."""
    return (
        Seat.objects.filter(block__conference=conference)
        .select_related(*(f"delegate__{name}" for name in PEOPLE))
        .order_by("block__position", "row", "number")
    )


def unseated(conference: Conference) -> "QuerySet[Delegate]":
    """People who are to come and have no seat."""
    return (
        Delegate.objects.filter(conference=conference, state__in=LIVING, seat=None)
        .select_related(*PEOPLE)
        .order_by("rank", "pk")
    )


def seated_by(conference: Conference) -> dict[int, str]:
    """The name of the seat of everyone who has one, by the delegate's key. One query."""
    seats = Seat.objects.filter(block__conference=conference, delegate__isnull=False)
    return {seat.delegate_id: seat.name for seat in seats.select_related("block")}  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class SeatingStanding:
    """How far the seating has come: `people` need seats, `seated` have one, of `seats`."""

    people: int
    seated: int
    seats: int
    is_confirmed: bool

    @property
    def share(self) -> float:
        """The part of people who have a seat, 0 to 1."""
        return self.seated / self.people if self.people else 0.0


def seating_standing_by(conferences: Iterable[Conference]) -> dict[int, SeatingStanding]:
    """The seating of each conference that has people or seats, by its key. Three queries."""
    wanted = list(conferences)
    living = Q(state__in=LIVING)
    people = dict(
        Delegate.objects.filter(living, conference__in=wanted)
        .order_by()
        .values_list("conference_id")
        .annotate(Count("pk"))
    )
    seats = {
        key: counts
        for key, *counts in Seat.objects.filter(block__conference__in=wanted)
        .order_by()
        .values_list("block__conference_id")
        .annotate(count=Count("pk"), taken=Count("pk", filter=Q(delegate__state__in=LIVING)))
    }
    confirmed = set(
        SeatingPlan.objects.filter(conference__in=wanted, state=SeatingState.CONFIRMED).values_list(
            "conference_id", flat=True
        )
    )
    return {
        key: SeatingStanding(people.get(key, 0), taken, count, key in confirmed)
        for key, (count, taken) in ({k: [0, 0] for k in people} | seats).items()
    }


def pure_block(block: SeatBlock) -> Block:
    """The block as the pure rules take it, without its seats."""
    return Block(
        letter=block.letter,
        rows=block.rows,
        per_row=block.seats_per_row,
        kind=block.kind,
        aisles=block.aisles,
        section=block.quota_line_id if block.kind == AUDIENCE else None,
        name=block.name,
    )


def person_of(conference: Conference, delegate: Delegate) -> Person:
    """A delegate as the pure rules take him; agency and line of the seats table are loaded."""
    protocol = protocol_of(delegate.rank, delegate.kind)
    line = delegate.quota_line
    return Person(
        key=delegate.pk,
        protocol=protocol,
        rank=delegate.rank * LINES + (line.position if line else LINES - 1),
        group=delegate.unit,
        section=(line.parent_id or line.pk) if line else None,
        at_table=sits_at_table(
            protocol,
            is_chair=delegate.agency_id == conference.chair_id,
            is_host=delegate.agency_id == conference.host_id and delegate.is_of_its_agency,
            post=delegate.post,
        ),
        speaks=delegate.wants_to_speak,
    )


def _rows(block: SeatBlock, seats: list[Seat]) -> list[ShownRow]:
    by_row: dict[int, dict[int, Seat]] = {}
    for seat in seats:
        by_row.setdefault(seat.row, {})[seat.number] = seat
    pieces = parts(block.seats_per_row, block.aisles)
    return [
        ShownRow(row, [[found[n] for n in piece if n in found] for piece in pieces])
        for row, found in by_row.items()
    ]


def _seated(conference: Conference, seat: Seat) -> Seated:
    delegate = seat.delegate
    assert delegate is not None
    person = person_of(conference, delegate)
    return Seated(delegate.shown_name, person.protocol, seat.spot, person.section)
