"""What each screen says of the board, in words: the same for the first page and every snapshot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from doithoai.answers.rules import four_parts
from doithoai.hall.models import AudienceQuestion, EventKind, ScreenMode, Turn, TurnKind
from doithoai.hall.queries import Board, approved_answer, cues_at, last_step, without_words
from doithoai.hall.rules import (
    LAST_SECONDS,
    Clock,
    clock_figures,
    minutes_words,
    size_of,
    speaker_words,
)
from doithoai.hall.states import ENDED, AudienceState, SessionState, TurnState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask, mask_contacts

DOING = {
    TurnState.CALLED: "Mời",
    TurnState.SPEAKING: "Đang hỏi",
    TurnState.ANSWERING: "Đang trả lời",
}
INVITING = frozenset({ScreenMode.WELCOME, ScreenMode.ITEM, ScreenMode.QUESTION})
NEXT_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ClockFace:
    """A clock as drawn; scripts make it run from `since` (milliseconds; 0 when it stands)."""

    limit: int
    spent: int
    since: int
    left: int

    @property
    def figures(self) -> str:
        """`2:15`."""
        return clock_figures(self.left)

    @property
    def words(self) -> str:
        """What stands under the figures."""
        if self.left < 0:
            return "Quá giờ"
        if self.left <= LAST_SECONDS:
            return f"Còn {self.left} giây"
        return f"còn lại của {self.of}"

    @property
    def of(self) -> str:
        """`3 phút`."""
        return minutes_words(self.limit)

    @property
    def tone(self) -> str:
        """over, last, or nothing."""
        return "over" if self.left < 0 else "last" if self.left <= LAST_SECONDS else ""

    @property
    def share(self) -> int:
        """Of a thousand, what is left."""
        return max(0, min(1000, 1000 * self.left // self.limit))


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn as people may see it: personal data masked, names only with consent."""

    turn: Turn
    number: int
    total: int
    now: datetime

    @property
    def wording(self) -> str:
        """The question, as it may be read in public."""
        return mask(nfc(self.turn.question.wording)) if self.turn.question else ""

    @property
    def size(self) -> str:
        """How large it stands on the big screen."""
        return size_of(self.wording)

    @property
    def asker(self) -> str:
        """`Đại biểu huyện Tân Phú Đông`; with the name when that person agreed."""
        name = self.turn.speaker_name if self.turn.shows_name else ""
        return mask_contacts(nfc(speaker_words(name, self.turn.speaker_unit)))

    @property
    def is_asker_known(self) -> bool:
        """Whether anything may be said of who asks."""
        return self.asker != speaker_words()

    @property
    def is_question(self) -> bool:
        """Whether it asks; else it breaks in."""
        return self.turn.kind == TurnKind.QUESTION

    @property
    def doing(self) -> str:
        """What goes on: Mời, Đang hỏi, Đang trả lời."""
        if not self.is_question:
            return self.turn.get_kind_display()
        return DOING.get(TurnState(self.turn.state), self.turn.get_state_display())

    @property
    def doer(self) -> str:
        """Who does it: the agency when it answers, else the asker."""
        answering = self.turn.state == TurnState.ANSWERING and self.turn.agency
        return self.turn.agency.name if answering and self.turn.agency else self.asker

    @property
    def clock(self) -> ClockFace | None:
        """The clock, when this turn has one."""
        turn = self.turn
        if turn.state not in {TurnState.SPEAKING, TurnState.ANSWERING}:
            return None
        clock = Clock(turn.limit_seconds, turn.spent_seconds, turn.clock_from)
        since = int(turn.clock_from.timestamp() * 1000) if turn.clock_from else 0
        return ClockFace(turn.limit_seconds, turn.spent_seconds, since, clock.left(self.now))

    @property
    def answer(self) -> str:
        """The approved answer, for those who may read it."""
        return approved_answer(self.turn)

    @property
    def lacks_answer(self) -> bool:
        """A question yet to be answered here, of which no approved answer can be read out."""
        return self.is_question and self.turn.state not in ENDED and not self.answer

    @property
    def asks(self) -> str:
        """`Mời đại biểu xã Phú Tân nêu câu hỏi`; once they speak, `Đại biểu xã Phú Tân hỏi`."""
        if self.turn.state == TurnState.CALLED:
            return f"Mời {self.asker[0].lower()}{self.asker[1:]} nêu câu hỏi"
        return f"{self.asker} hỏi"

    @property
    def is_awaited(self) -> bool:
        """Its agency is known and has yet to answer."""
        return self.turn.agency is not None and self.turn.state != TurnState.ANSWERING


def heading(board: Board) -> str:
    """Who talks with whom, where, in which year."""
    conference = board.conference
    name = f"{conference.chair_title} đối thoại với {conference.audience}"
    place = "" if conference.place.name in name else f" {conference.place.name}"
    return f"{name}{place} {conference.year}"


def view_of(board: Board, turn: Turn | None) -> TurnView | None:
    """A turn of the board, as people may see it."""
    if turn is None:
        return None
    return TurnView(turn, board.number_of(turn), len(board.questions), board.now)


