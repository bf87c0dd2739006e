"""States of a reading, a conference and an assignment."""

from django.db import models

from doithoai.workflow import Transitions


class ReadingState(models.TextChoices):
    """How far an uploaded plan has come."""

    REVIEW = "review", "Đang xác nhận"
    OPENED = "opened", "Đã mở hội nghị"
    DISCARDED = "discarded", "Đã bỏ"


class ConferenceState(models.TextChoices):
    """How far the plan itself has come."""

    DRAFT = "draft", "Đang soạn"
    ISSUED = "issued", "Đã ban hành"


class AssignmentState(models.TextChoices):
    """How far a task of the plan has come."""

    TODO = "todo", "Chưa làm"
    DOING = "doing", "Đang làm"
    DONE = "done", "Đã xong"


READING_TRANSITIONS = Transitions(
    {
        ReadingState.REVIEW: {ReadingState.OPENED, ReadingState.DISCARDED},
        ReadingState.OPENED: set(),
        ReadingState.DISCARDED: set(),
    }
)

CONFERENCE_TRANSITIONS = Transitions(
    {
        ConferenceState.DRAFT: {ConferenceState.ISSUED},
        ConferenceState.ISSUED: set(),
    }
)

ASSIGNMENT_TRANSITIONS = Transitions(
    {
        AssignmentState.TODO: {AssignmentState.DOING, AssignmentState.DONE},
        AssignmentState.DOING: {AssignmentState.DOING, AssignmentState.DONE, AssignmentState.TODO},
        AssignmentState.DONE: {AssignmentState.DOING},
    }
)
