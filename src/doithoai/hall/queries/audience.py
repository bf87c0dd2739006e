"""What telephones in the hall sent and support."""

from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from doithoai.hall.models import (
    AudienceQuestion,
    AudienceSupport,
    Session,
)
from doithoai.hall.states import AudienceState


def is_taking(session: Session, today: date) -> bool:
    """Whether telephones may send now: opened by the secretary, on the day, while it runs."""
    on_the_day = session.started_at is not None and timezone.localdate(session.started_at) == today
    return session.audience_open and session.is_live and on_the_day


def device_asks(session: Session, device: str, now: datetime) -> tuple[int, datetime | None, int]:
    """Waiting questions of a telephone, when it sent last, how many the hall sent in a minute."""
    asks = session.audience_questions.all()
    own = asks.filter(device=device).aggregate(
        waiting=Count("pk", filter=Q(state=AudienceState.WAITING)), last=Max("sent_at")
    )
    recent = asks.filter(sent_at__gt=now - timedelta(minutes=1)).count()
    return own["waiting"], own["last"], recent


def asked_from(session: Session, device: str) -> "QuerySet[AudienceQuestion]":
    """What one telephone sent, the newest first, with receipts."""
    own = session.audience_questions.filter(device=device).select_related("submission")
    return own.order_by("-pk")


def supported_from(session: Session, device: str) -> set[int]:
    """Keys of the questions one telephone supports."""
    own = AudienceSupport.objects.filter(question__session=session, device=device)
    return set(own.values_list("question_id", flat=True))
