"""The hall as one step finds it: who has the floor, whose clock runs, in what order turns come."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from doithoai.answers.actions import answer_on_the_spot
from doithoai.directory.models import User
from doithoai.hall.models import ItemRun, Session, Turn, TurnKind
from doithoai.hall.queries import on_floor
from doithoai.hall.rules import Clock
from doithoai.hall.states import TURN_TRANSITIONS, SessionState, TurnState
from doithoai.questions.actions import take_in_hall
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused

TALKING = frozenset({TurnState.SPEAKING, TurnState.ANSWERING})
RESTING = "Hội nghị đang tạm nghỉ. Bấm “Tiếp tục hội nghị” rồi mời phát biểu."
NO_AGENCY = "Chưa rõ cơ quan nào trả lời. Chọn cơ quan rồi bấm lại."
SESSION_FIELDS = ("state", "current_item_id", "screen", "message", "started_at", "closed_at")
TURN_FIELDS = (
    *("position", "state", "agency_id", "limit_seconds", "spent_seconds", "clock_from"),
    *("called_at", "started_at", "answering_at", "ended_at", "note"),
)
RUN_FIELDS = ("started_at", "finished_at")


@dataclass(slots=True)
class Hall:
    """The session as one step finds it; the step changes the things in place."""

    session: Session
    turns: list[Turn]
    runs: list[ItemRun]
    before: dict[str, Any] = field(default_factory=dict)
    added: list[int] = field(default_factory=list)

    def turn(self, key: int) -> Turn:
        """The turn of this key. Raises Refused when it is not of this session."""
        found = next((turn for turn in self.turns if turn.pk == key), None)
        if found is None:
            raise Refused("Không thấy lượt này trong phiên. Tải lại trang rồi chọn lại.")
        return found


def clear_floor(hall: Hall, now: datetime, *, keep: Turn, by: User) -> None:
    """End whatever is being said: who asked waits for the answer, who answered is done."""
    for turn in [one for one in hall.turns if one.state in TALKING and one.pk != keep.pk]:
        asking = turn.kind == TurnKind.QUESTION and turn.state == TurnState.SPEAKING
        if asking:
            stop_clock(turn, now)
            TURN_TRANSITIONS.move(turn, to=TurnState.ASKED)
        else:
            end(turn, TurnState.ANSWERED, now)
            hand_to_answers(turn, by=by)


def talk(hall: Hall, turn: Turn, state: TurnState, limit: int, now: datetime, *, by: User) -> None:
    """Give the turn the floor with a fresh clock; the one before it ends."""
    if hall.session.state != SessionState.RUNNING:
        raise Refused(RESTING)
    TURN_TRANSITIONS.move(turn, to=state)
    clear_floor(hall, now, keep=turn, by=by)
    turn.limit_seconds, turn.spent_seconds, turn.clock_from = limit, 0, now


def end(turn: Turn, state: TurnState, now: datetime) -> None:
    """The turn is over."""
    stop_clock(turn, now)
    TURN_TRANSITIONS.move(turn, to=state)
    turn.ended_at = now


def leave_to_writing(turn: Turn, now: datetime, *, by: User) -> None:
    """The question is answered in writing; one asked in the hall counts as chosen from now on."""
    end(turn, TurnState.PUT_OFF, now)
    if turn.question and turn.question.state == QuestionState.RECEIVED:
        take_in_hall(turn.question, by=by)


def stop_clock(turn: Turn, now: datetime) -> None:
    """Keep the seconds used so far."""
    turn.spent_seconds = Clock(turn.limit_seconds, turn.spent_seconds, turn.clock_from).used(now)
    turn.clock_from = None


def talking(hall: Hall) -> Turn | None:
    """Who has the floor now."""
    return on_floor(hall.turns)


def line_up(hall: Hall, first: Turn | None = None) -> None:
    """Number the turns: those that have had their call, then the queue, `first` at its head."""

    def place(turn: Turn) -> tuple[bool, bool, int]:
        waiting = turn.state == TurnState.QUEUED
        return (waiting, waiting and turn is not first, turn.position)

    for number, turn in enumerate(sorted(hall.turns, key=place), start=1):
        turn.position = number


def hand_to_answers(turn: Turn, *, by: User) -> None:
    """What an agency said becomes an answer like any other; without words it must write them."""
    if turn.question is None:
        return
    if turn.agency is None:
        raise Refused(NO_AGENCY)
    answer_on_the_spot(turn.question, agency=turn.agency, body=turn.note, by=by)


def what(turn: Turn) -> str:
    """`câu C-018`, or what kind of turn it is."""
    if turn.question is None:
        return turn.get_kind_display().lower()
    return f"câu {turn.question.code}"


def state_of(hall: Hall) -> dict[str, Any]:
    """What a step may change of everything in the hall, by name."""
    state = {"session": _values(hall.session, SESSION_FIELDS)}
    state |= {f"turn-{turn.pk}": _values(turn, TURN_FIELDS) for turn in hall.turns}
    return state | {f"run-{run.pk}": _values(run, RUN_FIELDS) for run in hall.runs if run.pk}


def _values(thing: models.Model, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The values before, of only those things and fields that the step changed."""
    changed: dict[str, Any] = {}
    for name, values in before.items():
        now = after.get(name)
        if now is not None and now != values:
            changed[name] = {key: value for key, value in values.items() if now[key] != value}
    return changed
