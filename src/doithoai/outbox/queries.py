"""Reading messages."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from doithoai.directory.models import User
from doithoai.outbox.models import Message, MessageChannel, MessageFile
from doithoai.outbox.states import MessageState


def due_messages(now: datetime) -> QuerySet[Message]:
    """Letters that wait and may be tried now, the oldest first."""
    return Message.objects.filter(
        channel=MessageChannel.EMAIL, state=MessageState.WAITING, next_try_at__lte=now
    ).order_by("pk")


def messages_of(conference_id: int) -> QuerySet[Message]:
    """Messages of one conference, newest first, with the names of their files."""
    names = Prefetch("files", MessageFile.objects.defer("data"))
    found = Message.objects.filter(conference_id=conference_id)
    return found.select_related("to_user__agency").prefetch_related(names)


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """Which messages of a conference are wanted; `words` of the subject or of the reader."""

    state: str = ""
    channel: str = ""
    words: str = ""


def messages_wanted(conference_id: int, wanted: MessageFilter) -> QuerySet[Message]:
    """Messages of one conference, filtered, newest first, without bodies."""
    found = messages_of(conference_id).defer("body")
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.channel:
        found = found.filter(channel=wanted.channel)
    if wanted.words:
        named = Q(to_user__full_name__icontains=wanted.words)
        named |= Q(to_user__agency__name__icontains=wanted.words)
        written = Q(subject__icontains=wanted.words) | Q(to_email__icontains=wanted.words)
        found = found.filter(written | named)
    return found


def counts_of(conference_id: int) -> dict[str, int]:
    """How many messages of a conference stand in each state; every state is there."""
    rows = (
        Message.objects.filter(conference_id=conference_id)
        .order_by()
        .values_list("state")
        .annotate(Count("pk"))
    )
    return {**dict.fromkeys(MessageState.values, 0), **dict(rows)}


def inbox(user: User) -> QuerySet[Message]:
    """What was told to a person within the system, newest first."""
    return Message.objects.filter(to_user=user, channel=MessageChannel.IN_APP)


def unread_count(user: User) -> int:
    """How many of them the person has not opened."""
    return inbox(user).filter(read_at=None).count()