def stage(board: Board) -> dict[str, Any]:
    """The big screen."""
    floor = view_of(board, board.floor)
    mode = board.session.screen
    if mode == ScreenMode.QUESTION and floor is None:
        mode = ScreenMode.ITEM if board.session.current_item else ScreenMode.WELCOME
    if mode == ScreenMode.ITEM and board.session.current_item is None:
        mode = ScreenMode.WELCOME
    following = [turn for turn in board.queue if turn.kind == TurnKind.QUESTION]
    is_taking = board.session.audience_open and board.session.is_live
    return {
        "mode": mode,
        "heading": heading(board),
        "venue": board.conference.venue,
        "floor": floor,
        "following": view_of(board, following[0]) if following else None,
        "item": board.session.current_item,
        "message": board.session.message,
        "invites_phones": is_taking and mode in INVITING,
        "is_paused": board.session.state == SessionState.PAUSED,
        "is_closed": board.session.state == SessionState.CLOSED,
    }


def audience(board: Board) -> dict[str, Any]:
    """The telephones: what is asked now, and the approved questions, the most supported first."""
    shown = [one for one in board.audience if one.state == AudienceState.SHOWN]
    return {
        "floor": view_of(board, board.floor),
        "item": board.session.current_item,
        "is_live": board.session.is_live,
        "is_closed": board.session.state == SessionState.CLOSED,
        "is_taking": board.session.audience_open and board.session.is_live,
        "shown": _most_supported(shown),
    }


def chair(board: Board) -> dict[str, Any]:
    """The chair's tablet: question, brief, approved answer, the next three."""
    floor = view_of(board, board.floor)
    units = {turn.agency.name for turn in board.turns if turn.agency}
    since = board.conference.held_on or board.now.date()
    parts = four_parts(floor.answer, since=since, units=units) if floor and floor.answer else []
    return {
        "floor": floor,
        "brief": [part for part in parts if part.found],
        "next": [view_of(board, turn) for turn in board.queue[:NEXT_SHOWN]],
        "asked": [view_of(board, turn) for turn in board.turns if turn.state == TurnState.ASKED],
        "item": board.session.current_item,
        "left": len(board.queue),
        "is_closed": board.session.state == SessionState.CLOSED,
    }


def presenter(board: Board) -> dict[str, Any]:
    """The presenter: the cue of now and of next, from the script or else from the programme."""
    now, following = cues_at(board)
    upcoming = [line.item for line in board.items if line.is_next]
    return {
        "cue": now,
        "next_cue": following,
        "floor": view_of(board, board.floor),
        "item": board.session.current_item,
        "next_item": upcoming[0] if upcoming else None,
        "following": view_of(board, board.queue[0]) if board.queue else None,
        "is_closed": board.session.state == SessionState.CLOSED,
    }


def secretary(board: Board) -> dict[str, Any]:
    """The driver's desk, all of it."""
    done = [turn for turn in board.turns if turn.state in ENDED]
    waiting = [one for one in board.audience if one.state == AudienceState.WAITING]
    others = [one for one in board.audience if one.state in {"shown", "refused"}]
    step = last_step(board.session)
    return {
        "board": board,
        "session": board.session,
        "floor": view_of(board, board.floor),
        "queue": [view_of(board, turn) for turn in board.queue],
        "asked": [view_of(board, turn) for turn in board.turns if turn.state == TurnState.ASKED],
        "done": [view_of(board, turn) for turn in reversed(done)],
        "wordless": [view_of(board, turn) for turn in without_words(board.turns)],
        "last": board.events[0] if board.events else None,
        "undoable": step is not None and bool(step.data["undo"]),
        "waiting": waiting,
        "newest": max((one.pk for one in waiting), default=0),
        "judged": _most_supported(others),
        "screens": ScreenMode.choices,
    }


def record(board: Board) -> dict[str, Any]:
    """What took place, once the conference is over; only words may still be written down."""
    kept = [turn for turn in board.turns if turn.state != TurnState.WITHDRAWN]
    by_state = Counter(turn.state for turn in board.questions)
    undone = sum(by_state.values()) - by_state[TurnState.ANSWERED] - by_state[TurnState.PUT_OFF]
    counts = {
        "Đã trả lời tại hội trường": by_state[TurnState.ANSWERED],
        "Trả lời bằng văn bản": by_state[TurnState.PUT_OFF],
        "Chưa đến lượt": undone,
        "Câu gửi từ điện thoại": len(board.audience),
    }
    last = board.events[0] if board.events else None
    return {
        "session": board.session,
        "turns": [view_of(board, turn) for turn in kept],
        "items": board.items,
        "figures": [{"label": name, "value": count} for name, count in counts.items() if count],
        "wordless": {turn.pk for turn in without_words(board.turns)},
        "may_reopen": last is not None and last.kind == EventKind.CLOSED,
    }


def _most_supported(questions: Sequence[AudienceQuestion]) -> list[AudienceQuestion]:
    return sorted(questions, key=lambda one: (-getattr(one, "supported", 0), one.pk))
