"""Looking at what is otherwise masked: the words and the address of a message, the list of them."""

from django.db import models

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.outbox.models import Message


def show(message: Message, *, by: User) -> Message:
    """Let an official see address and words, and keep that they looked. The caller asks who may."""
    record("outbox.show", message, by=by)
    return message


def export(conference: models.Model, *, count: int, by: User) -> None:
    """Keep that the list of a conference's messages was taken. The caller asks who may."""
    record("outbox.export", conference, by=by, after={"letters": count})
