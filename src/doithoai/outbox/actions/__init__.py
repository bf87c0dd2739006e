"""Deeds on messages: lay one down, send it, try again, cancel, read."""

from doithoai.outbox.actions.delivery import deliver, deliver_due
from doithoai.outbox.actions.forgetting import forget_letters
from doithoai.outbox.actions.looking import export, show
from doithoai.outbox.actions.posting import cancel, post, read, retry
from doithoai.outbox.models import MessageChannel
from doithoai.outbox.rules import Attachment

__all__ = [
    "Attachment",
    "MessageChannel",
    "cancel",
    "deliver",
    "deliver_due",
    "export",
    "forget_letters",
    "post",
    "read",
    "retry",
    "show",
]
