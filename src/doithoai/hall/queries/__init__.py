"""Reading the hall."""

from doithoai.hall.queries.audience import (
    asked_from,
    device_asks,
    is_taking,
    supported_from,
)
from doithoai.hall.queries.board import (
    Board,
    ItemLine,
    approved_answer,
    board_of,
    cues_at,
    keys_of,
    on_floor,
    session_of,
    without_words,
)
from doithoai.hall.queries.course import (
    HallStanding,
    askers_of,
    frame_of,
    hall_standing_by,
    happenings_of,
    last_step,
    questions_without_turn,
)

__all__ = [
    "Board",
    "HallStanding",
    "ItemLine",
    "approved_answer",
    "asked_from",
    "askers_of",
    "board_of",
    "cues_at",
    "device_asks",
    "frame_of",
    "hall_standing_by",
    "happenings_of",
    "is_taking",
    "keys_of",
    "last_step",
    "on_floor",
    "questions_without_turn",
    "session_of",
    "supported_from",
    "without_words",
]
