"""Deeds of those who lead a conference on its messages; the outbox itself knows no conference."""

from doithoai.directory.models import User
from doithoai.outbox import actions as outbox
from doithoai.outbox.models import Message
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.workflow import require


def may_keep_letters(user: User, conference: Conference) -> bool:
    """See, try again and cancel messages: those who write for the host or the office."""
    return may_prepare(user, conference)


def retry_letter(conference: Conference, message: Message, *, by: User) -> Message:
    """Send one message of the conference once more."""
    require(may_keep_letters(by, conference) and message.conference_id == conference.pk)
    return outbox.retry(message, by=by)


def cancel_letter(conference: Conference, message: Message, *, by: User) -> Message:
    """Keep one message of the conference from going."""
    require(may_keep_letters(by, conference) and message.conference_id == conference.pk)
    return outbox.cancel(message, by=by)


def show_letter(conference: Conference, message: Message, *, by: User) -> Message:
    """Let an official see address and words of one message, and keep that they looked."""
    require(may_keep_letters(by, conference) and message.conference_id == conference.pk)
    return outbox.show(message, by=by)


def export_letters(conference: Conference, *, count: int, by: User) -> None:
    """Keep that somebody took the list of messages with its addresses."""
    require(may_keep_letters(by, conference))
    outbox.export(conference, count=count, by=by)
