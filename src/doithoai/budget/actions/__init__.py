"""Every write of the budget room."""

from doithoai.budget.actions.estimate import (
    appraise_estimate,
    approve_estimate,
    change_source,
    escalate,
    record_answer,
    start_estimate,
    submit_estimate,
)
from doithoai.budget.actions.lines import (
    LineFacts,
    LineJudgement,
    add_line,
    add_lines,
    agree_rest,
    amend_line,
    drop_line,
    judge_line,
    take_proposal,
)
from doithoai.budget.actions.rates import add_rate, end_rate, load_rates
from doithoai.budget.actions.spending import (
    VoucherFacts,
    add_voucher,
    drop_voucher,
    judge_settlement,
    save_settlement,
    submit_settlement,
)

__all__ = [
    "LineFacts",
    "LineJudgement",
    "VoucherFacts",
    "add_line",
    "add_lines",
    "add_rate",
    "add_voucher",
    "agree_rest",
    "amend_line",
    "appraise_estimate",
    "approve_estimate",
    "change_source",
    "drop_line",
    "drop_voucher",
    "end_rate",
    "escalate",
    "judge_line",
    "judge_settlement",
    "load_rates",
    "record_answer",
    "save_settlement",
    "start_estimate",
    "submit_estimate",
    "submit_settlement",
    "take_proposal",
]
