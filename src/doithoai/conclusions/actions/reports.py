"""What an agency says it has done, and what the office thinks of it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from doithoai.audit import clock
from doithoai.conclusions.actions.commitments import commitment_in_hand, saved
from doithoai.conclusions.models import Commitment, ProgressReport
from doithoai.conclusions.permissions import may_judge, may_report
from doithoai.conclusions.rules import LONGEST_FILE, file_type
from doithoai.conclusions.states import (
    COMMITMENT_TRANSITIONS,
    REPORT_TRANSITIONS,
    CommitmentState,
    ReportState,
)
from doithoai.directory.models import User
from doithoai.workflow import Refused, require

ANOTHER_PERSON = "Người xác nhận phải thuộc văn phòng hoặc cơ quan chủ trì, khác người báo cáo."


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves it: an address, a file, or nothing."""

    url: str = ""
    name: str = ""
    data: bytes = b""

    @property
    def is_given(self) -> bool:
        """Whether there is any."""
        return bool(self.url or self.data)


NO_EVIDENCE = Evidence()


@transaction.atomic
def report_progress(
    commitment: Commitment,
    *,
    text: str,
    claims_done: bool,
    version: int,
    by: User,
    evidence: Evidence = NO_EVIDENCE,
) -> ProgressReport:
    """The agency says how its promise goes; claiming it done hands it to the office."""
    commitment = commitment_in_hand(commitment, version, by=by)
    require(may_report(by, commitment))
    _check_report(commitment, text, claims_done, evidence)
    if claims_done:
        COMMITMENT_TRANSITIONS.move(commitment, to=CommitmentState.REPORTED)
    report = ProgressReport.objects.create(
        commitment=commitment,
        text=text.strip(),
        claims_done=claims_done,
        evidence_url=evidence.url,
        evidence_name=evidence.name[:200],
        evidence_type=_type_of(evidence),
        evidence=evidence.data or None,
        by=by,
        at=clock.now(),
    )
    after = {"text": text, "claims_done": claims_done, "filename": evidence.name}
    saved(commitment, "conclusions.report_progress", by=by, after=after)
    return report


@transaction.atomic
def judge_report(
    report: ProgressReport, *, verdict: str, note: str, version: int, by: User
) -> ProgressReport:
    """The office or the host accepts what was reported, or sends it back with a reason."""
    commitment = commitment_in_hand(report.commitment, version, by=by)
    report = ProgressReport.objects.select_for_update().defer("evidence").get(pk=report.pk)
    report.commitment = commitment
    require(may_judge(by, report), ANOTHER_PERSON)
    wanted = ReportState(verdict)
    if wanted == ReportState.RETURNED and not note.strip():
        raise Refused("Nêu rõ lý do trả lại để cơ quan làm tiếp.")
    REPORT_TRANSITIONS.move(report, to=wanted)
    if report.claims_done:
        _close_or_go_on(commitment, report)
    report.judged_by, report.judged_at, report.verdict_note = by, clock.now(), note
    report.save(update_fields=["state", "judged_by", "judged_at", "verdict_note"])
    after = {"verdict": verdict, "note": note}
    saved(commitment, "conclusions.judge_report", by=by, after=after)
    return report


def _close_or_go_on(commitment: Commitment, report: ProgressReport) -> None:
    if report.state == ReportState.RETURNED:
        COMMITMENT_TRANSITIONS.move(commitment, to=CommitmentState.OPEN)
        return
    COMMITMENT_TRANSITIONS.move(commitment, to=CommitmentState.KEPT)
    commitment.kept_on = timezone.localdate(report.at)
    commitment.closed_at = clock.now()


def _check_report(commitment: Commitment, text: str, claims_done: bool, evidence: Evidence) -> None:
    if commitment.state != CommitmentState.OPEN:
        raise Refused(
            f"Cam kết đang “{commitment.get_state_display()}”, không báo cáo thêm được lúc này."
        )
    if commitment.reports.filter(state=ReportState.PENDING).exists():
        raise Refused("Báo cáo trước đang chờ xác nhận. Chờ kết quả rồi báo cáo tiếp.")
    if not text.strip():
        raise Refused("Ghi việc đã làm.")
    if claims_done and commitment.evidence_wanted and not evidence.is_given:
        raise Refused(
            f"Cam kết này cần tài liệu chứng minh: {commitment.evidence_wanted}. "
            "Gắn đường dẫn hoặc tệp rồi gửi lại."
        )


def _type_of(evidence: Evidence) -> str:
    if not evidence.data:
        return ""
    if len(evidence.data) > LONGEST_FILE:
        raise Refused("Tệp quá 5 MB. Chọn tệp nhỏ hơn, hoặc gắn đường dẫn.")
    found = file_type(evidence.data)
    if found is None:
        raise Refused("Chỉ nhận tệp PDF, ảnh JPG, PNG hoặc Word (.docx). Chọn tệp khác.")
    return found
