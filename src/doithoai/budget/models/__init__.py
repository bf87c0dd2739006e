"""Tables of the budget room."""

from doithoai.budget.models.estimate import CostGroup, Estimate, EstimateLine, FundingSource
from doithoai.budget.models.rates import Rate, RateItem
from doithoai.budget.models.spending import Settlement, SettlementLine, Voucher

__all__ = [
    "CostGroup",
    "Estimate",
    "EstimateLine",
    "FundingSource",
    "Rate",
    "RateItem",
    "Settlement",
    "SettlementLine",
    "Voucher",
]
