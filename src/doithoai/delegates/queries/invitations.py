"""Reading invitations: who is to be invited, whose invitation tells an old day."""

from uuid import UUID

from django.db.models import Q, QuerySet

from doithoai.audit import clock
from doithoai.delegates.models import Delegate, DelegateKind, Invitation
from doithoai.delegates.states import LIVING, DelegateState, InvitationState
from doithoai.planning.models import Conference

CONFERENCE = ("delegate__conference__chair", "delegate__conference__place")
"""With the conference come who invites and where."""


def invitations_of(conference: Conference) -> "QuerySet[Invitation]":
    """Invitations of a conference whose delegates are not withdrawn, in protocol order."""
    return (
        Invitation.objects.filter(delegate__conference=conference)
        .exclude(delegate__state=DelegateState.WITHDRAWN)
        .select_related("delegate__agency", "delegate__quota_line", *CONFERENCE)
        .order_by("delegate__rank", "delegate_id")
    )


def invitation_by_token(token: UUID) -> "QuerySet[Invitation]":
    """The invitation of a link."""
    return Invitation.objects.filter(token=token).select_related(
        "delegate__conference__host", "delegate__agency", *CONFERENCE
    )


def to_invite(conference: Conference) -> "QuerySet[Delegate]":
    """Accepted delegates without an invitation; staff need none."""
    return Delegate.objects.filter(
        conference=conference, state=DelegateState.ACCEPTED, invitation=None
    ).exclude(kind=DelegateKind.STAFF)


def out_of_date(conference: Conference) -> "QuerySet[Invitation]":
    """Invitations of accepted delegates that tell another day, hour or place than is so now."""
    return invitations_of(conference).filter(
        differs_from(conference), delegate__state=DelegateState.ACCEPTED
    )


def differs_from(conference: Conference) -> Q:
    """The condition that what an invitation tells is not so any more."""
    if conference.tentative or conference.starts_at is None:
        return Q()
    return ~Q(
        told_on=conference.held_on,
        told_time=conference.start_time,
        told_venue=conference.venue,
    )


def is_out_of_date(invitation: Invitation) -> bool:
    """Whether what it tells is not so any more."""
    conference = invitation.delegate.conference
    told = (invitation.told_on, invitation.told_time, invitation.told_venue)
    now = (conference.held_on, conference.start_time, conference.venue)
    return conference.tentative or told != now


def awaiting_sending(conference: Conference) -> "QuerySet[Invitation]":
    """Prepared invitations not yet handed over."""
    return invitations_of(conference).filter(
        state=InvitationState.PREPARED, delegate__state=DelegateState.ACCEPTED
    )


def is_fixed(conference: Conference) -> bool:
    """Whether day, hour and place are known for certain, so that they can be told."""
    known = conference.starts_at is not None and bool(conference.venue)
    return known and not conference.tentative


def takes_reply(invitation: Invitation) -> bool:
    """Whether an answer may still be given or changed: until the conference starts."""
    starts_at = invitation.delegate.conference.starts_at
    return starts_at is None or clock.now() < starts_at


def is_valid(invitation: Invitation) -> bool:
    """Whether it stands: its delegate is still invited, or has said who comes instead."""
    return invitation.delegate.state == DelegateState.ACCEPTED or (
        invitation.delegate.state == DelegateState.REPLACED
        and invitation.state == InvitationState.SUBSTITUTED
    )


def substitute_of(invitation: Invitation) -> Delegate | None:
    """Who comes instead."""
    living = invitation.delegate.substitutes.filter(state__in=sorted(LIVING))
    return living.order_by("-pk").first()
