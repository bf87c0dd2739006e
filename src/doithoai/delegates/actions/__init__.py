"""Every write of the delegates room."""

from doithoai.delegates.actions.allocations import allocate, amend_allocation, take_back
from doithoai.delegates.actions.decisions import (
    accept,
    amend_delegate,
    export_contacts,
    show_contacts,
    withdraw,
)
from doithoai.delegates.actions.invitations import mark_sent, prepare
from doithoai.delegates.actions.people import (
    add_delegate,
    nominate,
    nominate_many,
    step_in,
    substitute,
)
from doithoai.delegates.actions.quotas import add_line, amend_line, lay_quotas, remove_line
from doithoai.delegates.actions.replies import reply

__all__ = [
    "accept",
    "add_delegate",
    "add_line",
    "allocate",
    "amend_allocation",
    "amend_delegate",
    "amend_line",
    "export_contacts",
    "lay_quotas",
    "mark_sent",
    "nominate",
    "nominate_many",
    "prepare",
    "remove_line",
    "reply",
    "show_contacts",
    "step_in",
    "substitute",
    "take_back",
    "withdraw",
]
