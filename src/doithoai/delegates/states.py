"""States of a delegate, an invitation, attendance and the seating."""

from django.db import models

from doithoai.workflow import Transitions


class DelegateState(models.TextChoices):
    """How far a place at the conference has come to its person."""

    NOMINATED = "nominated", "Chờ chấp thuận"
    ACCEPTED = "accepted", "Đã chấp thuận"
    REPLACED = "replaced", "Đã có người thay"
    WITHDRAWN = "withdrawn", "Đã rút"


class InvitationState(models.TextChoices):
    """How far an invitation has come, and what its reader answered."""

    PREPARED = "prepared", "Chưa gửi"
    SENT = "sent", "Đã gửi"
    ACCEPTED = "accepted", "Sẽ dự"
    DECLINED = "declined", "Không dự được"
    SUBSTITUTED = "substituted", "Cử người dự thay"


class AttendanceState(models.TextChoices):
    """Whether a delegate came: the four answers, and that none is known yet."""

    EXPECTED = "expected", "Chưa đến"
    PRESENT = "present", "Có mặt"
    ONLINE = "online", "Dự trực tuyến"
    EXCUSED = "excused", "Vắng có lý do"
    ABSENT = "absent", "Vắng không lý do"


class SeatingState(models.TextChoices):
    """Whether the seating was confirmed as it stands."""

    DRAFT = "draft", "Đang bố trí"
    CONFIRMED = "confirmed", "Đã xác nhận"


LIVING = frozenset({DelegateState.NOMINATED, DelegateState.ACCEPTED})
"""Delegates who take a seat of their line."""

REPLIED = frozenset(
    {InvitationState.ACCEPTED, InvitationState.DECLINED, InvitationState.SUBSTITUTED}
)

DELEGATE_TRANSITIONS = Transitions(
    {
        DelegateState.NOMINATED: {
            DelegateState.ACCEPTED,
            DelegateState.REPLACED,
            DelegateState.WITHDRAWN,
        },
        DelegateState.ACCEPTED: {DelegateState.REPLACED, DelegateState.WITHDRAWN},
        DelegateState.REPLACED: {DelegateState.ACCEPTED},
        DelegateState.WITHDRAWN: set(),
    }
)
"""Who was replaced comes back only by taking his own reply back."""

INVITATION_TRANSITIONS = Transitions(
    {
        InvitationState.PREPARED: {InvitationState.SENT},
        InvitationState.SENT: {InvitationState.PREPARED, *REPLIED},
        **{state: {InvitationState.PREPARED, *(REPLIED - {state})} for state in REPLIED},
    }
)
"""A changed day or place prepares the invitation anew, whatever was answered to the old one."""

ATTENDANCE_TRANSITIONS = Transitions(
    {state: set(AttendanceState) - {state} for state in AttendanceState}
)
"""Any answer may be corrected into any other; the trail keeps each."""

SEATING_TRANSITIONS = Transitions(
    {
        SeatingState.DRAFT: {SeatingState.CONFIRMED},
        SeatingState.CONFIRMED: {SeatingState.DRAFT},
    }
)

LIFE_CYCLES = {
    "Đại biểu (Delegate)": DELEGATE_TRANSITIONS,
    "Giấy mời (Invitation)": INVITATION_TRANSITIONS,
    "Điểm danh (Delegate.attendance)": ATTENDANCE_TRANSITIONS,
    "Sơ đồ chỗ ngồi (SeatingPlan)": SEATING_TRANSITIONS,
}
