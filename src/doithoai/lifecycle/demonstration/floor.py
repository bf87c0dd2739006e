"""The day itself in the samples: the session in the hall, minute by minute, and its minutes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from doithoai.answers.actions import appraise, approve, publish
from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.audit import clock
from doithoai.directory.models import Right, User
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
    support,
    take,
)
from doithoai.hall.models import Session, Turn
from doithoai.hall.rules import Speaker
from doithoai.hall.states import AudienceState, TurnState
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.questions import answer_in_writing
from doithoai.lifecycle.demonstration.samples import on, reach
from doithoai.planning.models import Conference
from doithoai.programme.models import ItemKind
from doithoai.questions.actions import choose_for_hall, hand_over, order_hall

Step = Callable[..., Session]


def choose(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The host hands its chosen questions to the office and puts some of them in the hall."""
    host = people.of(conference.host)
    for batch in data["batches"]:
        with on(date.fromisoformat(batch["on"]), 15):
            hand_over(conference, note=batch["note"], by=host)
    with on(date.fromisoformat(data["hall_chosen_on"]), 9):
        numbers = data["hall_questions"]
        for question in conference.questions.filter(number__in=numbers):
            choose_for_hall(question, by=host)
        order_hall(conference, numbers=numbers, by=host)


def lay_queue(conference: Conference, data: dict[str, Any], people: People) -> None:
    """On the morning the session stands with its queue."""
    assert conference.held_on is not None
    with on(conference.held_on, 7):
        open_session(conference, by=people.office())


def hold(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The session from start to close, seen from the day after: on the day a person runs it."""
    assert conference.starts_at is not None
    reach(conference.starts_at.date() + timedelta(days=1))
    secretary = people.office()
    session = Session.objects.get(conference=conference)
    moment = conference.starts_at + timedelta(minutes=3)
    session = _step(start_session, session, moment, secretary)
    for item in conference.agenda_items.order_by("position"):
        session = _step(start_item, session, moment, secretary, item=item)
        if item.kind == ItemKind.DIALOGUE:
            session, moment = _dialogue(session, moment, data, secretary)
        else:
            moment += timedelta(minutes=item.minutes or 5)
        session = _step(finish_item, session, moment, secretary)
    _step(close_session, session, moment, secretary)


def write_minutes(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The minutes grow from the events; secretary and chair's side sign."""
    assert conference.held_on is not None
    reach(conference.held_on + timedelta(days=1))
    session, secretary = Session.objects.get(conference=conference), people.office()
    with on(conference.held_on, 15):
        minutes = draft_minutes(session, version=0, by=secretary)
        minutes = submit_minutes(minutes, body=minutes.body, version=minutes.version, by=secretary)
    with on(conference.held_on + timedelta(days=1), 9):
        chair = people.of(conference.chair, Right.APPROVER)
        sign_minutes(minutes, version=minutes.version, by=chair)


def judge_the_spoken(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Answers first given in the hall are appraised, approved and published like any other."""
    appraiser = people.office(Right.APPROVER)
    with on(date.fromisoformat(data["spoken_judged_on"]), 10):
        for answer in Answer.objects.filter(
            referral__question__conference=conference, given_in_hall=True, state="submitted"
        ):
            answer = appraise(
                answer, verdict=AnswerState.APPRAISED, version=answer.version, by=appraiser
            )
            chair = people.of(conference.chair, Right.APPROVER)
            answer = approve(answer, verdict=AnswerState.APPROVED, version=answer.version, by=chair)
            publish(answer, version=answer.version, by=people.office())


def answer_the_rest(conference: Conference, data: dict[str, Any], people: People) -> None:
    """What telephones sent and had no turn is answered in writing."""
    late = data["hall"]["late"]
    reach(date.fromisoformat(late["referred_on"]))
    question = conference.questions.get(wording=late["text"])
    answer_in_writing(question, late, people)


def _dialogue(
    session: Session, moment: datetime, data: dict[str, Any], by: User
) -> tuple[Session, datetime]:
    told = data["hall"]
    session = _step(set_audience, session, moment, by, is_open=True)
    speaker = Speaker(told["floor"]["name"], told["floor"]["unit"], True)
    for place in range(told["turns"]):
        if place == told["hands_after"]:
            session = _telephones(session, moment, told, by)
            text = told["floor"]["text"]
            session = _step(add_turn, session, moment, by, text=text, speaker=speaker)
        session = _step(call_next, session, moment, by)
        turn = Turn.objects.get(session=session, state=TurnState.CALLED)
        moment += timedelta(minutes=1)
        session = _step(start_speaking, session, moment, by, turn=turn.pk)
        moment += timedelta(minutes=2)
        if turn.question and turn.question.number == told["put_off"]:
            session = _step(put_off, session, moment, by, turn=turn.pk)
            continue
        session = _answer(session, turn, moment, told, by)
        moment += timedelta(minutes=4)
    return _step(set_audience, session, moment, by, is_open=False), moment


def _answer(
    session: Session, turn: Turn, moment: datetime, told: dict[str, Any], by: User
) -> Session:
    values: dict[str, Any] = {}
    number = turn.question.number if turn.question else 0
    note = told["answers"].get(str(number), "")
    if turn.agency is None:
        spoken = told["spoken"][turn.speaker_name == ""]
        agencies = session.conference.place.agencies
        values["agency"] = agencies.filter(name=spoken["agency"]).get()
        note = spoken["note"]
    session = _step(start_answering, session, moment, by, turn=turn.pk, **values)
    moment += timedelta(minutes=4)
    return _step(mark_answered, session, moment, by, turn=turn.pk, note=note)


def _telephones(session: Session, moment: datetime, told: dict[str, Any], by: User) -> Session:
    with clock.at(moment):
        asked = [
            ask_from_phone(session, text=text, device=f"mau-{number}", by=None)
            for number, text in enumerate(told["phones"])
        ]
        for question in asked[:-1]:
            judge(question, to=AudienceState.SHOWN, by=by)
        judge(asked[-1], to=AudienceState.REFUSED, by=by)
        for device in range(told["supports"]):
            support(asked[0], device=f"may-{device}", by=None)
    return _step(take, session, moment, by, question=asked[0].pk)


def _step(deed: Step, session: Session, moment: datetime, by: User, **values: Any) -> Session:
    session.refresh_from_db()
    with clock.at(moment):
        return deed(session, version=session.version, by=by, **values)
