"""A promise with its agency and day, the reports on it and the wishes for more time."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.audit import clock
from doithoai.conclusions.models.notice import NoticeItem
from doithoai.conclusions.rules import LONGEST_FILE
from doithoai.conclusions.states import CommitmentState, ExtensionState, ReportState
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.questions.models import Question


class Commitment(models.Model):
    """What an agency promised to do by a day (cam kết)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="commitments")
    number = models.PositiveIntegerField("số")
    text = models.TextField("việc phải làm")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="commitments", verbose_name="cơ quan chủ trì"
    )
    supporting = models.ManyToManyField(
        Agency, blank=True, related_name="supported_commitments", verbose_name="cơ quan phối hợp"
    )
    due = models.DateField("hạn")
    evidence_wanted = models.TextField("tài liệu chứng minh cần có", blank=True)
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    notice_item = models.OneToOneField(
        NoticeItem, models.PROTECT, null=True, blank=True, related_name="commitment"
    )
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to"
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=CommitmentState, default=CommitmentState.OPEN
    )
    opened_at = models.DateTimeField("giao lúc", default=clock.now)
    kept_on = models.DateField("ngày báo cáo đã thực hiện", null=True, blank=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    reopened_at = models.DateTimeField("mở lại lúc", null=True, blank=True)
    reason = models.TextField("lý do hủy, mở lại", blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "cam kết"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "number"], name="commitment_number_once"),
            models.CheckConstraint(
                name="commitment_kept_has_days",
                condition=~Q(state=CommitmentState.KEPT)
                | Q(kept_on__isnull=False, closed_at__isnull=False),
                violation_error_message="Cam kết đã làm xong phải có ngày.",
            ),
            models.CheckConstraint(
                name="commitment_cancelled_says_why",
                condition=~Q(state=CommitmentState.CANCELLED) | ~Q(reason=""),
                violation_error_message="Hủy cam kết phải có lý do.",
            ),
            models.CheckConstraint(
                name="commitment_is_not_carried_from_itself",
                condition=Q(carried_from=None) | ~Q(carried_from=F("id")),
                violation_error_message="Cam kết không chuyển từ chính nó.",
            ),
        ]

    def __str__(self) -> str:
        return f"Cam kết {self.number}"


class ProgressReport(models.Model):
    """What the agency says it has done, with evidence, and what was thought of it."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="reports")
    text = models.TextField("đã làm gì")
    claims_done = models.BooleanField("báo đã làm xong", default=False)
    evidence_url = models.URLField("đường dẫn chứng minh", max_length=500, blank=True)
    evidence_name = models.CharField("tên tệp", max_length=200, blank=True)
    evidence_type = models.CharField("loại tệp", max_length=100, blank=True)
    evidence = models.BinaryField("tệp chứng minh", null=True, max_length=LONGEST_FILE)
    state = models.CharField(
        "trạng thái", max_length=8, choices=ReportState, default=ReportState.PENDING
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("báo cáo lúc", default=clock.now)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    judged_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    verdict_note = models.TextField("ý kiến", blank=True)

    class Meta:
        verbose_name = "báo cáo tiến độ"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(state=ReportState.PENDING),
                name="progress_report_one_pending",
            ),
            models.CheckConstraint(
                name="progress_report_judged_by_another",
                condition=Q(judged_by=None) | ~Q(judged_by=F("by")),
                violation_error_message="Người báo cáo không tự xác nhận.",
            ),
            models.CheckConstraint(
                name="progress_report_judged_by_someone",
                condition=Q(state=ReportState.PENDING) | Q(judged_by__isnull=False),
                violation_error_message="Báo cáo đã xem phải có người xem.",
            ),
            models.CheckConstraint(
                name="progress_report_returned_says_why",
                condition=~Q(state=ReportState.RETURNED) | ~Q(verdict_note=""),
                violation_error_message="Trả lại báo cáo phải có lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"Báo cáo về {str(self.commitment).lower()}"

    @property
    def conference_id(self) -> int:
        """The conference of its commitment, for the trail."""
        return self.commitment.conference_id


class Extension(models.Model):
    """A wish for more time and its outcome; both days stay (xin gia hạn)."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="extensions")
    old_due = models.DateField("hạn cũ")
    new_due = models.DateField("hạn xin lùi đến")
    reason = models.TextField("lý do")
    state = models.CharField(
        "trạng thái", max_length=8, choices=ExtensionState, default=ExtensionState.ASKED
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("xin lúc", default=clock.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True, blank=True)
    note = models.TextField("ý kiến", blank=True)

    class Meta:
        verbose_name = "xin gia hạn"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(state=ExtensionState.ASKED),
                name="extension_one_asked",
            ),
            models.CheckConstraint(
                name="extension_is_later",
                condition=Q(new_due__gt=F("old_due")),
                violation_error_message="Hạn mới phải sau hạn cũ.",
            ),
            models.CheckConstraint(
                name="extension_decided_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                violation_error_message="Người xin gia hạn không tự quyết định.",
            ),
            models.CheckConstraint(
                name="extension_decided_by_someone",
                condition=Q(state=ExtensionState.ASKED) | Q(decided_by__isnull=False),
                violation_error_message="Việc gia hạn đã quyết phải có người quyết.",
            ),
            models.CheckConstraint(
                name="extension_refused_says_why",
                condition=~Q(state=ExtensionState.REFUSED) | ~Q(note=""),
                violation_error_message="Không gia hạn phải có lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"Xin gia hạn {str(self.commitment).lower()}"

    @property
    def conference_id(self) -> int:
        """The conference of its commitment, for the trail."""
        return self.commitment.conference_id
