"""Senders who left only a telephone: who must be called, about what, and who has called."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.questions.models.questions import Question
from doithoai.questions.models.submissions import Submission


class PhoneCall(models.Model):
    """Something a sender must be told by telephone, for no letter reaches them (cần gọi điện).

    It counts from `due_from` on, when the decision can no longer be undone; one whose decision was
    taken back before anyone called is cancelled.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="phone_calls")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="phone_calls")
    why = models.CharField("việc", max_length=12)
    words = models.TextField("nội dung cần báo")
    due_from = models.DateTimeField("gọi từ lúc")
    asked_at = models.DateTimeField("ghi lúc", default=clock.now)
    cancelled_at = models.DateTimeField("thôi gọi lúc", null=True, blank=True)
    called_at = models.DateTimeField("đã gọi lúc", null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "việc cần gọi điện"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="phone_call_says_who_called",
                condition=Q(called_at__isnull=True, called_by__isnull=True)
                | Q(called_at__isnull=False, called_by__isnull=False),
                violation_error_message="Đã gọi thì phải ghi người gọi và lúc gọi.",
            ),
            models.CheckConstraint(
                name="phone_call_made_stays",
                condition=Q(called_at__isnull=True) | Q(cancelled_at__isnull=True),
                violation_error_message="Cuộc gọi đã làm thì không thôi được.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.why}"
