"""States of a message."""

from django.db import models

from doithoai.workflow import Transitions


class MessageState(models.TextChoices):
    """How far a message has come; whoever begins to send it claims it first."""

    WAITING = "waiting", "Chờ gửi"
    CLAIMED = "claimed", "Không rõ đã gửi chưa"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Không gửi được"
    CANCELLED = "cancelled", "Đã hủy"


MESSAGE_TRANSITIONS = Transitions(
    {
        MessageState.WAITING: {MessageState.CLAIMED, MessageState.SENT, MessageState.CANCELLED},
        MessageState.CLAIMED: {
            MessageState.SENT,
            MessageState.WAITING,
            MessageState.FAILED,
            MessageState.CANCELLED,
        },
        MessageState.SENT: set(),
        MessageState.FAILED: {MessageState.WAITING, MessageState.CANCELLED},
        MessageState.CANCELLED: {MessageState.WAITING},
    }
)

LIFE_CYCLES = {"Thư đi (Message)": MESSAGE_TRANSITIONS}
