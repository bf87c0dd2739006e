"""The estimate as a whole: begun, handed in, appraised, reported upward, approved."""

from datetime import date
from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.budget.models import Estimate, FundingSource
from doithoai.budget.permissions import (
    appraising_agency,
    may_appraise,
    may_approve,
    may_start,
    may_write,
)
from doithoai.budget.queries import held
from doithoai.budget.states import BEING_WRITTEN, ESTIMATE_TRANSITIONS, EstimateState, LineVerdict
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.vietnamese.numbers import format_money
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa dự toán này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
ANOTHER_PERSON = "Người lập, người thẩm định và người duyệt dự toán phải là ba người khác nhau."


@transaction.atomic
def start_estimate(conference: Conference, *, source: str, by: User) -> Estimate:
    """Begin the estimate of a conference; it belongs to the agency of `by` from then on."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_start(by, conference))
    if Estimate.objects.filter(conference=conference).exists():
        raise Refused("Hội nghị đã có dự toán. Tải lại trang để xem.")
    estimate = Estimate.objects.create(
        conference=conference,
        agency=Agency.objects.get(pk=by.agency_id or 0),
        source=FundingSource(source),
    )
    after = {"source": estimate.get_source_display(), "agency": estimate.agency}
    record("budget.start_estimate", estimate, by=by, after=after)
    return estimate


@transaction.atomic
def change_source(estimate: Estimate, *, source: str, version: int, by: User) -> Estimate:
    """Say that another's money pays; who appraises and approves follows."""
    estimate = writable(estimate, by=by)
    _same_version(estimate, version)
    before = {"source": estimate.get_source_display()}
    estimate.source = FundingSource(source)
    after = {"source": estimate.get_source_display()}
    return _keep(estimate, "budget.change_source", by=by, before=before, after=after)


@transaction.atomic
def submit_estimate(estimate: Estimate, *, version: int, by: User) -> Estimate:
    """Hand the estimate to its appraiser; lines it left untouched keep what was said of them."""
    estimate = writable(estimate, by=by)
    _same_version(estimate, version)
    lines = list(estimate.lines.all())
    if not lines:
        raise Refused("Dự toán chưa có dòng nào. Ghi các khoản chi rồi gửi thẩm định.")
    empty = [line.content for line in lines if line.amount == 0]
    if empty:
        raise Refused(f"Chưa có đơn giá: {'; '.join(empty[:3])}. Ghi đơn giá hoặc bỏ dòng.")
    if appraising_agency(estimate) is None:
        raise Refused("Hội nghị chưa có cơ quan khác để thẩm định. Chọn lại vai trò các cơ quan.")
    estimate.prepared_by, estimate.submitted_at = by, clock.now()
    estimate.appraised_by = estimate.appraised_at = None
    estimate.appraisal_note = estimate.note = ""
    estimate.escalated_to = estimate.escalation_text = ""
    money = format_money(sum(line.amount for line in lines))
    told = {"lines": len(lines), "money": money}
    return _move(estimate, EstimateState.SUBMITTED, "budget.submit_estimate", by=by, told=told)


@transaction.atomic
def appraise_estimate(
    estimate: Estimate, *, verdict: str, version: int, by: User, note: str = ""
) -> Estimate:
    """Pass the estimate on to be approved, or return it with a reason."""
    estimate = open_to_appraisal(estimate, by=by)
    _same_version(estimate, version)
    estimate.appraised_by, estimate.appraised_at = by, clock.now()
    if verdict == EstimateState.RETURNED:
        return _return(estimate, "budget.appraise_estimate", note, by=by)
    _only(verdict, EstimateState.APPRAISED)
    _all_judged(estimate)
    estimate.appraisal_note = note
    told = {"agreed": _agreed(estimate), "note": note}
    return _move(estimate, EstimateState.APPRAISED, "budget.appraise_estimate", by=by, told=told)


@transaction.atomic
def escalate(
    estimate: Estimate, *, to: str, text: str, version: int, by: User, note: str = ""
) -> Estimate:
    """Vượt thẩm quyền: report the judged estimate to the body that may decide it."""
    estimate = open_to_appraisal(estimate, by=by)
    _same_version(estimate, version)
    if not to.strip() or not text.strip():
        raise Refused("Nêu cấp có thẩm quyền và nội dung báo cáo, đề xuất.")
    _all_judged(estimate)
    estimate.appraised_by, estimate.appraised_at = by, clock.now()
    estimate.escalated_to, estimate.escalation_text, estimate.appraisal_note = to, text, note
    told = {"escalated_to": to, "agreed": _agreed(estimate)}
    return _move(estimate, EstimateState.ESCALATED, "budget.escalate", by=by, told=told)


