"""The door and the roll: who came in, who is there, who is excused."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.delegates.actions.people import put_on_list, step_in
from doithoai.delegates.models import CheckIn, CheckInWay, Delegate, DelegateKind, Seat
from doithoai.delegates.people import Person
from doithoai.delegates.permissions import may_mark_attendance, may_receive
from doithoai.delegates.queries.attendance import came_words, open_check_in
from doithoai.delegates.rules import read_code
from doithoai.delegates.seating import AUDIENCE
from doithoai.delegates.states import (
    ATTENDANCE_TRANSITIONS,
    LIVING,
    AttendanceState,
    DelegateState,
)
from doithoai.delegates.term import require_before_end, require_roll
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

GONE = "{name} đã rút hoặc đã có người dự thay. Hỏi bàn thường trực rồi ghi người thay."
UNKNOWN = "Mã {code} không có trong danh sách. Tìm theo tên, hoặc ghi khách tại cửa."
TWICE = "Lượt quét này đã ghi cho người khác. Quét lại mã của đại biểu."
AT_THE_DOOR = "Người khác đến dự thay"
OLDEST_SCAN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that a device read, perhaps without network: its own mark and the moment."""

    token: UUID
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """What became of a scan: `state` is done, again (came before) or refused.

    `entrance` is the key of the entrance that was made.
    """

    token: UUID
    state: str
    words: str
    entrance: int | None = None


@transaction.atomic
def check_in(
    delegate: Delegate,
    *,
    way: str,
    by: User,
    token: UUID | None = None,
    at: datetime | None = None,
) -> CheckIn:
    """Let a delegate in; the same `token` is the same entrance. Raises Refused, saying when.

    `at` is the moment a device without network read the code; one too old or ahead counts as now.
    """
    delegate = _locked(delegate)
    require(may_receive(by, delegate.conference))
    sent = CheckIn.objects.filter(token=token).first() if token else None
    if sent and sent.delegate_id == delegate.pk:
        return sent
    if sent:
        raise Refused(TWICE)
    moment = _moment(at)
    require_before_end(delegate.conference, on=timezone.localdate(moment))
    if delegate.state not in LIVING:
        raise Refused(GONE.format(name=delegate))
    came = open_check_in(delegate)
    if came:
        raise Refused(came_words(came))
    entrance = CheckIn.objects.create(
        delegate=delegate, way=way, token=token, at=moment, recorded_at=clock.now(), by=by
    )
    before = {"attendance": delegate.attendance}
    _mark(delegate, AttendanceState.PRESENT, "")
    after = {"attendance": delegate.attendance, "way": way}
    record("delegates.check_in", delegate, by=by, before=before, after=after)
    return entrance


@transaction.atomic
def undo_check_in(entrance: CheckIn, *, by: User) -> CheckIn:
    """Take an entrance back: the delegate is expected again."""
    delegate = _locked(entrance.delegate)
    require(may_receive(by, delegate.conference))
    require_roll(delegate.conference)
    entrance = CheckIn.objects.get(pk=entrance.pk)
    if entrance.undone_at:
        raise Refused(f"Lượt vào của {delegate} đã hoàn tác. Tải lại trang.")
    entrance.undone_at, entrance.undone_by = clock.now(), by
    entrance.save()
    before = {"attendance": delegate.attendance}
    _mark(delegate, AttendanceState.EXPECTED, "")
    after = {"attendance": delegate.attendance}
    record("delegates.undo_check_in", delegate, by=by, before=before, after=after)
    return entrance


@transaction.atomic
def walk_in(
    conference: Conference, person: Person, *, token: UUID | None = None, by: User
) -> CheckIn:
    """Put a guest who is on no list on it, seat him on a spare seat, let him in."""
    require(may_receive(by, conference))
    require_before_end(conference)
    Conference.objects.select_for_update().get(pk=conference.pk)
    sent = _sent(conference, token)
    if sent:
        return sent
    guest = put_on_list(
        conference, person, by=by, kind=DelegateKind.GUEST, state=DelegateState.ACCEPTED
    )
    _seat_guest(guest)
    return check_in(guest, way=CheckInWay.WALK_IN, token=token, by=by)


