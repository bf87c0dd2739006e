"""Whom somebody must still call."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, QuerySet

from doithoai.planning.models import Conference
from doithoai.questions.models import PhoneCall
from doithoai.questions.permissions import secret_parts


def calls_due(conferences: Iterable[Conference], *, now: datetime) -> "QuerySet[PhoneCall]":
    """Calls nobody has made yet, the oldest first; none to those withdrawn, forgotten or secret."""
    return (
        PhoneCall.objects.filter(
            question__conference__in=list(conferences),
            called_at=None,
            cancelled_at=None,
            due_from__lte=now,
            submission__withdrawn_at=None,
        )
        .exclude(submission__phone="")
        .exclude(submission__in=secret_parts().values("submission"))
        .select_related("submission__conference", "question")
        .order_by("due_from", "pk")
    )


def calls_due_by(conferences: Iterable[Conference], *, now: datetime) -> dict[int, int]:
    """How many calls wait, by key of the conference; those without are left out. One query."""
    counted = calls_due(conferences, now=now).order_by().values_list("question__conference_id")
    return dict(counted.annotate(count=Count("pk")))


def calls_made(conference: Conference) -> "QuerySet[PhoneCall]":
    """Calls that were made, the last first."""
    return (
        PhoneCall.objects.filter(question__conference=conference)
        .exclude(called_at=None)
        .exclude(submission__in=secret_parts().values("submission"))
        .select_related("submission", "question", "called_by")
        .order_by("-called_at", "-pk")
    )
