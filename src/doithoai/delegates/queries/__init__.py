"""Reading the delegates room."""

from doithoai.delegates.queries.allocations import (
    AllocationTable,
    LineRow,
    Proposal,
    ShareRow,
    allocation_table,
    allocations_for,
    allocations_of,
    living_of,
    proposed_shares,
    share_row,
)
from doithoai.delegates.queries.delegates import (
    DelegateFilter,
    agencies_of,
    delegates_for,
    delegates_wanted,
    is_meant,
    twin_finder,
)
from doithoai.delegates.queries.invitations import (
    awaiting_sending,
    invitation_by_token,
    invitations_of,
    is_fixed,
    is_out_of_date,
    out_of_date,
    takes_reply,
    to_invite,
)
from doithoai.delegates.queries.quotas import QuotaTable, quota_table
from doithoai.delegates.queries.standing import (
    DelegateStanding,
    OpenShare,
    delegates_standing_by,
)

__all__ = [
    "AllocationTable",
    "DelegateFilter",
    "DelegateStanding",
    "LineRow",
    "OpenShare",
    "Proposal",
    "QuotaTable",
    "ShareRow",
    "agencies_of",
    "allocation_table",
    "allocations_for",
    "allocations_of",
    "awaiting_sending",
    "delegates_for",
    "delegates_standing_by",
    "delegates_wanted",
    "invitation_by_token",
    "invitations_of",
    "is_fixed",
    "is_meant",
    "is_out_of_date",
    "living_of",
    "out_of_date",
    "proposed_shares",
    "quota_table",
    "share_row",
    "takes_reply",
    "to_invite",
    "twin_finder",
]
