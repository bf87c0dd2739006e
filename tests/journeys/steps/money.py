"""Steps of the money: estimated, appraised, perhaps reported upward, approved, spent, settled."""

from datetime import date, timedelta

from doithoai.budget.actions import (
    LineFacts,
    LineJudgement,
    VoucherFacts,
    add_lines,
    add_voucher,
    agree_rest,
    appraise_estimate,
    approve_estimate,
    escalate,
    judge_line,
    judge_settlement,
    record_answer,
    start_estimate,
    submit_estimate,
    submit_settlement,
)
from doithoai.budget.models import Estimate
from doithoai.budget.states import EstimateState, LineVerdict, SettlementState
from doithoai.directory.models import Agency, Right
from doithoai.documents.actions import Terms, issue
from doithoai.documents.models import PaperKind
from doithoai.documents.sources.recipe import Wanted
from doithoai.planning.models import Conference
from tests.journeys.road import on, person

LINES = (
    ("preparation", "Phông chữ, trang trí", "bộ", 1, 1, 5_000_000),
    ("holding", "Thuê hội trường", "buổi", 1, 1, 15_000_000),
    ("holding", "Nước uống", "người", 100, 1, 40_000),
)


def estimates_the_cost(
    conference: Conference, source: str, appraiser: Agency, *, day: date, upward: bool = False
) -> None:
    """The host writes, another agency judges each line.

    `upward`: once above the appraiser's power, reported upward and sent back by the higher body.
    """
    host, judge = person(conference.host), person(appraiser)
    with on(day):
        known = Estimate.objects.filter(conference=conference).first()
        made = known or start_estimate(conference, source=source, by=host)
        add_lines(made, [LineFacts(*line) for line in LINES], by=host)
        made = _fresh(conference)
        submit_estimate(made, version=made.version, by=host)
    with on(day + timedelta(days=2)):
        first = made.lines.get(position=1)
        less = LineJudgement(LineVerdict.CHANGED, 1, 1, 4_000_000, "Theo giá năm trước.")
        judge_line(first, less, version=first.version, by=judge)
        agree_rest(made, version=_fresh(conference).version, by=judge)
    if upward:
        _goes_upward(conference, appraiser, day + timedelta(days=3))
    with on(day + timedelta(days=8)):
        made = _fresh(conference)
        verdict = EstimateState.APPRAISED
        made = appraise_estimate(made, verdict=verdict, version=made.version, by=judge)
    assert made.state == EstimateState.APPRAISED


def approves_the_cost(conference: Conference, *, day: date) -> None:
    """A third person decides: the chair over the budget, the host over the union's own money."""
    made = _fresh(conference)
    decider = person(_decider(conference, made.source), Right.APPROVER)
    with on(day):
        verdict = EstimateState.APPROVED
        made = approve_estimate(made, verdict=verdict, version=made.version, by=decider)
    agreed = sum(made.lines.values_list("agreed_amount", flat=True))
    assert (made.state, agreed) == (EstimateState.APPROVED, 23_000_000)


def _goes_upward(conference: Conference, appraiser: Agency, day: date) -> None:
    """Vượt thẩm quyền: the answer comes by a paper, and the host hands in anew."""
    with on(day):
        made = _fresh(conference)
        to, text = "Hội đồng nhân dân tỉnh", "Vượt dự toán giao đầu năm, đề nghị bổ sung."
        made = escalate(made, to=to, text=text, version=made.version, by=person(appraiser))
        assert made.state == EstimateState.ESCALATED
        terms = Terms(day, ("GIÁM ĐỐC",), "Lê Văn Tám", 88, "BC-STC")
        kind, by = PaperKind.ESCALATION, person(appraiser)
        report = issue(kind, Wanted(conference), terms=terms, by=by)
        assert (report.agency, report.full_number) == (appraiser, "88/BC-STC")
    with on(day + timedelta(days=3)):
        made = record_answer(
            made,
            verdict=EstimateState.RETURNED,
            paper=("45/HĐND-TH", day),
            note="Thực hiện trong dự toán đã giao.",
            version=made.version,
            by=person(conference.chair, Right.APPROVER),
        )
        submit_estimate(made, version=made.version, by=person(conference.host))


def settles_the_cost(conference: Conference, appraiser: Agency, *, day: date) -> None:
    """Vouchers of what was paid; the appraiser accepts the settlement."""
    host, judge = person(conference.host), person(appraiser)
    made = _fresh(conference)
    for number, line in enumerate(made.lines.order_by("position"), start=1):
        with on(day):
            paid = VoucherFacts(f"HĐ-{number}", day, "Nhà cung cấp", line.agreed_amount)
            add_voucher(line, paid, by=host)
    with on(day + timedelta(days=1)):
        settled = submit_settlement(made, reasons={}, version=0, by=host)
    with on(day + timedelta(days=3)):
        verdict = SettlementState.ACCEPTED
        settled = judge_settlement(settled, verdict=verdict, version=settled.version, by=judge)
    assert settled.state == SettlementState.ACCEPTED
    assert sum(settled.lines.values_list("spent", flat=True)) == 23_000_000


def _decider(conference: Conference, source: str) -> Agency:
    return conference.chair if source == "budget" else conference.host


def _fresh(conference: Conference) -> Estimate:
    return Estimate.objects.get(conference=conference)
