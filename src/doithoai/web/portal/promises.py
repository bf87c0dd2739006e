"""Commitments in words and steps: for officials, and for everyone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from doithoai.conclusions.models import Commitment, Extension, ProgressReport, Verdict
from doithoai.conclusions.rules import kept_in_time, working_days_late
from doithoai.conclusions.states import CommitmentState, ExtensionState, ReportState
from doithoai.directory.queries import WorkCalendar
from doithoai.vietnamese.dates import short_date
from doithoai.web.portal.naming import full_name, hidden
from doithoai.web.templatetags.formats import short_date as local_date

SHAPES = {
    CommitmentState.OPEN: "drafting",
    CommitmentState.REPORTED: "submitted",
    CommitmentState.KEPT: "done",
    CommitmentState.CARRIED: "moved",
    CommitmentState.CANCELLED: "set-aside",
}
PAST, NOW, RETURNED = "past", "now", "returned"


@dataclass(frozen=True, slots=True)
class Shown:
    """A commitment with its state as shape and words; `verdicts` are its askers', counted."""

    commitment: Commitment
    shape: str
    words: str
    late: int
    verdicts: Counter[str]

    @property
    def agency(self) -> str:
        """The agency by its full name, with the province."""
        return full_name(self.commitment.agency, self.commitment.conference.place)

    @property
    def partners(self) -> list[str]:
        """Those that support it, by full name."""
        place = self.commitment.conference.place
        return [full_name(agency, place) for agency in self.commitment.supporting.all()]

    @property
    def text(self) -> str:
        """What is promised, personal data masked."""
        return hidden(self.commitment.text)

    @property
    def said(self) -> list[tuple[str, int]]:
        """What askers say: verdict and how many; empty when nobody has said anything."""
        if not self.verdicts:
            return []
        return [(verdict.label, self.verdicts[verdict]) for verdict in Verdict]


def shown(
    commitment: Commitment,
    today: date,
    calendar: WorkCalendar,
    verdicts: dict[int, Counter[str]] | None = None,
) -> Shown:
    """The commitment as it stands today."""
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    late = 0
    if commitment.state == CommitmentState.OPEN:
        late = working_days_late(commitment.due, today, **days)
    shape = "late" if late else SHAPES[CommitmentState(commitment.state)]
    said = (verdicts or {}).get(commitment.question_id or 0, Counter())
    return Shown(commitment, shape, _words(commitment, late, days), late, said)


def _words(commitment: Commitment, late: int, days: dict[str, Any]) -> str:
    due, state = short_date(commitment.due), commitment.state
    if late:
        return f"Quá hạn {late} ngày làm việc, hạn {due}"
    if state == CommitmentState.OPEN:
        return f"Đã hứa, đang làm, hạn {due}"
    if state == CommitmentState.REPORTED:
        return "Cơ quan báo đã làm xong, chờ xác nhận"
    if state == CommitmentState.CARRIED:
        return "Chuyển sang hội nghị sau để theo dõi tiếp"
    if state == CommitmentState.CANCELLED or commitment.kept_on is None:
        return "Đã hủy, có lý do"
    kept = short_date(commitment.kept_on)
    in_time = kept_in_time(commitment.kept_on, commitment.due, **days)
    return f"Đã làm xong ngày {kept}{'' if in_time else f', trễ hạn {due}'}"


def steps_of(
    commitment: Commitment,
    reports: list[ProgressReport],
    extensions: list[Extension],
    *,
    in_public: bool,
) -> list[dict[str, Any]]:
    """Everything that happened, oldest first; in public only what has been confirmed, no names."""
    dated = [(commitment.opened_at, _step("Nhận cam kết", commitment.opened_at))]
    for report in reports:
        if not in_public or report.state == ReportState.ACCEPTED:
            dated.append((report.at, _report_step(report, in_public)))
    for extension in extensions:
        if not in_public or extension.state != ExtensionState.ASKED:
            dated.append((extension.asked_at, _extension_step(extension, in_public)))
    dated += [(step["at"], step) for step in _turns(commitment)]
    return [step for _, step in sorted(dated, key=lambda pair: pair[0])]


def _report_step(report: ProgressReport, in_public: bool) -> dict[str, Any]:
    what = "Báo đã làm xong" if report.claims_done else "Báo cáo tiến độ"
    detail = hidden(report.text)
    if in_public:
        return _step(what, report.at, detail)
    detail = f"{report.by}: {detail}"
    if report.verdict_note:
        detail += f" Ý kiến: {report.verdict_note}"
    state = {ReportState.PENDING: NOW, ReportState.RETURNED: RETURNED}.get(
        ReportState(report.state), PAST
    )
    return _step(f"{what}. {report.get_state_display()}", report.at, detail, state)


def _extension_step(extension: Extension, in_public: bool) -> dict[str, Any]:
    days = f"từ {short_date(extension.old_due)} đến {short_date(extension.new_due)}"
    words = f"Xin lùi hạn {days}. {extension.get_state_display()}"
    detail = f"Lý do: {hidden(extension.reason)}"
    if extension.note:
        detail += f" Ý kiến: {hidden(extension.note)}"
    if not in_public:
        detail = f"{extension.asked_by}. {detail}"
    state = NOW if extension.state == ExtensionState.ASKED else PAST
    return _step(words, extension.asked_at, detail, state)


def _turns(commitment: Commitment) -> Iterator[dict[str, Any]]:
    reason = f"Lý do: {hidden(commitment.reason)}" if commitment.reason else ""
    if commitment.reopened_at:
        yield _step("Mở lại theo ý kiến người hỏi", commitment.reopened_at, reason, RETURNED)
    if commitment.state == CommitmentState.KEPT:
        yield _step("Được xác nhận đã làm xong", commitment.closed_at)
    if commitment.state == CommitmentState.CANCELLED:
        yield _step("Đã hủy", commitment.closed_at, reason)
    if commitment.state == CommitmentState.CARRIED:
        yield _step("Chuyển sang hội nghị sau", commitment.closed_at)


def _step(text: str, at: Any, detail: str = "", state: str = PAST) -> dict[str, Any]:
    return {"date": f"{local_date(at)}.", "text": text, "detail": detail, "state": state, "at": at}
