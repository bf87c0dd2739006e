"""Seating people; every deed locks the seating of its conference."""

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.delegates.actions.seating_plan import STALE, change_plan, open_plan
from doithoai.delegates.models import Delegate, Seat, SeatingPlan
from doithoai.delegates.queries.seating import person_of, pure_block, seat_map
from doithoai.delegates.seating import Spot, arrange, kept_apart
from doithoai.delegates.states import LIVING
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused


@transaction.atomic
def propose_seats(conference: Conference, *, afresh: bool, version: int, by: User) -> int:
    """Seat everyone without a seat as the rules propose, each with the reason; how many.

    `afresh` first frees what was proposed before; who was seated by hand stays.
    """
    plan = open_plan(conference, by=by, version=version)
    if afresh:
        Seat.objects.filter(block__conference=conference).exclude(reason="").update(
            delegate=None, reason=""
        )
    hall = seat_map(conference)
    closed = [seat.spot for seat in hall.seats if seat.delegate_id or seat.is_spare]
    blocks = kept_apart([pure_block(one.block) for one in hall.blocks], closed)
    people = [person_of(conference, one) for one in hall.unseated]
    by_spot = {seat.spot: seat for seat in hall.seats}
    found = arrange(blocks, people)
    for one in found:
        seat = by_spot[one.spot]
        seat.delegate_id, seat.reason = one.key, one.reason[:400]
    Seat.objects.bulk_update([by_spot[one.spot] for one in found], ["delegate", "reason"])
    change_plan(plan, "delegates.propose_seats", plan, by=by, after={"seated": len(found)})
    return len(found)


@transaction.atomic
def place(delegate: Delegate, spot: Spot, *, by: User) -> Seat:
    """Give a free seat to someone who has none."""
    plan = open_plan(delegate.conference, by=by)
    delegate = Delegate.objects.get(pk=delegate.pk)
    if delegate.state not in LIVING:
        raise Refused(f"{delegate} đã rút hoặc đã có người thay. Chọn người khác.")
    held = Seat.objects.filter(delegate=delegate).select_related("block").first()
    if held:
        raise Refused(f"{delegate} đã ngồi ghế {held.name}. Mở ghế ấy để chuyển chỗ.")
    seat = _free_seat(plan, spot)
    _sit(seat, delegate)
    change_plan(plan, "delegates.place", delegate, by=by, after={"seat": seat.name})
    return seat


@transaction.atomic
def move(delegate: Delegate, spot: Spot, to: Spot, *, by: User) -> Seat:
    """Move someone from the seat `spot`, where the page showed him, to a free one."""
    plan = open_plan(delegate.conference, by=by)
    seat, target = _held_seat(plan, spot, delegate), _free_seat(plan, to)
    _sit(seat, None)
    _sit(target, delegate)
    _moved(plan, delegate, seat, target, by=by)
    return target


@transaction.atomic
def swap(delegate: Delegate, spot: Spot, other: Spot, *, by: User) -> Seat:
    """Exchange the seats of two people; `spot` is where the page showed the first."""
    plan = open_plan(delegate.conference, by=by)
    seat, target = _held_seat(plan, spot, delegate), _seat_at(plan, other)
    neighbour = target.delegate
    if neighbour is None or neighbour.pk == delegate.pk:
        raise Refused(f"Ghế {target.name} không có người khác để đổi. Dùng “Chuyển” đến ghế trống.")
    _sit(target, None)
    _sit(seat, neighbour)
    _sit(target, delegate)
    _moved(plan, delegate, seat, target, by=by)
    record(
        "delegates.move_seat",
        neighbour,
        by=by,
        before={"seat": target.name},
        after={"seat": seat.name},
    )
    return target


@transaction.atomic
def free(delegate: Delegate, spot: Spot, *, by: User) -> Seat:
    """Take someone out of the seat where the page showed him."""
    plan = open_plan(delegate.conference, by=by)
    seat = _held_seat(plan, spot, delegate)
    _sit(seat, None)
    change_plan(plan, "delegates.free_seat", delegate, by=by, before={"seat": seat.name})
    return seat


@transaction.atomic
def keep_spare(conference: Conference, spot: Spot, *, is_spare: bool, by: User) -> Seat:
    """Keep an empty seat for those nobody expected, or open it again."""
    plan = open_plan(conference, by=by)
    seat = _free_seat(plan, spot)
    before = {"is_spare": seat.is_spare}
    seat.is_spare = is_spare
    seat.save()
    after = {"is_spare": is_spare}
    change_plan(plan, "delegates.keep_spare", seat, by=by, before=before, after=after)
    return seat


def pass_seat(delegate: Delegate, to: Delegate | None, *, by: User | None) -> Seat | None:
    """Give the seat of one who is not coming to the substitute, or to nobody.

    Called inside the transaction of the withdrawal or substitution itself.
    """
    seat = (
        Seat.objects.select_for_update(of=("self",))
        .filter(delegate=delegate)
        .select_related("block")
        .first()
    )
    if seat is None:
        return None
    Seat.objects.filter(pk=seat.pk).update(delegate=None)
    seat.delegate, seat.reason = to, seat.reason if to else ""
    seat.save()
    record("delegates.pass_seat", seat, by=by, before={"who": delegate}, after={"who": to})
    return seat


def _seat_at(plan: SeatingPlan, spot: Spot) -> Seat:
    seat = (
        Seat.objects.filter(
            block__conference=plan.conference_id,
            block__letter=spot.letter,
            row=spot.row,
            number=spot.number,
        )
        .select_related("block", "delegate")
        .first()
    )
    if seat is None:
        raise Refused(f"Không có ghế {spot.name}. Xem lại chữ của khối, số hàng và số ghế.")
    return seat


def _free_seat(plan: SeatingPlan, spot: Spot) -> Seat:
    seat = _seat_at(plan, spot)
    if seat.delegate_id:
        raise Refused(f"Ghế {seat.name} đã có {seat.delegate}. Chọn ghế trống, hoặc đổi hai chỗ.")
    return seat


def _held_seat(plan: SeatingPlan, spot: Spot, delegate: Delegate) -> Seat:
    seat = _seat_at(plan, spot)
    if seat.delegate_id != delegate.pk:
        raise Refused(f"{delegate} không còn ngồi ghế {seat.name}. {STALE}")
    return seat


def _sit(seat: Seat, delegate: Delegate | None) -> None:
    seat.delegate, seat.reason = delegate, ""
    seat.is_spare = seat.is_spare and delegate is None
    seat.save()


def _moved(plan: SeatingPlan, delegate: Delegate, seat: Seat, target: Seat, *, by: User) -> None:
    before, after = {"seat": seat.name}, {"seat": target.name}
    change_plan(plan, "delegates.move_seat", delegate, by=by, before=before, after=after)
