"""Every write of the delegates room."""

from doithoai.delegates.actions.allocations import allocate, amend_allocation, take_back
from doithoai.delegates.actions.attendance import (
    Scan,
    ScanOutcome,
    check_in,
    mark_attendance,
    receive_scans,
    substitute_at_door,
    undo_check_in,
    walk_in,
)
from doithoai.delegates.actions.decisions import (
    accept,
    amend_delegate,
    export_contacts,
    show_contacts,
    withdraw,
)
from doithoai.delegates.actions.forgetting import forget_contacts
from doithoai.delegates.actions.hall import BlockPlan, lay_blocks, start_layout
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
from doithoai.delegates.actions.seating import (
    free,
    keep_spare,
    move,
    pass_seat,
    place,
    propose_seats,
    swap,
)
from doithoai.delegates.actions.seating_plan import confirm_seating

__all__ = [
    "BlockPlan",
    "Scan",
    "ScanOutcome",
    "accept",
    "add_delegate",
    "add_line",
    "allocate",
    "amend_allocation",
    "amend_delegate",
    "amend_line",
    "check_in",
    "confirm_seating",
    "export_contacts",
    "forget_contacts",
    "free",
    "keep_spare",
    "lay_blocks",
    "lay_quotas",
    "mark_attendance",
    "mark_sent",
    "move",
    "nominate",
    "nominate_many",
    "pass_seat",
    "place",
    "prepare",
    "propose_seats",
    "receive_scans",
    "remove_line",
    "reply",
    "show_contacts",
    "start_layout",
    "step_in",
    "substitute",
    "substitute_at_door",
    "swap",
    "take_back",
    "undo_check_in",
    "walk_in",
    "withdraw",
]
