"""The day itself: the session from its start to minutes that both sides have signed."""

from datetime import datetime, timedelta

from doithoai.answers.models import Answer
from doithoai.audit import clock
from doithoai.directory.models import Right
from doithoai.hall.actions import (
    add_turn,
    ask_from_phone,
    call_next,
    close_session,
    draft_minutes,
    finish_item,
    judge,
    mark_answered,
    open_session,
    put_off,
    set_audience,
    sign_minutes,
    start_answering,
    start_item,
    start_session,
    start_speaking,
    submit_minutes,
    take,
)
from doithoai.hall.models import AudienceQuestion, Session, Turn
from doithoai.hall.rules import Speaker
from doithoai.hall.states import AudienceState, MinutesState, SessionState, TurnState
from doithoai.planning.models import Conference
from doithoai.programme.models import ItemKind
from doithoai.questions.models import Channel
from doithoai.questions.states import QuestionState
from tests.builders import an_official
from tests.journeys.road import agency, on, person

FLOOR = "Xin hỏi khi nào có nhà trẻ gần khu công nghiệp?"
PHONE = "Xin hỏi mức hỗ trợ học nghề năm nay là bao nhiêu?"
LEFT = "Xin hỏi bao giờ có xe buýt đến khu công nghiệp?"


class Hall:
    """The secretary's hands and clock: each step takes its minutes."""

    def __init__(self, conference: Conference) -> None:
        """The session opened in the morning; who types what is said is not who appraises it."""
        secretary = f"thu-ky-{conference.pk}"
        self.conference = conference
        self.by = an_official(conference.office, username=secretary)
        with on(conference.held_on, 7):
            self.session = open_session(conference, by=self.by)
        self.now: datetime = conference.starts_at

    def step(self, deed, minutes: int = 0, **values) -> None:
        """Do it, then let the minutes pass."""
        with clock.at(self.now):
            self.session = deed(self.session, version=self._version(), by=self.by, **values)
        self.now += timedelta(minutes=minutes)

    def _version(self) -> int:
        return Session.objects.get(pk=self.session.pk).version


def runs_the_hall(conference: Conference, spoken_by: str) -> None:
    """Every item runs; chosen questions, one from the floor, one from a telephone, put off.

    Another from a telephone is left unread until the close.
    """
    hall = Hall(conference)
    if hall.session.state == SessionState.READY:
        hall.step(start_session)
    for item in conference.agenda_items.order_by("position"):
        hall.step(start_item, item=item)
        if item.kind == ItemKind.DIALOGUE:
            _dialogue(hall, spoken_by)
        hall.step(finish_item, item.minutes // 4)
    hall.step(close_session)
    session = Session.objects.get(pk=hall.session.pk)
    assert session.state == SessionState.CLOSED
    assert set(session.turns.values_list("state", flat=True)) == {
        TurnState.ANSWERED,
        TurnState.PUT_OFF,
    }
    _leaves_its_traces(conference, spoken_by)


def _dialogue(hall: Hall, spoken_by: str) -> None:
    hall.step(set_audience, is_open=True)
    speaker = Speaker("Lò Thị Mây", "Công ty may", True)
    hall.step(add_turn, text=FLOOR, speaker=speaker)
    hall.step(take, question=_asks_by_telephone(hall).pk)
    while Turn.objects.filter(session=hall.session, state=TurnState.QUEUED).exists():
        hall.step(call_next, 1)
        turn = Turn.objects.get(session=hall.session, state=TurnState.CALLED)
        hall.step(start_speaking, 2, turn=turn.pk)
        if turn.question.wording == PHONE:
            hall.step(put_off, turn=turn.pk)
            continue
        answering = turn.agency or agency(hall.conference.place, spoken_by)
        hall.step(start_answering, 3, turn=turn.pk, agency=answering)
        note = "Đã có quy hoạch, khởi công trong quý I năm sau."
        hall.step(mark_answered, turn=turn.pk, note=note)
    hall.step(set_audience, is_open=False)


def _asks_by_telephone(hall: Hall) -> AudienceQuestion:
    with clock.at(hall.now):
        ask_from_phone(hall.session, text=LEFT, device="may-2", by=None)
        asked = ask_from_phone(hall.session, text=PHONE, device="may-1", by=None)
        return judge(asked, to=AudienceState.SHOWN, by=hall.by)


def _leaves_its_traces(conference: Conference, spoken_by: str) -> None:
    """What the floor asked is a submitted answer, what was put off waits to be referred.

    What nobody read waits to be chosen: nothing is left in the hall.
    """
    answer = Answer.objects.get(referral__question__wording=FLOOR)
    assert (answer.given_in_hall, answer.referral.agency.name) == (True, spoken_by)
    assert conference.questions.get(wording=PHONE).state == QuestionState.SELECTED
    assert conference.questions.get(wording=LEFT).state == QuestionState.RECEIVED
    assert conference.submissions.filter(channel=Channel.HALL).count() == 3


def writes_the_minutes(conference: Conference) -> None:
    """From what happened; the secretary hands them in, the chair's side signs."""
    session, secretary = Session.objects.get(conference=conference), person(conference.office)
    with on(conference.held_on, 15):
        minutes = draft_minutes(session, version=0, by=secretary)
        minutes = submit_minutes(minutes, body=minutes.body, version=minutes.version, by=secretary)
    with on(conference.held_on, 16):
        chair = person(conference.chair, Right.APPROVER)
        minutes = sign_minutes(minutes, version=minutes.version, by=chair)
    assert minutes.state == MinutesState.SIGNED
    assert FLOOR in minutes.body
