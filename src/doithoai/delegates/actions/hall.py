"""Laying out the hall: blocks, rows, spare seats."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from doithoai.delegates.actions.seating_plan import change_plan, open_plan
from doithoai.delegates.models import QuotaLine, Seat, SeatBlock, SeatingPlan
from doithoai.delegates.permissions import may_seat
from doithoai.delegates.queries.quotas import quota_table
from doithoai.delegates.seating import AUDIENCE, Section, calm, first_layout, spare_places
from doithoai.delegates.term import require_before_end
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

FAR = 1000
"""Added to positions while blocks change places, so that no two ever share one."""


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """A block as a person wants it; the order of the list is from the stage backwards."""

    letter: str
    name: str
    rows: int
    seats_per_row: int
    kind: str = AUDIENCE
    aisles: int = 2
    quota_line: QuotaLine | None = None
    spare: int = 0


@transaction.atomic
def start_layout(conference: Conference, *, by: User) -> list[SeatBlock]:
    """A sensible hall for the plan's number of people, ready to be changed."""
    _have_plan(conference, by)
    if conference.seat_blocks.exists():
        raise Refused("Hội nghị đã có sơ đồ. Sửa từng khối trong bảng.")
    table = quota_table(conference)
    lines = {head.pk: head for head, _ in table.sections}
    sections = [
        Section(head.pk, calm(head.name), head.seats or sum(row.seats or 0 for row in rows))
        for head, rows in table.sections
    ]
    blocks = first_layout(sections, conference.expected_delegates or table.total)
    wanted = [
        BlockPlan(
            *(one.letter, (one.name or "Đại biểu")[:120], one.rows, one.per_row, one.kind),
            aisles=one.aisles,
            quota_line=lines.get(one.section or 0),
            spare=one.spare,
        )
        for one in blocks
    ]
    return _lay(open_plan(conference, by=by), wanted, by=by)


@transaction.atomic
def lay_blocks(
    conference: Conference, wanted: Sequence[BlockPlan], *, version: int, by: User
) -> list[SeatBlock]:
    """Make the hall as wanted; a block is known by its letter. Raises Refused.

    Seats that stay keep their people; a seat with somebody in it is not taken away.
    """
    _have_plan(conference, by)
    return _lay(open_plan(conference, by=by, version=version), wanted, by=by)


def _have_plan(conference: Conference, by: User) -> None:
    require(may_seat(by, conference))
    require_before_end(conference)
    Conference.objects.select_for_update().get(pk=conference.pk)
    SeatingPlan.objects.get_or_create(conference=conference)


def _lay(plan: SeatingPlan, wanted: Sequence[BlockPlan], *, by: User) -> list[SeatBlock]:
    conference = plan.conference
    letters = [one.letter for one in wanted]
    if len(set(letters)) != len(letters):
        raise Refused("Hai khối cùng một chữ. Đặt mỗi khối một chữ riêng.")
    known = {block.letter: block for block in conference.seat_blocks.all()}
    _drop_seats(
        Seat.objects.filter(block__in=[b for b in known.values() if b.letter not in letters])
    )
    conference.seat_blocks.exclude(letter__in=letters).delete()
    for place, block in enumerate(conference.seat_blocks.all()):
        SeatBlock.objects.filter(pk=block.pk).update(position=FAR + place)
    blocks = [_lay_block(conference, known, one, place) for place, one in enumerate(wanted, 1)]
    after = {"blocks": [f"{one.letter}: {one.rows} × {one.seats_per_row}" for one in wanted]}
    change_plan(plan, "delegates.lay_blocks", plan, by=by, after=after)
    return blocks


def _lay_block(
    conference: Conference, known: dict[str, SeatBlock], wanted: BlockPlan, position: int
) -> SeatBlock:
    block = known.get(wanted.letter) or SeatBlock(conference=conference, letter=wanted.letter)
    block.position, block.name, block.kind = position, wanted.name, wanted.kind
    block.rows, block.seats_per_row = wanted.rows, wanted.seats_per_row
    block.aisles, block.quota_line = wanted.aisles, wanted.quota_line
    block.save()
    spare = spare_places(block.rows, block.seats_per_row, wanted.spare)
    seats = {(seat.row, seat.number): seat for seat in block.seats.all()}
    places = {(r, n) for r in range(1, block.rows + 1) for n in range(1, block.seats_per_row + 1)}
    gone = [seat.pk for at, seat in seats.items() if at not in places]
    _drop_seats(Seat.objects.filter(pk__in=gone))
    fresh = sorted(places - set(seats))
    Seat.objects.bulk_create(
        Seat(block=block, row=row, number=number, is_spare=(row, number) in spare)
        for row, number in fresh
    )
    for at, seat in seats.items():
        if at in places and seat.delegate_id is None and seat.is_spare != (at in spare):
            Seat.objects.filter(pk=seat.pk).update(is_spare=at in spare)
    return block


def _drop_seats(seats: "QuerySet[Seat]") -> None:
    taken = seats.filter(delegate__isnull=False).select_related("block", "delegate").first()
    if taken:
        raise Refused(
            f"{taken.delegate} đang ngồi ghế {taken.name}, là ghế sắp bỏ. "
            "Chuyển hoặc đưa người ấy ra khỏi ghế trước."
        )
    seats.delete()
