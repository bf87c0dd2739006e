"""The matter that is chosen, referred and answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.directory.models import Agency
from doithoai.planning.models import Conference, Topic
from doithoai.questions.rules import code_of
from doithoai.questions.states import HALL_STATES, QuestionState


class QuestionKind(models.TextChoices):
    """What a matter is; the last two leave the dialogue for the way their own law gives them."""

    QUESTION = "question", "Câu hỏi"
    PETITION = "petition", "Kiến nghị"
    PROPOSAL = "proposal", "Đề xuất"
    FEEDBACK = "feedback", "Phản ánh"
    COMPLAINT = "complaint", "Khiếu nại"
    DENUNCIATION = "denunciation", "Tố cáo"


LETTER_KINDS = frozenset({QuestionKind.COMPLAINT, QuestionKind.DENUNCIATION})
"""Kinds of letters with a law of their own (Luật Khiếu nại 2011, Luật Tố cáo 2018)."""


class Question(models.Model):
    """A matter that is chosen, referred and answered, in a wording an official chose (câu hỏi)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField("số")
    wording = models.TextField("nội dung")
    kind = models.CharField(
        "loại", max_length=12, choices=QuestionKind, default=QuestionKind.QUESTION
    )
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name="nội dung đối thoại",
    )
    lead = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan dự kiến trả lời",
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=QuestionState, default=QuestionState.RECEIVED
    )
    reason = models.TextField("lý do để ngoài", blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="gộp vào câu",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True, blank=True)
    hall_position = models.PositiveSmallIntegerField("thứ tự tại hội trường", null=True, blank=True)
    in_writing = models.BooleanField("trả lời bằng văn bản", default=False)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "câu hỏi, kiến nghị"
        ordering = ["number"]
        indexes = [models.Index(fields=["conference", "state"], name="question_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "hall_position"],
                name="question_hall_position_once",
                violation_error_message="Thứ tự này đã có câu khác.",
            ),
            models.UniqueConstraint(fields=["conference", "number"], name="question_number_once"),
            models.CheckConstraint(
                name="question_set_aside_says_why",
                condition=~Q(state=QuestionState.SET_ASIDE) | ~Q(reason=""),
                violation_error_message="Câu để ngoài phải có lý do.",
            ),
            models.CheckConstraint(
                name="question_merged_says_where",
                condition=Q(state=QuestionState.MERGED, merged_into__isnull=False)
                | (~Q(state=QuestionState.MERGED) & Q(merged_into__isnull=True)),
                violation_error_message="Câu đã gộp phải ghi gộp vào câu nào.",
            ),
            models.CheckConstraint(
                name="question_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("pk")),
                violation_error_message="Không gộp một câu vào chính nó.",
            ),
            models.CheckConstraint(
                name="question_letter_is_passed_on",
                condition=Q(state=QuestionState.PASSED_ON, kind__in=sorted(LETTER_KINDS))
                | (~Q(state=QuestionState.PASSED_ON) & ~Q(kind__in=sorted(LETTER_KINDS))),
                violation_error_message="Đơn khiếu nại, tố cáo chỉ được chuyển theo luật.",
            ),
            models.CheckConstraint(
                name="question_in_hall_is_chosen",
                condition=Q(hall_position__isnull=True) | Q(state__in=sorted(HALL_STATES)),
                violation_error_message="Chỉ câu đã chọn mới được đưa ra hội trường.",
            ),
            models.CheckConstraint(
                name="question_in_writing_is_chosen",
                condition=Q(in_writing=False)
                | Q(hall_position__isnull=True, state__in=sorted(HALL_STATES)),
                violation_error_message="Chỉ câu đã chọn, không nêu tại hội nghị, mới ghi trả lời "
                "bằng văn bản.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """How officials call it: C-018."""
        return code_of(self.number)

    def leave_choice(self) -> None:
        """Unsaved: it is neither asked in the hall nor promised an answer in writing any more."""
        self.hall_position, self.in_writing = None, False
