"""Questions that come from telephones in the hall, and who supports them."""

from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.hall.models.session import Session
from doithoai.hall.states import WITH_RECEIPT, AudienceState
from doithoai.questions.models import Submission


class AudienceQuestion(models.Model):
    """A question sent from a telephone in the hall (câu hỏi từ điện thoại).

    `text` is kept with personal data masked; `device` is a hash of a random cookie.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="audience_questions")
    text = models.TextField("nội dung")
    name = models.CharField("họ và tên", max_length=120, blank=True)
    unit = models.CharField("đơn vị, địa phương", max_length=200, blank=True)
    shows_name = models.BooleanField("đồng ý nêu tên", default=False)
    device = models.CharField("máy gửi", max_length=64, db_index=True)
    state = models.CharField(
        "trạng thái", max_length=8, choices=AudienceState, default=AudienceState.WAITING
    )
    submission = models.OneToOneField(
        Submission, models.PROTECT, null=True, blank=True, related_name="audience_question"
    )
    sent_at = models.DateTimeField("gửi lúc", default=clock.now)

    class Meta:
        verbose_name = "câu hỏi từ điện thoại"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="audience_taken_has_receipt",
                condition=~Q(state__in=sorted(WITH_RECEIPT)) | Q(submission__isnull=False),
                violation_error_message="Câu đã đưa vào lượt, đã tiếp nhận phải có mã biên nhận.",
            )
        ]

    def __str__(self) -> str:
        return f"Câu từ điện thoại số {self.pk}"

    @property
    def conference_id(self) -> int:
        """The conference of its session, for the trail."""
        return self.session.conference_id


class AudienceSupport(models.Model):
    """One telephone's support of one question (lượt ủng hộ)."""

    question = models.ForeignKey(AudienceQuestion, models.CASCADE, related_name="supports")
    device = models.CharField("máy ủng hộ", max_length=64)

    class Meta:
        verbose_name = "lượt ủng hộ"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "device"],
                name="audience_support_once",
                violation_error_message="Mỗi điện thoại ủng hộ một câu một lần.",
            )
        ]

    def __str__(self) -> str:
        return f"Ủng hộ {self.question}"
