"""The referral of a question, its answer, and every version of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.answers.states import APPROVED_STATES, AnswerState
from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.questions.models import Question


class Referral(models.Model):
    """A question sent to one leading agency, with its day (chuyển câu hỏi)."""

    question = models.OneToOneField(Question, models.PROTECT, related_name="referral")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="referrals", verbose_name="cơ quan chủ trì trả lời"
    )
    supporting = models.ManyToManyField(
        Agency, blank=True, related_name="supported_referrals", verbose_name="cơ quan phối hợp"
    )
    due = models.DateField("hạn trả lời")
    note = models.TextField("lời dặn", blank=True)
    referred_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    referred_at = models.DateTimeField("chuyển lúc", default=clock.now)

    class Meta:
        verbose_name = "việc chuyển câu hỏi"
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.question} gửi {self.agency}"

    @property
    def conference_id(self) -> int:
        """The conference of its question, for the trail."""
        return self.question.conference_id


class Answer(models.Model):
    """A department's written reply to one referral (câu trả lời)."""

    referral = models.OneToOneField(Referral, models.PROTECT, related_name="answer")
    body = models.TextField("nội dung trả lời", blank=True)
    state = models.CharField(
        "trạng thái", max_length=10, choices=AnswerState, default=AnswerState.DRAFT
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
    published_at = models.DateTimeField("công bố lúc", null=True, blank=True)
    given_in_hall = models.BooleanField("trả lời tại hội trường", default=False)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "câu trả lời"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="answer_appraised_by_someone",
                condition=~Q(state__in=[AnswerState.APPRAISED, *sorted(APPROVED_STATES)])
                | Q(appraised_by__isnull=False),
                violation_error_message="Câu trả lời trình duyệt phải có người thẩm định.",
            ),
            models.CheckConstraint(
                name="answer_approved_by_someone",
                condition=~Q(state__in=sorted(APPROVED_STATES)) | Q(approved_by__isnull=False),
                violation_error_message="Câu trả lời đã duyệt phải có người duyệt.",
            ),
            models.CheckConstraint(
                name="answer_drafter_is_not_appraiser",
                condition=Q(appraised_by=None)
                | Q(drafted_by=None)
                | ~Q(appraised_by=F("drafted_by")),
                violation_error_message="Người soạn không tự thẩm định.",
            ),
            models.CheckConstraint(
                name="answer_approver_is_another",
                condition=Q(approved_by=None)
                | (~Q(approved_by=F("drafted_by")) & ~Q(approved_by=F("appraised_by"))),
                violation_error_message="Người duyệt phải khác người soạn và người thẩm định.",
            ),
            models.CheckConstraint(
                name="answer_published_has_day",
                condition=~Q(state=AnswerState.PUBLISHED) | Q(published_at__isnull=False),
                violation_error_message="Câu trả lời đã công bố phải có ngày công bố.",
            ),
        ]

    def __str__(self) -> str:
        return f"Trả lời {self.referral.question}"

    @property
    def conference_id(self) -> int:
        """The conference of its question, for the trail."""
        return self.referral.conference_id


class AnswerVersion(models.Model):
    """The text of an answer as it was submitted once (bản nộp)."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("bản")
    body = models.TextField("nội dung")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("nộp lúc", default=clock.now)

    class Meta:
        verbose_name = "bản nộp"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "number"], name="answer_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.answer}, bản {self.number}"
