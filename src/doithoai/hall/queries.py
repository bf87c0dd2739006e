"""Reading the hall: the board every screen is drawn from, what a telephone sent, the minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from doithoai.answers.states import APPROVED_STATES
from doithoai.hall.minutes import Frame, Happening
from doithoai.hall.models import (
    AudienceQuestion,
    AudienceSupport,
    EventKind,
    HallEvent,
    ItemRun,
    Session,
    Turn,
    TurnKind,
)
from doithoai.hall.rules import lateness
from doithoai.hall.states import ENDED, AudienceState, MinutesState, SessionState, TurnState
from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem
from doithoai.programme.rules.timing import Slot, Span, clockwork
from doithoai.questions.models import Part, Question
from doithoai.questions.queries import hall_questions

NO_SLOT = Slot(None, None)
RECENT_EVENTS = 12


def session_of(conference: Conference) -> Session | None:
    """The session of a conference, when its secretary has opened it."""
    return Session.objects.filter(conference=conference).select_related("current_item").first()


def questions_without_turn(session: Session) -> "QuerySet[Question]":
    """Questions chosen for the hall that have no turn yet, in their order."""
    chosen = hall_questions(session.conference).exclude(turns__session=session)
    return chosen.select_related("referral__agency")


def askers_of(questions: Iterable[Question]) -> dict[int, tuple[str, str]]:
    """Name and place of the first who asked each question and agreed to be named. One query."""
    parts = Part.objects.filter(
        question__in=list(questions), submission__consents_name=True
    ).order_by("-submission__received_at", "-pk")
    rows = parts.values_list("question", "submission__sender_name", "submission__sender_unit")
    return {key: (name, unit) for key, name, unit in rows}


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
    events: list[HallEvent]
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
    turns = session.turns.select_related(
        "question__topic", "question__referral__answer", "question__referral__agency", "agency"
    )
    audience = session.audience_questions.annotate(supported=Count("supports"))
    return Board(
        key=keys_of([conference.slug]).get(conference.slug, ""),
        session=session,
        conference=conference,
        turns=list(turns),
        items=_item_lines(session, now),
        audience=list(audience.select_related("submission")),
        events=list(session.events.select_related("by").order_by("-pk")[:RECENT_EVENTS]),
        now=now,
    )


def _item_lines(session: Session, now: datetime) -> list[ItemLine]:
    conference = session.conference
    items = list(conference.agenda_items.all())
    spans = [Span(item.pk, item.name, item.kind, item.minutes) for item in items]
    slots = clockwork(spans, start=conference.start_time, end=conference.end_time).slots
    runs = {run.item_id: run for run in session.runs.all()}
    clock_now = timezone.localtime(now).time()
    lines = []
    for item in items:
        run, slot = runs.get(item.pk), slots.get(item.pk, NO_SLOT)
        started = timezone.localtime(run.started_at).time() if run else None
        late = lateness(slot.starts, started, clock_now) if session.is_live or run else 0
        lines.append(ItemLine(item, slot, run, late))
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


def last_step(session: Session) -> HallEvent | None:
    """The last step that has not been taken back, and is not itself a taking back."""
    undone: set[int] = set()
    for event in session.events.order_by("-pk").iterator(chunk_size=20):
        if event.kind == EventKind.UNDONE:
            undone.add(event.data["undoes"])
        elif "undo" in event.data and event.pk not in undone:
            return event
    return None


def is_taking(session: Session, today: date) -> bool:
    """Whether telephones may send now: opened by the secretary, on the day, while it runs."""
    on_the_day = session.started_at is not None and timezone.localdate(session.started_at) == today
    return session.audience_open and session.is_live and on_the_day


def device_asks(session: Session, device: str, now: datetime) -> tuple[int, datetime | None, int]:
    """Waiting questions of a telephone, when it sent last, how many the hall sent in a minute."""
    asks = session.audience_questions.all()
    own = asks.filter(device=device).aggregate(
        waiting=Count("pk", filter=Q(state=AudienceState.WAITING)), last=Max("sent_at")
    )
    recent = asks.filter(sent_at__gt=now - timedelta(minutes=1)).count()
    return own["waiting"], own["last"], recent


def asked_from(session: Session, device: str) -> "QuerySet[AudienceQuestion]":
    """What one telephone sent, the newest first, with receipts."""
    own = session.audience_questions.filter(device=device).select_related("submission")
    return own.order_by("-pk")


def supported_from(session: Session, device: str) -> set[int]:
    """Keys of the questions one telephone supports."""
    own = AudienceSupport.objects.filter(question__session=session, device=device)
    return set(own.values_list("question_id", flat=True))


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


def approved_answer(turn: Turn) -> str:
    """The approved words of the agency on this question; "" when there are none."""
    referral = getattr(turn.question, "referral", None)
    answer = getattr(referral, "answer", None)
    return answer.body if answer and answer.state in APPROVED_STATES else ""


def happenings_of(session: Session) -> list[Happening]:
    """Everything that happened, oldest first, on the clock of Viet Nam."""
    return [
        Happening(
            event.pk, event.kind, event.text, timezone.localtime(event.at), event.data.get("undoes")
        )
        for event in session.events.order_by("pk")
    ]


def frame_of(session: Session, secretary: str) -> Frame:
    """What stands around the course of events in the minutes."""
    conference = session.conference
    local = timezone.localtime
    return Frame(
        conference=f"{conference.chair_title} đối thoại với {conference.audience}",
        venue=conference.venue,
        attendance=tuple(conference.attendance.values_list("text", flat=True)),
        chair=conference.chair_title,
        secretary=secretary,
        started=local(session.started_at) if session.started_at else None,
        closed=local(session.closed_at) if session.closed_at else None,
    )


@dataclass(frozen=True, slots=True)
class HallStanding:
    """How one hall stands: its state, turns done of all, answers without words, minutes signed."""

    state: str
    turns: int
    done: int
    minutes_state: str
    waiting: int

    @property
    def is_over(self) -> bool:
        """Whether the conference has ended."""
        return self.state == SessionState.CLOSED

    @property
    def owes_minutes(self) -> bool:
        """Whether it has ended and its minutes are not signed."""
        return self.is_over and self.minutes_state != MinutesState.SIGNED


def hall_standing_by(conferences: Iterable[Conference], *, today: date) -> dict[int, HallStanding]:
    """The standing of every conference whose session is open, by its key. Two queries."""
    wanted = list(conferences)
    turns = Q(turns__kind=TurnKind.QUESTION) & ~Q(turns__state=TurnState.WITHDRAWN)
    sessions = Session.objects.filter(conference__in=wanted).order_by()
    rows = sessions.values_list("conference_id", "state", "minutes__state").annotate(
        total=Count("turns", filter=turns),
        done=Count("turns", filter=turns & Q(turns__state__in=sorted(ENDED))),
    )
    waiting = dict(
        AudienceQuestion.objects.filter(
            session__conference__in=wanted,
            state=AudienceState.WAITING,
            session__started_at__date=today,
        )
        .order_by()
        .values_list("session__conference_id")
        .annotate(Count("pk"))
    )
    return {
        key: HallStanding(state, total, done, minutes or "", waiting.get(key, 0))
        for key, state, minutes, total, done in rows
    }
