"""Plain functions that make money things for tests; keywords override."""

from datetime import date
from typing import Any

from doithoai.audit import clock
from doithoai.budget.models import (
    CostGroup,
    Estimate,
    EstimateLine,
    FundingSource,
    Rate,
    RateItem,
    Settlement,
    SettlementLine,
    Voucher,
)
from doithoai.budget.permissions import appraising_agency, approving_agency
from doithoai.budget.states import (
    BEING_WRITTEN,
    JUDGED,
    EstimateState,
    LineVerdict,
    SettlementState,
)
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from tests.builders import a_conference, an_approver, an_official

PDF = b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n"


def a_rate(ceiling: int = 20_000, **over: Any) -> Rate:
    """A rate of the country for tea between two halves, since 2017."""
    values = {
        "item": RateItem.BREAK,
        "content": "Giải khát giữa giờ",
        "unit": "người/buổi",
        "basis": "Thông tư 40/2017/TT-BTC",
        "basis_on": date(2017, 4, 28),
        "is_verified": True,
        "valid_from": date(2017, 7, 1),
    }
    return Rate.objects.create(ceiling=ceiling, **(values | over))


def the_appraiser(estimate: Estimate, **over: Any) -> User:
    """A person of the agency that appraises."""
    return an_official(Agency.objects.get(pk=appraising_agency(estimate)), **over)


def the_approver(estimate: Estimate) -> User:
    """A person who decides in the agency that approves."""
    return an_approver(Agency.objects.get(pk=approving_agency(estimate)))


def an_estimate(
    conference: Conference | None = None, state: str = EstimateState.DRAFT, **over: Any
) -> Estimate:
    """The host's estimate in any state, with the people that state needs and no lines."""
    conference = conference or a_conference()
    values: dict[str, Any] = {"source": FundingSource.BUDGET, "agency": conference.host}
    estimate = Estimate(conference=conference, state=state, **(values | over))
    if state != EstimateState.DRAFT and estimate.prepared_by is None:
        estimate.prepared_by, estimate.submitted_at = an_official(estimate.agency), clock.now()
    if state in JUDGED and estimate.appraised_by is None:
        estimate.appraised_by, estimate.appraised_at = the_appraiser(estimate), clock.now()
    if state == EstimateState.APPROVED and estimate.approved_by is None:
        estimate.approved_by, estimate.approved_at = the_approver(estimate), clock.now()
    if state == EstimateState.ESCALATED:
        estimate.escalated_to = estimate.escalated_to or "Chủ tịch Ủy ban nhân dân tỉnh"
        estimate.escalation_text = estimate.escalation_text or "Tổng mức vượt thẩm quyền của Sở."
    if state == EstimateState.RETURNED:
        estimate.note = estimate.note or "Thiếu báo giá."
    estimate.save()
    return estimate


def a_line(estimate: Estimate | None = None, **over: Any) -> EstimateLine:
    """150 × 1 × 20.000 đ; agreed to in full when the estimate has been appraised."""
    estimate = estimate or an_estimate()
    values: dict[str, Any] = {
        "position": estimate.lines.count() + 1,
        "group": CostGroup.HOLDING,
        "content": "Giải khát giữa giờ",
        "unit": "đại biểu",
        "quantity": 150,
        "times": 1,
        "rate": 20_000,
        **over,
    }
    if "written_by" not in values:
        values["written_by"] = estimate.prepared_by or an_official(estimate.agency)
    line = EstimateLine(estimate=estimate, **values)
    line.amount = line.quantity * line.times * line.rate
    judged = estimate.state not in {*BEING_WRITTEN, EstimateState.SUBMITTED}
    if judged and "verdict" not in over:
        line.verdict = LineVerdict.AGREED
    if line.verdict == LineVerdict.AGREED:
        line.agreed_quantity, line.agreed_times = line.quantity, line.times
        line.agreed_rate, line.agreed_amount = line.rate, line.amount
    if line.verdict != LineVerdict.PENDING and line.judged_by is None:
        line.judged_by = estimate.appraised_by or the_appraiser(estimate)
    line.save()
    return line


def a_voucher(line: EstimateLine | None = None, amount: int = 1_000_000, **over: Any) -> Voucher:
    """An invoice of 2/10/2024 without its scanned paper."""
    line = line or a_line(an_estimate(state=EstimateState.APPROVED))
    values = {
        "number": f"HD-{line.vouchers.count() + 1}",
        "day": date(2024, 10, 2),
        "payee": "Công ty Hoa Sen",
        "added_by": over.pop("added_by", None) or an_official(line.estimate.agency),
    }
    return Voucher.objects.create(line=line, amount=amount, **(values | over))


def a_settlement(
    estimate: Estimate | None = None, state: str = SettlementState.DRAFT, **over: Any
) -> Settlement:
    """The settlement of an approved estimate, in any state."""
    estimate = estimate or an_estimate(state=EstimateState.APPROVED)
    values: dict[str, Any] = {"state": state}
    values["made_by"] = over.pop("made_by", None) or an_official(estimate.agency)
    if state == SettlementState.ACCEPTED:
        values |= {"judged_by": the_appraiser(estimate), "judged_at": clock.now()}
    if state == SettlementState.RETURNED:
        values["note"] = "Thiếu hóa đơn."
    settlement = Settlement.objects.create(estimate=estimate, **(values | over))
    SettlementLine.objects.bulk_create(
        SettlementLine(settlement=settlement, line=line, spent=0) for line in estimate.lines.all()
    )
    return settlement
