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

    NOT_BEGUN = "todo", "Chưa làm"
    DOING = "doing", "Đang làm"
    DONE = "done", "Đã xong"


class AnnouncementState(models.TextChoices):
    """Whether a piece of news is on the portal."""

    DRAFT = "draft", "Đang soạn"
    PUBLISHED = "published", "Đã đăng"
    WITHDRAWN = "withdrawn", "Đã gỡ"


class DifficultyState(models.TextChoices):
    """Whether a reported difficulty has been dealt with."""

    OPEN = "open", "Chờ giải quyết"
    SETTLED = "settled", "Đã giải quyết"


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
        AssignmentState.NOT_BEGUN: {AssignmentState.DOING, AssignmentState.DONE},
        AssignmentState.DOING: {
            AssignmentState.DOING,
            AssignmentState.DONE,
            AssignmentState.NOT_BEGUN,
        },
        AssignmentState.DONE: {AssignmentState.DOING},
    }
)

ANNOUNCEMENT_TRANSITIONS = Transitions(
    {
        AnnouncementState.DRAFT: {AnnouncementState.PUBLISHED},
        AnnouncementState.PUBLISHED: {AnnouncementState.WITHDRAWN},
        AnnouncementState.WITHDRAWN: {AnnouncementState.PUBLISHED},
    }
)

DIFFICULTY_TRANSITIONS = Transitions(
    {
        DifficultyState.OPEN: {DifficultyState.SETTLED},
        DifficultyState.SETTLED: {DifficultyState.OPEN},
    }
)

LIFE_CYCLES = {
    "Bản đọc kế hoạch (PlanReading)": READING_TRANSITIONS,
    "Hội nghị (Conference)": CONFERENCE_TRANSITIONS,
    "Nhiệm vụ (Assignment)": ASSIGNMENT_TRANSITIONS,
    "Tin, bài (Announcement)": ANNOUNCEMENT_TRANSITIONS,
    "Khó khăn, vướng mắc (Difficulty)": DIFFICULTY_TRANSITIONS,
}
