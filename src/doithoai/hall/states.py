"""States of the session in the hall, of each turn, of questions from telephones, of the minutes."""

from django.db import models

from doithoai.workflow import Transitions


class SessionState(models.TextChoices):
    """How far the session in the hall has come."""

    READY = "ready", "Sẵn sàng"
    RUNNING = "running", "Đang diễn ra"
    PAUSED = "paused", "Tạm nghỉ"
    CLOSED = "closed", "Đã bế mạc"


class TurnState(models.TextChoices):
    """How far one turn has come; `asked` waits while others ask, as when answers come together."""

    QUEUED = "queued", "Chờ đến lượt"
    CALLED = "called", "Đã mời"
    SPEAKING = "speaking", "Đang phát biểu"
    ASKED = "asked", "Đã hỏi, chờ trả lời"
    ANSWERING = "answering", "Đang trả lời"
    ANSWERED = "answered", "Đã xong"
    PUT_OFF = "put_off", "Trả lời bằng văn bản"
    WITHDRAWN = "withdrawn", "Đã rút"


class AudienceState(models.TextChoices):
    """What became of a question from a telephone: nobody sees it before it is approved.

    What still waits at the close, or has had no turn, is received like one sent before the day.
    """

    WAITING = "waiting", "Chờ duyệt"
    SHOWN = "shown", "Đã duyệt"
    REFUSED = "refused", "Không đưa"
    TAKEN = "taken", "Đã đưa vào lượt"
    RECEIVED = "received", "Đã tiếp nhận"


class MinutesState(models.TextChoices):
    """How far the minutes have come."""

    DRAFT = "draft", "Đang ghi"
    SUBMITTED = "submitted", "Thư ký đã ký, chờ chủ trì"
    SIGNED = "signed", "Đã ký"


SESSION_TRANSITIONS = Transitions(
    {
        SessionState.READY: {SessionState.RUNNING},
        SessionState.RUNNING: {SessionState.PAUSED, SessionState.CLOSED},
        SessionState.PAUSED: {SessionState.RUNNING, SessionState.CLOSED},
        SessionState.CLOSED: set(),
    }
)

TURN_TRANSITIONS = Transitions(
    {
        TurnState.QUEUED: {
            TurnState.CALLED,
            TurnState.SPEAKING,
            TurnState.PUT_OFF,
            TurnState.WITHDRAWN,
        },
        TurnState.CALLED: {
            TurnState.QUEUED,
            TurnState.SPEAKING,
            TurnState.ANSWERING,
            TurnState.PUT_OFF,
            TurnState.WITHDRAWN,
        },
        TurnState.SPEAKING: {
            TurnState.ASKED,
            TurnState.ANSWERING,
            TurnState.ANSWERED,
            TurnState.PUT_OFF,
        },
        TurnState.ASKED: {TurnState.ANSWERING, TurnState.ANSWERED, TurnState.PUT_OFF},
        TurnState.ANSWERING: {TurnState.ANSWERED, TurnState.PUT_OFF},
        TurnState.ANSWERED: set(),
        TurnState.PUT_OFF: {TurnState.QUEUED},
        TurnState.WITHDRAWN: set(),
    }
)
"""The way forward; taking back a mis-click (`undo`) puts a turn where it was before."""

AUDIENCE_TRANSITIONS = Transitions(
    {
        AudienceState.WAITING: {
            AudienceState.SHOWN,
            AudienceState.REFUSED,
            AudienceState.TAKEN,
            AudienceState.RECEIVED,
        },
        AudienceState.SHOWN: {
            AudienceState.REFUSED,
            AudienceState.TAKEN,
            AudienceState.RECEIVED,
        },
        AudienceState.REFUSED: {AudienceState.SHOWN},
        AudienceState.TAKEN: set(),
        AudienceState.RECEIVED: set(),
    }
)

MINUTES_TRANSITIONS = Transitions(
    {
        MinutesState.DRAFT: {MinutesState.SUBMITTED},
        MinutesState.SUBMITTED: {MinutesState.DRAFT, MinutesState.SIGNED},
        MinutesState.SIGNED: set(),
    }
)

UNDECIDED = frozenset({AudienceState.WAITING, AudienceState.SHOWN})
WITH_RECEIPT = frozenset({AudienceState.TAKEN, AudienceState.RECEIVED})
LIVE_STATES = frozenset({SessionState.RUNNING, SessionState.PAUSED})
ON_FLOOR = frozenset({TurnState.CALLED, TurnState.SPEAKING, TurnState.ANSWERING})
ENDED = frozenset({TurnState.ANSWERED, TurnState.PUT_OFF, TurnState.WITHDRAWN})

LIFE_CYCLES = {
    "Phiên hội trường (Session)": SESSION_TRANSITIONS,
    "Lượt phát biểu (Turn)": TURN_TRANSITIONS,
    "Câu hỏi từ điện thoại (AudienceQuestion)": AUDIENCE_TRANSITIONS,
    "Biên bản (Minutes)": MINUTES_TRANSITIONS,
}
