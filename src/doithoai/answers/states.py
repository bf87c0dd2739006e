"""States of an answer."""

from django.db import models

from doithoai.workflow import Transitions


class AnswerState(models.TextChoices):
    """How far an answer has come: nobody answers alone."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ thẩm định"
    RETURNED = "returned", "Trả lại"
    APPRAISED = "appraised", "Chờ Chủ tịch duyệt"
    APPROVED = "approved", "Đã duyệt"
    PUBLISHED = "published", "Đã công bố"


ANSWER_TRANSITIONS = Transitions(
    {
        AnswerState.DRAFT: {AnswerState.SUBMITTED},
        AnswerState.SUBMITTED: {AnswerState.RETURNED, AnswerState.APPRAISED},
        AnswerState.RETURNED: {AnswerState.SUBMITTED},
        AnswerState.APPRAISED: {AnswerState.APPROVED, AnswerState.RETURNED},
        AnswerState.APPROVED: {AnswerState.PUBLISHED},
        AnswerState.PUBLISHED: set(),
    }
)

WITH_AGENCY = frozenset({AnswerState.DRAFT, AnswerState.RETURNED})
APPROVED_STATES = frozenset({AnswerState.APPROVED, AnswerState.PUBLISHED})

LIFE_CYCLES = {
    "Câu trả lời (Answer)": ANSWER_TRANSITIONS,
}
