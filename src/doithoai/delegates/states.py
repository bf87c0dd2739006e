"""States of a delegate and of an invitation."""

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

LIFE_CYCLES = {
    "Đại biểu (Delegate)": DELEGATE_TRANSITIONS,
    "Giấy mời (Invitation)": INVITATION_TRANSITIONS,
}
