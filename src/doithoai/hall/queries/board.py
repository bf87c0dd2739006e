"""The board every screen is drawn from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max
from django.utils import timezone

from doithoai.answers.states import APPROVED_STATES
from doithoai.hall.models import (
    AudienceQuestion,
    AudienceSupport,
    HallEvent,
    ItemRun,
    Session,
    Turn,
    TurnKind,
)
from doithoai.hall.queries.telling import Told, told
from doithoai.hall.rules import lateness, lateness_words
from doithoai.hall.states import TurnState
from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem, ScriptCue
from doithoai.programme.rules.timing import Slot, Span, clockwork
from doithoai.questions.permissions import secret_parts
from doithoai.questions.states import QuestionState

NO_SLOT = Slot(None, None)
RECENT_EVENTS = 12


def session_of(conference: Conference) -> Session | None:
    """The session of a conference, when its secretary has opened it."""
    return Session.objects.filter(conference=conference).select_related("current_item").first()


def on_floor(turns: Iterable[Turn]) -> Turn | None:
    """Who has the floor: the last one that broke in, else the turn itself."""
    found = [t for t in turns if t.state in {TurnState.SPEAKING, TurnState.ANSWERING}]
    stopped = {turn.interrupts_id for turn in found}
    return next((turn for turn in found if turn.pk not in stopped), None)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of the programme in the run sheet: planned and real; `late` in minutes."""

    item: AgendaItem
    slot: Slot
    run: ItemRun | None
    late: int
    is_next: bool

    @property
    def late_words(self) -> str:
        """`chậm 12 phút`, `sớm 3 phút`; "" when it keeps its time."""
        return lateness_words(self.late) if self.late else ""

    @property
    def is_running(self) -> bool:
        """Whether it runs now."""
        return self.run is not None and self.run.finished_at is None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything of the session at one moment; `key` names the moment."""

    key: str
    session: Session
    conference: Conference
    turns: list[Turn]
    items: list[ItemLine]
    audience: list[AudienceQuestion]
    events: list[Told]
    now: datetime

    @property
    def floor(self) -> Turn | None:
        """The turn the hall looks at: who talks, else who was called last."""
        called = [turn for turn in self.turns if turn.state == TurnState.CALLED]
        return on_floor(self.turns) or (called[-1] if called else None)

    @property
    def questions(self) -> list[Turn]:
        """Turns with a question that were not taken back, in order."""
        kept = (turn for turn in self.turns if turn.state != TurnState.WITHDRAWN)
        return [turn for turn in kept if turn.kind == TurnKind.QUESTION]

    @property
    def queue(self) -> list[Turn]:
        """Turns that wait, the next first; who was called and is not looked at stands before."""
        waiting = {TurnState.QUEUED, TurnState.CALLED}
        shown = self.floor
        return [turn for turn in self.turns if turn.state in waiting and turn is not shown]

    def number_of(self, turn: Turn) -> int:
        """The place of a turn among the questions, from 1; 0 for one that broke in."""
        keys = [one.pk for one in self.questions]
        return keys.index(turn.pk) + 1 if turn.pk in keys else 0


def board_of(session: Session, now: datetime) -> Board:
    """The board as it stands. A fixed number of queries."""
    conference = session.conference
    found = session.turns.select_related(
        "question__topic", "question__referral__answer", "question__referral__agency", "agency"
    )
    turns = list(found.exclude(question__state=QuestionState.PASSED_ON))
    events = session.events.select_related("by").order_by("-pk")[:RECENT_EVENTS]
    denounced = secret_parts().values("submission")
    audience = session.audience_questions.exclude(submission__in=denounced)
    return Board(
        key=keys_of([conference.slug]).get(conference.slug, ""),
        session=session,
        conference=conference,
        turns=turns,
        items=_item_lines(session, now),
        audience=list(audience.annotate(supported=Count("supports")).select_related("submission")),
        events=told(events, turns),
        now=now,
    )


def _item_lines(session: Session, now: datetime) -> list[ItemLine]:
    """The run sheet; lateness is told of what has run and of what should start next."""
    conference = session.conference
    items = list(conference.agenda_items.all())
    spans = [Span(item.pk, item.name, item.kind, item.minutes) for item in items]
    slots = clockwork(spans, start=conference.start_time, end=conference.end_time).slots
    runs = {run.item_id: run for run in session.runs.all()}
    reached = max((n for n, item in enumerate(items) if item.pk in runs), default=-1)
    clock_now = timezone.localtime(now).time()
    lines = []
    for number, item in enumerate(items):
        run, slot = runs.get(item.pk), slots.get(item.pk, NO_SLOT)
        started = timezone.localtime(run.started_at).time() if run else None
        is_next = number == reached + 1 and session.is_live
        late = lateness(slot.starts, started, clock_now) if run or is_next else 0
        lines.append(ItemLine(item, slot, run, late, is_next))
    return lines


def keys_of(slugs: Iterable[str]) -> dict[str, str]:
    """What names this moment of each session: its last event and its supports. Two queries."""
    wanted = list(slugs)
    events = dict(
        HallEvent.objects.filter(session__conference__slug__in=wanted)
        .order_by()
        .values_list("session__conference__slug")
        .annotate(Max("pk"))
    )
    supports = dict(
        AudienceSupport.objects.filter(question__session__conference__slug__in=wanted)
        .order_by()
        .values_list("question__session__conference__slug")
        .annotate(Count("pk"))
    )
    return {slug: f"{last}-{supports.get(slug, 0)}" for slug, last in events.items()}


def approved_answer(turn: Turn) -> str:
    """The approved words of the agency on this question; "" when there are none."""
    referral = getattr(turn.question, "referral", None)
    answer = getattr(referral, "answer", None)
    return answer.body if answer and answer.state in APPROVED_STATES else ""


def without_words(turns: Sequence[Turn]) -> list[Turn]:
    """Answered questions of which nobody wrote down what was said, and no answer is approved."""
    return [
        turn
        for turn in turns
        if turn.state == TurnState.ANSWERED
        and turn.question
        and not turn.note
        and approved_answer(turn) == ""
    ]


def cues_at(board: Board) -> tuple[ScriptCue | None, ScriptCue | None]:
    """The presenter's cue of this moment and the one after it; none without a script."""
    cues = list(
        ScriptCue.objects.filter(script__conference=board.conference, is_dropped=False).order_by(
            "position"
        )
    )
    item, floor = board.session.current_item_id, board.floor
    question = floor.question_id if floor else None
    by_question = [one for one in cues if question and one.question_id == question]
    by_item = [one for one in cues if item and one.agenda_item_id == item]
    if not (by_question or by_item):
        return None, cues[0] if cues else None
    now = (by_question or by_item)[0]
    return now, next((one for one in cues if one.position > now.position), None)