@transaction.atomic
def approve_estimate(
    estimate: Estimate, *, verdict: str, version: int, by: User, note: str = ""
) -> Estimate:
    """A third person approves the appraised estimate or returns it with a reason."""
    estimate = _open_to_approval(estimate, EstimateState.APPRAISED, version, by=by)
    return _decide(estimate, verdict, "budget.approve_estimate", note, by=by)


@transaction.atomic
def record_answer(
    estimate: Estimate,
    *,
    verdict: str,
    paper: tuple[str, date],
    version: int,
    by: User,
    note: str = "",
) -> Estimate:
    """Record what the higher body decided; `paper` is (number, day) of its document."""
    estimate = _open_to_approval(estimate, EstimateState.ESCALATED, version, by=by)
    number, day = paper
    if not number.strip():
        raise Refused("Ghi số văn bản trả lời của cấp có thẩm quyền.")
    if day > clock.today():
        raise Refused("Ngày văn bản trả lời không sau hôm nay. Xem lại ngày.")
    estimate.answer_number, estimate.answer_on = number, day
    return _decide(estimate, verdict, "budget.record_answer", note, by=by)


def writable(estimate: Estimate, *, by: User) -> Estimate:
    """The estimate, held; raises Forbidden or Refused unless `by` may write in it now."""
    estimate = held(estimate)
    require(may_write(by, estimate))
    if estimate.state not in BEING_WRITTEN:
        raise Refused(
            f"Dự toán đang “{estimate.get_state_display()}”, không sửa được. "
            "Chờ ý kiến thẩm định, phê duyệt."
        )
    return estimate


def open_to_appraisal(estimate: Estimate, *, by: User) -> Estimate:
    """The estimate, held; raises Forbidden or Refused unless `by` may judge it now."""
    estimate = held(estimate)
    require(may_appraise(by, estimate), ANOTHER_PERSON)
    _must_be(estimate, EstimateState.SUBMITTED)
    return estimate


def _open_to_approval(
    estimate: Estimate, state: EstimateState, version: int, *, by: User
) -> Estimate:
    estimate = held(estimate)
    require(may_approve(by, estimate), ANOTHER_PERSON)
    _must_be(estimate, state)
    _same_version(estimate, version)
    return estimate


def _must_be(estimate: Estimate, state: EstimateState) -> None:
    if estimate.state != state:
        raise Refused(
            f"Dự toán đang “{estimate.get_state_display()}”, chưa làm được việc này. "
            "Tải lại trang để xem việc tiếp theo."
        )


def _same_version(estimate: Estimate, version: int) -> None:
    if estimate.version != version:
        raise Refused(STALE)


def _only(verdict: str, wanted: EstimateState) -> None:
    if verdict != wanted:
        raise Refused("Chọn một trong các ý kiến đưa ra.")


def _all_judged(estimate: Estimate) -> None:
    pending = estimate.lines.filter(verdict=LineVerdict.PENDING).count()
    if pending:
        raise Refused(f"Còn {pending} dòng chưa xét. Xét từng dòng rồi ghi ý kiến chung.")
    if not estimate.lines.filter(agreed_amount__gt=0).exists():
        raise Refused("Không dòng nào được chấp nhận. Trả lại dự toán kèm lý do.")


def _decide(estimate: Estimate, verdict: str, verb: str, note: str, *, by: User) -> Estimate:
    if verdict == EstimateState.RETURNED:
        return _return(estimate, verb, note, by=by)
    _only(verdict, EstimateState.APPROVED)
    estimate.approved_by, estimate.approved_at, estimate.note = by, clock.now(), note
    told = {"agreed": _agreed(estimate), "note": note}
    return _move(estimate, EstimateState.APPROVED, verb, by=by, told=told)


def _return(estimate: Estimate, verb: str, note: str, *, by: User) -> Estimate:
    if not note.strip():
        raise Refused("Nêu rõ lý do trả lại để cơ quan lập dự toán sửa.")
    estimate.note = note
    return _move(estimate, EstimateState.RETURNED, verb, by=by, told={"note": note})


def _agreed(estimate: Estimate) -> str:
    return format_money(sum(estimate.lines.values_list("agreed_amount", flat=True)))


def _move(
    estimate: Estimate, to: EstimateState, verb: str, *, by: User, told: dict[str, Any]
) -> Estimate:
    before = {"state": estimate.state}
    ESTIMATE_TRANSITIONS.move(estimate, to=to)
    return _keep(estimate, verb, by=by, before=before, after={"state": estimate.state, **told})


def _keep(estimate: Estimate, verb: str, *, by: User, **trail: Any) -> Estimate:
    estimate.version += 1
    estimate.save()
    record(verb, estimate, by=by, **trail)
    return estimate