@transaction.atomic
def substitute_at_door(
    delegate: Delegate, person: Person, *, token: UUID | None = None, by: User
) -> CheckIn:
    """Somebody came in the place of a delegate: he takes the place, its seat, and comes in."""
    delegate = _locked(delegate)
    require(may_receive(by, delegate.conference))
    require_before_end(delegate.conference)
    sent = _sent(delegate.conference, token)
    if sent:
        return sent
    came = open_check_in(delegate)
    if came:
        raise Refused(came_words(came))
    state = DelegateState.ACCEPTED
    other = step_in(delegate, person, reason=AT_THE_DOOR, state=state, by=by)
    return check_in(other, way=CheckInWay.WALK_IN, token=token, by=by)


def receive_scans(conference: Conference, scans: Iterable[Scan], *, by: User) -> list[ScanOutcome]:
    """Enter what a device kept while it had no network; each scan stands for itself."""
    require(may_receive(by, conference))
    codes = {scan: read_code(scan.code) for scan in scans}
    known = Delegate.objects.filter(conference=conference, code__in=filter(None, codes.values()))
    by_code = {one.code: one for one in known}
    return [_receive(scan, by_code.get(code or ""), by=by) for scan, code in codes.items()]


@transaction.atomic
def mark_attendance(
    conference: Conference, keys: Collection[int], *, state: str, reason: str = "", by: User
) -> tuple[int, list[Delegate]]:
    """Mark delegates; how many changed, and who came in at the door and therefore stays present."""
    require(may_mark_attendance(by, conference))
    require_roll(conference)
    if state == AttendanceState.EXCUSED and not reason:
        raise Refused("Ghi lý do vắng, ví dụ: họp đột xuất, ốm.")
    reason = reason if state == AttendanceState.EXCUSED else ""
    living = Delegate.objects.select_for_update().filter(
        conference=conference, pk__in=keys, state__in=LIVING
    )
    inside = set(
        CheckIn.objects.filter(delegate__in=keys, undone_at=None).values_list(
            "delegate_id", flat=True
        )
    )
    changed, kept = 0, []
    for delegate in living.order_by("pk"):
        if delegate.pk in inside and state != AttendanceState.PRESENT:
            kept.append(delegate)
        elif (delegate.attendance, delegate.attendance_reason) != (state, reason):
            _mark_and_trace(delegate, AttendanceState(state), reason, by=by)
            changed += 1
    return changed, kept


def _receive(scan: Scan, delegate: Delegate | None, *, by: User) -> ScanOutcome:
    if delegate is None:
        return ScanOutcome(scan.token, "refused", UNKNOWN.format(code=scan.code[:20]))
    try:
        came = check_in(delegate, way=CheckInWay.SCAN, token=scan.token, at=scan.at, by=by)
    except Refused as refused:
        state = "again" if open_check_in(delegate) else "refused"
        return ScanOutcome(scan.token, state, str(refused))
    return ScanOutcome(scan.token, "done", f"Đã ghi {delegate}.", came.pk)


def _mark_and_trace(delegate: Delegate, state: AttendanceState, reason: str, *, by: User) -> None:
    before = {"attendance": delegate.attendance, "reason": delegate.attendance_reason}
    _mark(delegate, state, reason)
    after = {"attendance": state, "reason": reason}
    record("delegates.mark_attendance", delegate, by=by, before=before, after=after)


def _mark(delegate: Delegate, state: AttendanceState, reason: str) -> None:
    if delegate.attendance != state:
        ATTENDANCE_TRANSITIONS.move(delegate, to=state, field="attendance")
    delegate.attendance_reason = reason
    delegate.save(update_fields=["attendance", "attendance_reason"])


def _seat_guest(guest: Delegate) -> None:
    """The first spare seat among the audience; none is no obstacle."""
    spare = (
        Seat.objects.select_for_update(of=("self",))
        .filter(block__conference=guest.conference, block__kind=AUDIENCE, is_spare=True)
        .order_by("block__position", "row", "number")
        .first()
    )
    if spare:
        spare.delegate, spare.is_spare, spare.reason = guest, False, ""
        spare.save()


def _sent(conference: Conference, token: UUID | None) -> CheckIn | None:
    """The entrance that a form sent before has made in this very conference."""
    mine = CheckIn.objects.filter(delegate__conference=conference, token=token)
    return mine.first() if token else None


def _locked(delegate: Delegate) -> Delegate:
    return (
        Delegate.objects.select_for_update(of=("self",))
        .select_related("conference")
        .get(pk=delegate.pk)
    )


def _moment(at: datetime | None) -> datetime:
    now = clock.now()
    return at if at is not None and now - OLDEST_SCAN <= at <= now else now
