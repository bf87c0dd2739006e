"""Tables of the delegates room."""

from doithoai.delegates.models.delegates import Delegate, DelegateKind
from doithoai.delegates.models.invitations import Invitation, InvitationWay
from doithoai.delegates.models.quotas import Allocation, QuotaLine

__all__ = [
    "Allocation",
    "Delegate",
    "DelegateKind",
    "Invitation",
    "InvitationWay",
    "QuotaLine",
]
