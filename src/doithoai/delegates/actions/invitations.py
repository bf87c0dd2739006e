"""Invitations: prepared with the day they tell, handed over."""

from collections.abc import Callable, Iterable, Mapping

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.delegates.letters import body_of, files_of, subject_of
from doithoai.delegates.models import Invitation, InvitationWay
from doithoai.delegates.permissions import may_invite
from doithoai.delegates.queries import (
    invitations_of,
    is_fixed,
    is_out_of_date,
    out_of_date,
    to_invite,
)
from doithoai.delegates.states import INVITATION_TRANSITIONS, DelegateState, InvitationState
from doithoai.delegates.term import require_before_end
from doithoai.directory.models import User
from doithoai.outbox.actions import MessageChannel, post
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

NOT_FIXED = (
    "Chưa chốt ngày, giờ hoặc địa điểm tổ chức nên chưa chuẩn bị giấy mời được. "
    "Vào trang Kế hoạch, ghi ngày, giờ, địa điểm đã chốt rồi làm lại."
)


@transaction.atomic
def prepare(conference: Conference, *, by: User) -> int:
    """Prepare invitations for accepted delegates without one, and those that tell an old day.

    Returns how many were prepared.
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_invite(by, conference))
    require_before_end(conference)
    if not is_fixed(conference):
        raise Refused(NOT_FIXED)
    told = {
        "told_on": conference.held_on,
        "told_time": conference.start_time,
        "told_venue": conference.venue,
    }
    old = list(out_of_date(conference))
    made = [Invitation.objects.create(delegate=one, **told) for one in to_invite(conference)]
    for invitation in old:
        _tell_anew(invitation, told)
    if made or old:
        after = {"prepared": len(made), "renewed": len(old), **told}
        record("delegates.prepare_invitations", conference, by=by, after=after)
    return len(made) + len(old)


@transaction.atomic
def mark_sent(
    conference: Conference,
    keys: Iterable[int],
    *,
    way: str,
    reply_url: Callable[[Invitation], str],
    by: User,
) -> list[Invitation]:
    """Hand invitations over, on paper or by letter from this system; all of them or none."""
    require(may_invite(by, conference))
    require_before_end(conference)
    found = list(
        invitations_of(conference)
        .filter(pk__in=list(keys), delegate__state=DelegateState.ACCEPTED)
        .select_for_update(of=("self",))
    )
    if not found:
        raise Refused("Chọn ít nhất một giấy mời chưa gửi.")
    for invitation in found:
        _hand_over(invitation, InvitationWay(way), by=by)
        if way == InvitationWay.EMAIL:
            _post(invitation, reply_url(invitation), by=by)
    return found


def _hand_over(invitation: Invitation, way: InvitationWay, *, by: User) -> None:
    if is_out_of_date(invitation):
        raise Refused(
            f"Giấy mời {invitation.delegate} còn ghi thời gian hoặc địa điểm cũ. "
            "Chuẩn bị lại giấy mời rồi gửi."
        )
    before = {"invitation_state": invitation.state}
    INVITATION_TRANSITIONS.move(invitation, to=InvitationState.SENT)
    invitation.way, invitation.sent_at, invitation.sent_by = way, clock.now(), by
    invitation.version += 1
    invitation.save()
    after = {"invitation_state": invitation.state, "way": way}
    record("delegates.send_invitation", invitation, by=by, before=before, after=after)


def _post(invitation: Invitation, reply_url: str, *, by: User) -> None:
    if not invitation.delegate.email:
        raise Refused(
            f"{invitation.delegate} chưa có thư điện tử. Ghi địa chỉ, hoặc gửi giấy mời giấy."
        )
    post(
        key=f"invitation/{invitation.token}/{invitation.number}",
        channel=MessageChannel.EMAIL,
        to_email=invitation.delegate.email,
        subject=subject_of(invitation),
        body=body_of(invitation, reply_url=reply_url),
        conference_id=invitation.conference_id,
        attachments=files_of(invitation, reply_url=reply_url),
        by=by,
    )


def _tell_anew(invitation: Invitation, told: Mapping[str, object]) -> None:
    """What was answered to the old day does not count for the new one."""
    if invitation.state != InvitationState.PREPARED:
        INVITATION_TRANSITIONS.move(invitation, to=InvitationState.PREPARED)
        invitation.number += 1
    for name, value in told.items():
        setattr(invitation, name, value)
    invitation.reply_reason, invitation.replied_at = "", None
    invitation.version += 1
    invitation.save()
