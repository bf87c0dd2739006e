"""Reading the budget room."""

from doithoai.budget.queries.norms import (
    headcount,
    norms_for,
    proposals_for,
    rate_day,
    rates_of,
    source_proposed,
)
from doithoai.budget.queries.standing import BudgetStanding, budget_standing_by, turn_of
from doithoai.budget.queries.tables import (
    GroupRows,
    LineRow,
    MoneyTable,
    Totals,
    estimate_of,
    held,
    money_table,
    vouchers_of,
)

__all__ = [
    "BudgetStanding",
    "GroupRows",
    "LineRow",
    "MoneyTable",
    "Totals",
    "budget_standing_by",
    "estimate_of",
    "headcount",
    "held",
    "money_table",
    "norms_for",
    "proposals_for",
    "rate_day",
    "rates_of",
    "source_proposed",
    "turn_of",
    "vouchers_of",
]
