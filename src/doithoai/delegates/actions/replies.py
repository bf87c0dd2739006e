"""What an invited person answers, by the link of the invitation; changed until the conference."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.delegates.actions.people import step_in
from doithoai.delegates.actions.seating import pass_seat
from doithoai.delegates.models import Delegate, Invitation, InvitationWay
from doithoai.delegates.people import Person
from doithoai.delegates.permissions import may_invite
from doithoai.delegates.queries import is_valid, takes_reply
from doithoai.delegates.states import (
    DELEGATE_TRANSITIONS,
    INVITATION_TRANSITIONS,
    LIVING,
    REPLIED,
    DelegateState,
    InvitationState,
)
from doithoai.directory.models import User
from doithoai.workflow import Refused, require

NOT_VALID = "Giấy mời này không còn hiệu lực. Liên hệ cơ quan mời để biết thêm."
OVER = "Hội nghị đã bắt đầu nên không nhận trả lời nữa. Liên hệ trực tiếp cơ quan mời."
SUBSTITUTE_INVITED = "Người dự thay đã được chấp thuận. Liên hệ cơ quan mời để thay đổi."
BACK = "Người được mời báo lại là sẽ dự"


@transaction.atomic
def reply(
    invitation: Invitation,
    *,
    answer: str,
    reason: str = "",
    substitute: Person | None = None,
    by: User | None,
) -> Invitation:
    """Note the answer: will come, cannot (why), or sends another (who).

    `by` is None when the invited person answers by link; else who notes a call. A paper
    invitation answered before anyone marked it as sent has evidently been handed over.
    """
    invitation = _locked(invitation)
    delegate = invitation.delegate
    require(by is None or may_invite(by, delegate.conference))
    _open(invitation)
    wanted = InvitationState(answer)
    if wanted not in REPLIED:
        raise Refused("Chọn một trong ba câu trả lời.")
    before = {"invitation_state": invitation.state}
    if invitation.state == InvitationState.PREPARED:
        _take_as_sent(invitation)
    _undo_substitution(delegate, by=by)
    if invitation.state != wanted:
        INVITATION_TRANSITIONS.move(invitation, to=wanted)
    if wanted == InvitationState.SUBSTITUTED:
        _send_another(delegate, substitute, by=by)
    if wanted == InvitationState.DECLINED and not reason.strip():
        raise Refused("Nêu lý do không dự được.")
    invitation.reply_reason = reason if wanted == InvitationState.DECLINED else ""
    invitation.replied_at = clock.now()
    invitation.version += 1
    invitation.save()
    after = {"invitation_state": invitation.state, "reason": invitation.reply_reason}
    record("delegates.reply", invitation, by=by, before=before, after=after)
    return invitation


def _open(invitation: Invitation) -> None:
    if not is_valid(invitation):
        raise Refused(NOT_VALID)
    if not takes_reply(invitation):
        raise Refused(OVER)


def _take_as_sent(invitation: Invitation) -> None:
    INVITATION_TRANSITIONS.move(invitation, to=InvitationState.SENT)
    invitation.way, invitation.sent_at = InvitationWay.PAPER, clock.now()


def _undo_substitution(delegate: Delegate, *, by: User | None) -> None:
    """The person named before as substitute steps back, unless already accepted."""
    if delegate.state != DelegateState.REPLACED:
        return
    for other in delegate.substitutes.filter(state__in=sorted(LIVING)):
        if other.state == DelegateState.ACCEPTED:
            raise Refused(SUBSTITUTE_INVITED)
        DELEGATE_TRANSITIONS.move(other, to=DelegateState.WITHDRAWN)
        other.reason = BACK
        other.version += 1
        other.save()
        pass_seat(other, delegate, by=by)
        record("delegates.withdraw", other, by=by, after={"reason": BACK})
    DELEGATE_TRANSITIONS.move(delegate, to=DelegateState.ACCEPTED)
    delegate.reason = ""
    delegate.version += 1
    delegate.save()


def _send_another(delegate: Delegate, person: Person | None, *, by: User | None) -> None:
    if person is None or not person.full_name:
        raise Refused("Ghi họ và tên người dự thay.")
    placed = person.placed_in(delegate.organisation)
    state = DelegateState.NOMINATED
    step_in(delegate, placed, reason="Cử người dự thay", state=state, by=by)


def _locked(invitation: Invitation) -> Invitation:
    found = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    found.delegate = (
        Delegate.objects.select_for_update(of=("self",))
        .select_related("conference", "quota_line", "agency")
        .get(pk=found.delegate_id)
    )
    return found
