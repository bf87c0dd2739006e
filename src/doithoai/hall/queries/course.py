"""Laying the queue, taking steps back, writing the minutes, and how a hall stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from doithoai.directory.models import User
from doithoai.hall.minutes import Frame, Happening
from doithoai.hall.models import (
    AudienceQuestion,
    EventKind,
    HallEvent,
    Session,
    TurnKind,
)
from doithoai.hall.queries.roll import attendance_of, chair_of
from doithoai.hall.queries.telling import told
from doithoai.hall.states import ENDED, AudienceState, MinutesState, SessionState, TurnState
from doithoai.planning.models import Conference
from doithoai.questions.models import Question
from doithoai.questions.queries import hall_questions
from doithoai.questions.queries.letters import named_parts


def questions_without_turn(session: Session) -> "QuerySet[Question]":
    """Questions chosen for the hall that have no turn yet, in their order."""
    chosen = hall_questions(session.conference).exclude(turns__session=session)
    return chosen.select_related("referral__agency")


def askers_of(questions: Iterable[Question]) -> dict[int, tuple[str, str]]:
    """Name and place of the first who asked each question and agreed to be named. One query."""
    parts = (
        named_parts()
        .filter(question__in=list(questions))
        .order_by("-submission__received_at", "-pk")
    )
    rows = parts.values_list("question", "submission__sender_name", "submission__sender_unit")
    return {key: (name, unit) for key, name, unit in rows}


def last_step(session: Session) -> HallEvent | None:
    """The last step that has not been taken back, and is not itself a taking back."""
    undone: set[int] = set()
    for event in session.events.order_by("-pk").iterator(chunk_size=20):
        if event.kind == EventKind.UNDONE:
            undone.add(event.data["undoes"])
        elif "undo" in event.data and event.pk not in undone:
            return event
    return None


def happenings_of(session: Session) -> list[Happening]:
    """Everything that happened, oldest first, on the clock of Viet Nam."""
    return [
        Happening(
            one.event.pk,
            one.kind,
            one.text,
            timezone.localtime(one.at),
            one.event.data.get("undoes"),
        )
        for one in told(session.events.order_by("pk"), session.turns.all())
    ]


def frame_of(session: Session, secretary: User) -> Frame:
    """What stands around the course of events in the minutes."""
    conference = session.conference
    local = timezone.localtime
    return Frame(
        conference=f"{conference.chair_title} đối thoại với {conference.audience}",
        venue=conference.venue,
        attendance=attendance_of(conference),
        chair=chair_of(conference),
        secretary=f"{secretary.full_name}, {secretary.agency}",
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
