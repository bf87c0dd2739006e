"""Tables of the delegates room."""

from doithoai.delegates.models.attendance import CheckIn, CheckInWay
from doithoai.delegates.models.delegates import Delegate, DelegateKind
from doithoai.delegates.models.invitations import Invitation, InvitationWay
from doithoai.delegates.models.quotas import Allocation, QuotaLine
from doithoai.delegates.models.seating import BlockKind, Seat, SeatBlock, SeatingPlan

__all__ = [
    "Allocation",
    "BlockKind",
    "CheckIn",
    "CheckInWay",
    "Delegate",
    "DelegateKind",
    "Invitation",
    "InvitationWay",
    "QuotaLine",
    "Seat",
    "SeatBlock",
    "SeatingPlan",
]
