"""Every write of the questions room."""

from doithoai.questions.actions.decisions import (
    STALE,
    mark_answered,
    mark_referred,
    restore,
    select,
    set_aside,
)
from doithoai.questions.actions.hall import (
    choose_for_hall,
    drop_from_hall,
    fill_hall,
    hand_over,
    order_hall,
    take_in_hall,
)
from doithoai.questions.actions.intake import (
    CLOSED,
    forget_sender,
    forget_senders,
    receive,
    show_sender,
)

__all__ = [
    "CLOSED",
    "STALE",
    "choose_for_hall",
    "drop_from_hall",
    "fill_hall",
    "forget_sender",
    "forget_senders",
    "hand_over",
    "mark_answered",
    "mark_referred",
    "order_hall",
    "receive",
    "restore",
    "select",
    "set_aside",
    "show_sender",
    "take_in_hall",
]
