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
    MERGED = "merged", "Đã gộp"
    PASSED_ON = "passed_on", "Đã chuyển đơn"
    WITHDRAWN = "withdrawn", "Người gửi rút"


class ListState(models.TextChoices):
    """How far a received list has come."""

    UPLOADED = "uploaded", "Đã tải lên"
    READING = "reading", "Đang đọc"
    READ = "read", "Chờ nhận vào"
    TAKING = "taking", "Đang nhận vào"
    TAKEN = "taken", "Đã nhận vào"
    DROPPED = "dropped", "Đã bỏ"
    UNREADABLE = "unreadable", "Không đọc được"


QUESTION_TRANSITIONS = Transitions(
    {
        QuestionState.RECEIVED: {
            QuestionState.SELECTED,
            QuestionState.SET_ASIDE,
            QuestionState.MERGED,
            QuestionState.PASSED_ON,
            QuestionState.WITHDRAWN,
        },
        QuestionState.SELECTED: {
            QuestionState.REFERRED,
            QuestionState.SET_ASIDE,
            QuestionState.RECEIVED,
            QuestionState.MERGED,
            QuestionState.PASSED_ON,
            QuestionState.WITHDRAWN,
        },
        QuestionState.SET_ASIDE: {
            QuestionState.RECEIVED,
            QuestionState.MERGED,
            QuestionState.PASSED_ON,
            QuestionState.WITHDRAWN,
        },
        QuestionState.REFERRED: {QuestionState.ANSWERED},
        QuestionState.ANSWERED: set(),
        QuestionState.MERGED: {QuestionState.RECEIVED, QuestionState.WITHDRAWN},
        QuestionState.PASSED_ON: {QuestionState.RECEIVED},
        QuestionState.WITHDRAWN: set(),
    }
)

LIST_TRANSITIONS = Transitions(
    {
        ListState.UPLOADED: {ListState.READING, ListState.DROPPED},
        ListState.READING: {ListState.READ, ListState.UNREADABLE, ListState.DROPPED},
        ListState.READ: {ListState.TAKING, ListState.READING, ListState.DROPPED},
        ListState.TAKING: {ListState.TAKEN, ListState.READ},
        ListState.TAKEN: set(),
        ListState.DROPPED: set(),
        ListState.UNREADABLE: {ListState.DROPPED},
    }
)

LISTED_STATES = frozenset(
    {
        QuestionState.RECEIVED,
        QuestionState.SELECTED,
        QuestionState.SET_ASIDE,
        QuestionState.REFERRED,
        QuestionState.ANSWERED,
    }
)
"""States of questions that stand in lists; merged ones live in another, letters in none."""

OPEN_STATES = frozenset({QuestionState.RECEIVED, QuestionState.SELECTED, QuestionState.SET_ASIDE})
"""States in which a question may still be cut, merged, passed on and withdrawn."""

HALL_STATES = frozenset({QuestionState.SELECTED, QuestionState.REFERRED, QuestionState.ANSWERED})

LIFE_CYCLES = {
    "Câu hỏi (Question)": QUESTION_TRANSITIONS,
    "Danh sách ý kiến (ReceivedList)": LIST_TRANSITIONS,
}
