"""States of a question."""

from django.db import models

from doithoai.workflow import Transitions


class QuestionState(models.TextChoices):
    """How far a matter has come; `answered` means published, not solved."""

    RECEIVED = "received", "Mới nhận"
    SELECTED = "selected", "Đã chọn"
    SET_ASIDE = "set_aside", "Để ngoài"
    REFERRED = "referred", "Đã chuyển"
    ANSWERED = "answered", "Đã trả lời"


QUESTION_TRANSITIONS = Transitions(
    {
        QuestionState.RECEIVED: {QuestionState.SELECTED, QuestionState.SET_ASIDE},
        QuestionState.SELECTED: {
            QuestionState.REFERRED,
            QuestionState.SET_ASIDE,
            QuestionState.RECEIVED,
        },
        QuestionState.SET_ASIDE: {QuestionState.RECEIVED},
        QuestionState.REFERRED: {QuestionState.ANSWERED},
        QuestionState.ANSWERED: set(),
    }
)

HALL_STATES = frozenset({QuestionState.SELECTED, QuestionState.REFERRED, QuestionState.ANSWERED})

LIFE_CYCLES = {
    "Câu hỏi (Question)": QUESTION_TRANSITIONS,
}
