"""Reading notices, commitments and what askers say of them."""

from doithoai.conclusions.queries.asking import (
    Matter,
    askers_words,
    matters_of,
    verdicts_by_question,
)
from doithoai.conclusions.queries.carrying import last_year_commitments
from doithoai.conclusions.queries.commitments import (
    CommitmentFigures,
    CommitmentFilter,
    agencies_with_commitments,
    commitments_of,
    commitments_wanted,
    extensions_of,
    figures_of,
    late_condition,
    reports_of,
)
from doithoai.conclusions.queries.drafting import ProposedItem, proposed_items
from doithoai.conclusions.queries.notices import items_by_part, notice_of, published_notice
from doithoai.conclusions.queries.reporting import AgencyRecord, records_by_agency
from doithoai.conclusions.queries.standing import (
    CommitmentHeap,
    ConclusionsStanding,
    conclusions_standing_by,
)

__all__ = [
    "AgencyRecord",
    "CommitmentFigures",
    "CommitmentFilter",
    "CommitmentHeap",
    "ConclusionsStanding",
    "Matter",
    "ProposedItem",
    "agencies_with_commitments",
    "askers_words",
    "commitments_of",
    "commitments_wanted",
    "conclusions_standing_by",
    "extensions_of",
    "figures_of",
    "items_by_part",
    "last_year_commitments",
    "late_condition",
    "matters_of",
    "notice_of",
    "proposed_items",
    "published_notice",
    "records_by_agency",
    "reports_of",
    "verdicts_by_question",
]
