"""The seating of a conference as one thing: locked, counted at each change, confirmed."""

from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.delegates.models import Seat, SeatingPlan
from doithoai.delegates.permissions import may_confirm_seating, may_seat
from doithoai.delegates.states import SEATING_TRANSITIONS, SeatingState
from doithoai.delegates.term import require_before_end
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa sơ đồ. Tải lại trang, xem chỗ mới rồi làm tiếp."
NO_HALL = "Chưa có sơ đồ. Bố trí khối ghế trước."


def open_plan(conference: Conference, *, by: User, version: int | None = None) -> SeatingPlan:
    """The seating, locked for one who may change it, at the version his page showed, if given."""
    require(may_seat(by, conference))
    require_before_end(conference)
    plan = _locked(conference)
    if version is not None and plan.version != version:
        raise Refused(STALE)
    return plan


def change_plan(plan: SeatingPlan, verb: str, thing: Any, *, by: User, **trail: Any) -> None:
    """Count and trace a change; a confirmed seating must be confirmed again."""
    if plan.state == SeatingState.CONFIRMED:
        SEATING_TRANSITIONS.move(plan, to=SeatingState.DRAFT)
        plan.confirmed_by = plan.confirmed_at = None
    plan.version += 1
    plan.save()
    record(verb, thing, by=by, **trail)


@transaction.atomic
def confirm_seating(conference: Conference, *, version: int, by: User) -> SeatingPlan:
    """The host or the office confirms the seating as the page showed it."""
    require(may_confirm_seating(by, conference))
    require_before_end(conference)
    plan = _locked(conference)
    if plan.version != version:
        raise Refused(STALE)
    if not Seat.objects.filter(block__conference=conference, delegate__isnull=False).exists():
        raise Refused("Chưa có ai được xếp chỗ. Xếp chỗ rồi xác nhận.")
    before = {"seating": plan.state}
    SEATING_TRANSITIONS.move(plan, to=SeatingState.CONFIRMED)
    plan.confirmed_by, plan.confirmed_at = by, clock.now()
    plan.version += 1
    plan.save()
    record("delegates.confirm_seating", plan, by=by, before=before, after={"seating": plan.state})
    return plan


def _locked(conference: Conference) -> SeatingPlan:
    plan = SeatingPlan.objects.select_for_update().filter(conference=conference).first()
    if plan is None:
        raise Refused(NO_HALL)
    return plan
