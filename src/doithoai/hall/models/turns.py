"""Turns of those who ask and of the agencies that answer."""

from django.db import models
from django.db.models import Q

from doithoai.delegates.models import Delegate
from doithoai.directory.models import Agency
from doithoai.hall.models.session import Session
from doithoai.hall.states import ENDED, TurnState
from doithoai.questions.models import Question


class TurnKind(models.TextChoices):
    """What a turn is; the last two stop the clock of the one they break into."""

    QUESTION = "question", "Câu hỏi"
    INTERVENTION = "intervention", "Phát biểu xen"
    POINT_OF_ORDER = "point_of_order", "Ý kiến về cách điều hành"


class Turn(models.Model):
    """One turn in the hall: a question with its asker and the agency that answers (lượt phát biểu).

    The clock: `spent_seconds` are gone, and it has run since `clock_from`; of `limit_seconds`.
    The speaker's name is shown in the hall only when `shows_name`.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="turns")
    position = models.PositiveSmallIntegerField("thứ tự")
    kind = models.CharField("loại", max_length=14, choices=TurnKind, default=TurnKind.QUESTION)
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="turns"
    )
    delegate = models.ForeignKey(
        Delegate, models.PROTECT, null=True, blank=True, related_name="turns"
    )
    speaker_name = models.CharField("người phát biểu", max_length=120, blank=True)
    speaker_unit = models.CharField("đơn vị, địa phương", max_length=200, blank=True)
    shows_name = models.BooleanField("được nêu tên trên màn hình", default=False)
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="turns",
        verbose_name="cơ quan trả lời",
    )
    interrupts = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="interruptions",
        verbose_name="xen vào lượt",
    )
    state = models.CharField(
        "trạng thái", max_length=9, choices=TurnState, default=TurnState.QUEUED
    )
    limit_seconds = models.PositiveSmallIntegerField("số giây được nói")
    spent_seconds = models.PositiveIntegerField("số giây đã nói", default=0)
    clock_from = models.DateTimeField("đồng hồ chạy từ", null=True, blank=True)
    called_at = models.DateTimeField("mời lúc", null=True, blank=True)
    started_at = models.DateTimeField("phát biểu lúc", null=True, blank=True)
    answering_at = models.DateTimeField("trả lời lúc", null=True, blank=True)
    ended_at = models.DateTimeField("xong lúc", null=True, blank=True)
    note = models.TextField("nội dung đã trả lời", blank=True)

    class Meta:
        verbose_name = "lượt phát biểu"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(clock_from__isnull=False),
                name="turn_one_clock_runs",
                violation_error_message="Mỗi lúc chỉ một đồng hồ chạy.",
            ),
            models.UniqueConstraint(
                fields=["session", "question"],
                name="turn_of_a_question_once",
                violation_error_message="Câu hỏi này đã có lượt.",
            ),
            models.CheckConstraint(
                name="turn_question_is_known",
                condition=~Q(kind=TurnKind.QUESTION) | Q(question__isnull=False),
                violation_error_message="Lượt hỏi phải có câu hỏi.",
            ),
            models.CheckConstraint(
                name="turn_answering_says_who",
                condition=~Q(state=TurnState.ANSWERING)
                | Q(agency__isnull=False, answering_at__isnull=False),
                violation_error_message="Lượt đang trả lời phải có cơ quan và giờ.",
            ),
            models.CheckConstraint(
                name="turn_ended_has_time",
                condition=~Q(state__in=sorted(ENDED)) | Q(ended_at__isnull=False, clock_from=None),
                violation_error_message="Lượt đã xong phải có giờ xong và đồng hồ dừng.",
            ),
        ]

    def __str__(self) -> str:
        return f"Lượt {self.position}"

    @property
    def conference_id(self) -> int:
        """The conference of its session, for the trail."""
        return self.session.conference_id
