"""What earlier conferences with the same people left to be done."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from doithoai.conclusions.models import Commitment
from doithoai.conclusions.states import RUNNING, CommitmentState
from doithoai.planning.models import Conference
from doithoai.vietnamese.letters import fold

RECENT_DAYS = 366


def last_year_commitments(conference: Conference, *, today: date) -> "QuerySet[Commitment]":
    """Promises of earlier conferences of the same place or host with the same audience.

    Those still running, and those closed within the last year; the latest conference first.
    """
    recent = Q(
        state__in=[CommitmentState.KEPT, CommitmentState.CANCELLED],
        closed_at__date__gte=today - timedelta(days=RECENT_DAYS),
    )
    return (
        Commitment.objects.filter(conference__in=_earlier(conference))
        .filter(Q(state__in=sorted(RUNNING)) | recent)
        .select_related("conference__place", "agency", "question")
        .prefetch_related("supporting")
        .order_by("-conference__year", "conference_id", "number")
    )


def _earlier(conference: Conference) -> list[int]:
    before = Q(year__lt=conference.year)
    if conference.held_on:
        before |= Q(held_on__lt=conference.held_on)
    place = Q(place=conference.place_id) | Q(place__successor=conference.place_id)
    others = Conference.objects.filter(before, place | Q(host=conference.host_id)).exclude(
        pk=conference.pk
    )
    audience = _same_words(conference.audience)
    return [pk for pk, who in others.values_list("pk", "audience") if _same_words(who) == audience]


def _same_words(audience: str) -> str:
    return " ".join(fold(audience).split())
