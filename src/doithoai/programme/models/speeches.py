"""Speeches of the conference, and every version handed in."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.planning.models import Assignment, Conference
from doithoai.programme.models.agenda import AgendaItem
from doithoai.programme.states import SpeechState

JUDGED = (SpeechState.APPRAISED, SpeechState.APPROVED)


class SpeechKind(models.TextChoices):
    """At which point of the conference a speech is given."""

    OPENING = "opening", "Khai mạc"
    REPORT = "report", "Báo cáo"
    ADDRESS = "address", "Phát biểu"
    CONCLUSION = "conclusion", "Kết luận"
    CLOSING = "closing", "Bế mạc"


class Speech(models.Model):
    """One speech: drafted by an agency, appraised by another, approved (bài phát biểu)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="speeches")
    kind = models.CharField("loại", max_length=10, choices=SpeechKind)
    title = models.CharField("tên bài", max_length=300)
    speaker = models.CharField("người phát biểu", max_length=300)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="speeches", verbose_name="cơ quan soạn"
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="speeches",
        verbose_name="mục chương trình",
    )
    assignment = models.ForeignKey(
        Assignment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="speeches",
        verbose_name="theo nhiệm vụ",
    )
    due = models.DateField("hạn nộp", null=True, blank=True)
    body = models.TextField("nội dung", blank=True)
    state = models.CharField(
        "trạng thái", max_length=10, choices=SpeechState, default=SpeechState.DRAFT
    )
    note = models.TextField("lý do trả lại", blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField("nộp lúc", null=True, blank=True)
    appraised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField("duyệt lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "bài phát biểu"
        verbose_name_plural = "bài phát biểu"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="speech_submitted_has_text",
                condition=Q(state__in=[SpeechState.DRAFT, SpeechState.RETURNED])
                | (~Q(body="") & Q(drafted_by__isnull=False)),
                violation_error_message="Bài đã nộp phải có nội dung và người soạn.",
            ),
            models.CheckConstraint(
                name="speech_appraised_by_someone",
                condition=~Q(state__in=JUDGED) | Q(appraised_by__isnull=False),
                violation_error_message="Bài trình duyệt phải có người thẩm định.",
            ),
            models.CheckConstraint(
                name="speech_approved_by_someone",
                condition=~Q(state=SpeechState.APPROVED) | Q(approved_by__isnull=False),
                violation_error_message="Bài đã duyệt phải có người duyệt.",
            ),
            models.CheckConstraint(
                name="speech_drafter_is_not_appraiser",
                condition=Q(appraised_by=None)
                | Q(drafted_by=None)
                | ~Q(appraised_by=F("drafted_by")),
                violation_error_message="Người soạn không tự thẩm định.",
            ),
            models.CheckConstraint(
                name="speech_approver_is_another",
                condition=Q(approved_by=None)
                | (~Q(approved_by=F("drafted_by")) & ~Q(approved_by=F("appraised_by"))),
                violation_error_message="Người duyệt phải khác người soạn và người thẩm định.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SpeechVersion(models.Model):
    """The text of a speech as it was handed in once (bản nộp của bài phát biểu)."""

    speech = models.ForeignKey(Speech, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("bản")
    body = models.TextField("nội dung")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("nộp lúc", default=clock.now)

    class Meta:
        verbose_name = "bản nộp của bài phát biểu"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["speech", "number"], name="speech_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.speech}, bản {self.number}"

    @property
    def conference_id(self) -> int:
        """The conference of its speech, for the trail."""
        return self.speech.conference_id
