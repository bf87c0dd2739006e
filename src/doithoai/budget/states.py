"""States of an estimate, of the verdict on one of its lines, and of a settlement."""

from django.db import models

from doithoai.workflow import Transitions


class EstimateState(models.TextChoices):
    """How far the estimate has come: who prepares it neither appraises nor approves it."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ thẩm định"
    RETURNED = "returned", "Trả lại"
    APPRAISED = "passed", "Chờ phê duyệt"
    ESCALATED = "escalated", "Chờ cấp có thẩm quyền"
    APPROVED = "approved", "Đã duyệt"


class LineVerdict(models.TextChoices):
    """What the appraiser says of one line."""

    PENDING = "pending", "Chưa xét"
    AGREED = "agreed", "Đồng ý"
    CHANGED = "changed", "Điều chỉnh"
    STRUCK = "struck", "Không chấp nhận"


class SettlementState(models.TextChoices):
    """How far the settlement of an approved estimate has come."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ thẩm định"
    RETURNED = "returned", "Trả lại"
    ACCEPTED = "finalized", "Đã quyết toán"


ESTIMATE_TRANSITIONS = Transitions(
    {
        EstimateState.DRAFT: {EstimateState.SUBMITTED},
        EstimateState.SUBMITTED: {
            EstimateState.RETURNED,
            EstimateState.APPRAISED,
            EstimateState.ESCALATED,
        },
        EstimateState.RETURNED: {EstimateState.SUBMITTED},
        EstimateState.APPRAISED: {EstimateState.APPROVED, EstimateState.RETURNED},
        EstimateState.ESCALATED: {EstimateState.APPROVED, EstimateState.RETURNED},
        EstimateState.APPROVED: set(),
    }
)

SETTLEMENT_TRANSITIONS = Transitions(
    {
        SettlementState.DRAFT: {SettlementState.SUBMITTED},
        SettlementState.SUBMITTED: {SettlementState.RETURNED, SettlementState.ACCEPTED},
        SettlementState.RETURNED: {SettlementState.SUBMITTED},
        SettlementState.ACCEPTED: set(),
    }
)

BEING_WRITTEN = frozenset({EstimateState.DRAFT, EstimateState.RETURNED})
JUDGED = frozenset({EstimateState.APPRAISED, EstimateState.ESCALATED, EstimateState.APPROVED})
BEING_SETTLED = frozenset({SettlementState.DRAFT, SettlementState.RETURNED})

LIFE_CYCLES = {
    "Dự toán (Estimate)": ESTIMATE_TRANSITIONS,
    "Quyết toán (Settlement)": SETTLEMENT_TRANSITIONS,
}
