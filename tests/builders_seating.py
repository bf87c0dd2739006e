"""Plain functions that make halls and people in them; keywords override."""

from typing import Any

from doithoai.delegates.models import Delegate, Seat, SeatBlock, SeatingPlan
from doithoai.delegates.seating import read_spot, spare_places
from doithoai.planning.models import Conference
from tests.builders import a_conference


def a_hall(
    conference: Conference | None = None, *, rows: int = 2, seats_per_row: int = 6, **over: Any
) -> Conference:
    """One more block of a hall: A, then B …; the conference it belongs to."""
    conference = conference or a_conference()
    SeatingPlan.objects.get_or_create(conference=conference)
    position = conference.seat_blocks.count() + 1
    spare = over.pop("spare", 0)
    letter = "ABCDE"[position - 1]
    values = {"letter": letter, "name": f"Khối {letter}", "aisles": 1, "position": position}
    block = SeatBlock.objects.create(
        conference=conference, rows=rows, seats_per_row=seats_per_row, **(values | over)
    )
    kept = spare_places(rows, seats_per_row, spare)
    Seat.objects.bulk_create(
        Seat(block=block, row=row, number=number, is_spare=(row, number) in kept)
        for row in range(1, rows + 1)
        for number in range(1, seats_per_row + 1)
    )
    return conference


def seat_called(conference: Conference, name: str) -> Seat:
    """The seat of a name such as A1-2."""
    spot = read_spot(name)
    assert spot
    return Seat.objects.select_related("block", "delegate").get(
        block__conference=conference,
        block__letter=spot.letter,
        row=spot.row,
        number=spot.number,
    )


def seated(delegate: Delegate, name: str, reason: str = "") -> Delegate:
    """A delegate put in a seat, by hand unless a reason is given."""
    seat = seat_called(delegate.conference, name)
    Seat.objects.filter(pk=seat.pk).update(delegate=delegate, reason=reason, is_spare=False)
    return delegate
