"""States of a notice, a commitment, a report on it and a wish for more time."""

from django.db import models

from doithoai.workflow import Transitions


class NoticeState(models.TextChoices):
    """How far the conclusion notice has come."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ ký"
    RETURNED = "returned", "Trả lại"
    SIGNED = "signed", "Đã ký"
    PUBLISHED = "published", "Đã công bố"


class CommitmentState(models.TextChoices):
    """How far a promise has come; whether it is late is counted, not stored."""

    OPEN = "open", "Đang làm"
    REPORTED = "reported", "Chờ xác nhận"
    KEPT = "kept", "Đã làm xong"
    CARRIED = "carried", "Chuyển sang hội nghị sau"
    CANCELLED = "cancelled", "Đã hủy"


class ReportState(models.TextChoices):
    """What became of a progress report."""

    PENDING = "pending", "Chờ xác nhận"
    ACCEPTED = "accepted", "Đã xác nhận"
    RETURNED = "returned", "Trả lại"


class ExtensionState(models.TextChoices):
    """What became of a wish for more time."""

    ASKED = "asked", "Chờ quyết định"
    GRANTED = "granted", "Được gia hạn"
    REFUSED = "refused", "Không gia hạn"


NOTICE_TRANSITIONS = Transitions(
    {
        NoticeState.DRAFT: {NoticeState.SUBMITTED},
        NoticeState.SUBMITTED: {NoticeState.RETURNED, NoticeState.SIGNED},
        NoticeState.RETURNED: {NoticeState.SUBMITTED},
        NoticeState.SIGNED: {NoticeState.PUBLISHED},
        NoticeState.PUBLISHED: set(),
    }
)

COMMITMENT_TRANSITIONS = Transitions(
    {
        CommitmentState.OPEN: {
            CommitmentState.REPORTED,
            CommitmentState.CARRIED,
            CommitmentState.CANCELLED,
        },
        CommitmentState.REPORTED: {
            CommitmentState.OPEN,
            CommitmentState.KEPT,
            CommitmentState.CANCELLED,
        },
        CommitmentState.KEPT: {CommitmentState.OPEN},
        CommitmentState.CARRIED: set(),
        CommitmentState.CANCELLED: set(),
    }
)

REPORT_TRANSITIONS = Transitions(
    {
        ReportState.PENDING: {ReportState.ACCEPTED, ReportState.RETURNED},
        ReportState.ACCEPTED: set(),
        ReportState.RETURNED: set(),
    }
)

EXTENSION_TRANSITIONS = Transitions(
    {
        ExtensionState.ASKED: {ExtensionState.GRANTED, ExtensionState.REFUSED},
        ExtensionState.GRANTED: set(),
        ExtensionState.REFUSED: set(),
    }
)

BEING_WRITTEN = frozenset({NoticeState.DRAFT, NoticeState.RETURNED})
NUMBERED = frozenset({NoticeState.SIGNED, NoticeState.PUBLISHED})
RUNNING = frozenset({CommitmentState.OPEN, CommitmentState.REPORTED})

LIFE_CYCLES = {
    "Thông báo kết luận (Notice)": NOTICE_TRANSITIONS,
    "Cam kết (Commitment)": COMMITMENT_TRANSITIONS,
    "Báo cáo tiến độ (ProgressReport)": REPORT_TRANSITIONS,
    "Xin gia hạn (Extension)": EXTENSION_TRANSITIONS,
}
