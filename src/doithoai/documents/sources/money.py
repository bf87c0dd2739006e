"""Facts of the estimate and the settlement."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from doithoai.budget.models import Estimate, EstimateLine, SettlementLine
from doithoai.budget.queries import estimate_of, money_table
from doithoai.budget.states import JUDGED
from doithoai.documents.kinds.escalation_report import EscalationFacts, ReportedLine
from doithoai.documents.kinds.estimate import EstimateFacts, EstimateRow
from doithoai.documents.kinds.settlement import SettledRow, SettlementFacts
from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import issuing_agency
from doithoai.documents.sources.heading import event_of, outgoing_of
from doithoai.documents.sources.plan import citation
from doithoai.documents.sources.recipe import Lack, Wanted
from doithoai.planning.models import Conference
from doithoai.vietnamese.dates import short_date

REPORT_CODE = "BC"


ESTIMATE_LACK = Lack("Chưa lập dự toán.", "budget")


def estimate_ready() -> Exists:
    """The estimate has a line."""
    return Exists(EstimateLine.objects.filter(estimate__conference=OuterRef("pk")))


def estimate_facts(wanted: Wanted) -> Iterator[EstimateFacts]:
    """The lines by parts, with the appraiser's amounts once they stand."""
    conference = wanted.conference
    estimate = estimate_of(conference)
    if estimate:
        groups = money_table(estimate, ()).groups
        yield EstimateFacts(
            out=outgoing_of(conference, estimate.agency),
            event=event_of(conference),
            source=estimate.get_source_display(),
            groups=tuple(
                (group.name, tuple(_line(row.line) for row in group.rows)) for group in groups
            ),
            is_appraised=estimate.state in JUDGED,
        )


ESCALATION_LACK = Lack("Dự toán không vượt thẩm quyền của cơ quan thẩm định.", "budget")


def escalation_ready() -> Exists:
    """The estimate was reported upward."""
    estimates = Estimate.objects.filter(conference=OuterRef("pk"))
    return Exists(estimates.exclude(escalated_to=""))


def escalation_facts(wanted: Wanted) -> Iterator[EscalationFacts]:
    """The judged lines, the reasons and the proposal, from the agency that appraises."""
    conference = wanted.conference
    estimate = estimate_of(conference)
    if estimate and estimate.escalated_to:
        recipients = ("Như trên", estimate.agency.name)
        agency = issuing_agency(conference, PaperKind.ESCALATION)
        groups = money_table(estimate, ()).groups
        yield EscalationFacts(
            out=outgoing_of(conference, agency, code=REPORT_CODE, recipients=recipients),
            event=event_of(conference),
            to=estimate.escalated_to,
            prepared_by=estimate.agency.name,
            source=estimate.get_source_display(),
            groups=tuple(
                (group.name, tuple(_reported(row.line) for row in group.rows)) for group in groups
            ),
            text=estimate.escalation_text,
            opinion=estimate.appraisal_note,
            basis=citation(conference),
        )


SETTLEMENT_LACK = Lack("Chưa lập quyết toán.", "budget")


def settlement_ready() -> Exists:
    """The settlement has a line."""
    return Exists(_settled(OuterRef("pk")))


def settlement_facts(wanted: Wanted) -> Iterator[SettlementFacts]:
    """Approved and spent amounts with their vouchers."""
    conference = wanted.conference
    estimate = estimate_of(conference)
    if estimate:
        yield SettlementFacts(
            out=outgoing_of(conference, estimate.agency),
            event=event_of(conference),
            source=estimate.get_source_display(),
            rows=tuple(map(_settled_row, _settled(conference))),
        )


def _settled(conference: Conference | OuterRef) -> "QuerySet[SettlementLine]":
    return (
        SettlementLine.objects.filter(settlement__estimate__conference=conference)
        .select_related("line")
        .prefetch_related("line__vouchers")
        .order_by("line__position")
    )


def _line(line: EstimateLine) -> EstimateRow:
    basis_on = f", ngày {short_date(line.basis_on)}" if line.basis_on else ""
    return EstimateRow(
        content=line.content,
        unit=line.unit,
        quantity=line.quantity,
        times=line.times,
        rate=line.rate,
        amount=line.amount,
        basis=f"{line.basis}{basis_on}" if line.basis else "",
        agreed=line.agreed_amount,
    )


def _reported(line: EstimateLine) -> ReportedLine:
    return ReportedLine(line.content, line.amount, line.agreed_amount, line.reason)


def _settled_row(settled: SettlementLine) -> SettledRow:
    vouchers = (
        f"Số {voucher.number} ngày {short_date(voucher.day)}"
        for voucher in settled.line.vouchers.all()
    )
    return SettledRow(
        content=settled.line.content,
        approved=settled.line.agreed_amount,
        spent=settled.spent,
        vouchers=tuple(vouchers),
        reason=settled.reason,
    )
