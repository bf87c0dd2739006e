"""Plain functions that make things of the hall for tests; keywords override."""

from datetime import UTC, date, datetime, time
from typing import Any

from doithoai.hall.actions import open_session, set_audience, start_session
from doithoai.hall.models import AudienceQuestion, Session, Turn
from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, a_referral, an_answer, an_official

MORNING = datetime(2024, 10, 7, 1, 0, tzinfo=UTC)


def a_hall_conference(**over: Any) -> Conference:
    """A conference held today from 8:00, at a place."""
    values = {"held_on": date(2024, 10, 7), "tentative": False, "start_time": time(8, 0)}
    return a_conference(**(values | {"venue": "Hội trường tỉnh"} | over))


def a_session(conference: Conference | None = None, questions: int = 3, **over: Any) -> Session:
    """A running session whose queue holds so many questions, each referred to an agency."""
    conference = conference or a_hall_conference()
    agency = conference.participations.select_related("agency")[0].agency
    for position in range(1, questions + 1):
        question = a_question(conference, state=QuestionState.REFERRED, hall_position=position)
        an_answer(a_referral(question, agency))
    session = open_session(conference, by=an_official(conference.host))
    if over.pop("running", True):
        session = start_session(session, version=session.version, by=a_driver(session))
    for name, value in over.items():
        setattr(session, name, value)
    session.save()
    return session


def a_driver(session: Session) -> Any:
    """Someone of the host who drives the hall."""
    return an_official(session.conference.host)


def an_audience(session: Session) -> Session:
    """The session, taking questions from telephones."""
    return set_audience(session, is_open=True, version=session.version, by=a_driver(session))


def an_audience_question(session: Session, **over: Any) -> AudienceQuestion:
    """A question from a telephone, waiting for approval."""
    values = {"text": "Khi nào có xe buýt về xã?", "device": "may-1"}
    return AudienceQuestion.objects.create(session=session, **(values | over))


def an_item(conference: Conference, name: str = "Khai mạc", **over: Any) -> AgendaItem:
    """The next item of the programme, ten minutes long."""
    position = conference.agenda_items.count() + 1
    values = {"name": name, "position": position, "minutes": 10}
    return AgendaItem.objects.create(conference=conference, **(values | over))


def turns_of(session: Session) -> list[Turn]:
    """The turns in order, fresh."""
    return list(session.turns.order_by("position"))


class Desk:
    """A secretary who presses one button after another."""

    def __init__(self, **over: Any) -> None:
        self.session = a_session(**over)
        self.by = a_driver(self.session)

    def press(self, action: Any, **given: Any) -> Session:
        """One step of the session."""
        self.session = action(self.session, version=self.session.version, by=self.by, **given)
        return self.session

    def states(self) -> list[str]:
        """Of its turns, in their order."""
        return [turn.state for turn in turns_of(self.session)]

    def key(self, place: int) -> int:
        """Of the turn at this place."""
        return turns_of(self.session)[place].pk
