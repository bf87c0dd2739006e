"""Walking one sample question as far as its outcome says."""

from contextlib import nullcontext, suppress
from datetime import date, datetime
from typing import Any

from doithoai.answers.actions import appraise, approve, publish, refer, save_draft, submit
from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.directory.models import Right, User
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import HANOI, NotYet, at, from_citizens, on
from doithoai.planning.models import Conference
from doithoai.questions.actions import pass_on, receive, select, send_on, set_aside
from doithoai.questions.models import Question
from doithoai.vietnamese.working_days import add_working_days

LATER = ("drafting", "submitted", "returned", "appraised", "approved", "published")


def walk(conference: Conference, entry: dict[str, Any], people: People) -> None:
    """Take one sample question as far as its outcome says and the house's day allows."""
    with suppress(NotYet):
        _walk(conference, entry, people)


def answer_in_writing(question: Question, entry: dict[str, Any], people: People) -> None:
    """What the hall received and left without a turn goes the way of all others."""
    with on(date.fromisoformat(entry["referred_on"]), 9):
        question = _select(question, entry, people.of(question.conference.host))
    _answer(question, entry, people)


def _walk(conference: Conference, entry: dict[str, Any], people: People) -> None:
    sent = datetime.fromisoformat(entry["sent_at"]).replace(tzinfo=HANOI)
    host = people.of(conference.host)
    by_hand = entry["channel"] != "web"
    with at(sent), nullcontext() if by_hand else from_citizens():
        submission = receive(
            conference,
            text=entry["text"],
            channel=entry["channel"],
            by=host if by_hand else None,
            **_sender(entry),
        )
    question = submission.parts.get().question
    if entry["outcome"] == "received":
        return
    with on(_after(sent.date(), 1), 9):
        if entry["outcome"] == "set_aside":
            set_aside(question, reason=entry["reason"], version=question.version, by=host)
            return
        if entry["outcome"] == "passed_on":
            _pass_on(question, entry, host)
            return
        question = _select(question, entry, host)
    if entry["outcome"] != "selected":
        _answer(question, entry, people)


def _pass_on(question: Question, entry: dict[str, Any], host: User) -> None:
    pass_on(question, version=question.version, by=host, **entry["letter"])
    day = date.fromisoformat(entry["sent_on"])
    with on(day, 15):
        send_on(question, number=entry["paper_number"], day=day, by=host)


def _select(question: Question, entry: dict[str, Any], host: User) -> Question:
    return select(
        question,
        wording=entry["wording"],
        kind=entry["kind"],
        topic=question.conference.topics.filter(position=entry["topic"] or 0).first(),
        version=question.version,
        by=host,
    )


def _answer(question: Question, entry: dict[str, Any], people: People) -> None:
    day = date.fromisoformat(entry["referred_on"])
    with on(day, 10):
        referral = refer(
            question,
            agency=people.agency(entry["lead"]),
            supporting=[people.agency(name) for name in entry.get("supporting", [])],
            due=_after(day, entry["working_days"]),
            by=people.office(),
        )
    if entry["outcome"] not in LATER:
        return
    answer, drafter = referral.answer, people.of(referral.agency)
    with on(_after(day, 1), 14):
        answer = save_draft(answer, body=entry["answer"], version=answer.version, by=drafter)
    if entry["outcome"] != "drafting":
        _judge(answer, entry, drafter, day, people)


def _judge(answer: Answer, entry: dict[str, Any], drafter: User, day: date, people: People) -> None:
    outcome, conference = entry["outcome"], answer.referral.question.conference
    with on(_after(day, 2), 15):
        answer = submit(answer, body=answer.body, version=answer.version, by=drafter)
    if outcome == "submitted":
        return
    own = answer.referral.agency_id == conference.office_id
    appraiser = people.of(conference.host) if own else people.office()
    if reason := entry.get("return_reason"):
        with on(_after(day, 3), 9):
            answer = appraise(
                answer,
                verdict=AnswerState.RETURNED,
                note=reason,
                version=answer.version,
                by=appraiser,
            )
        if outcome == "returned":
            return
        with on(_after(day, 5), 10):
            better = entry["better_answer"]
            answer = submit(answer, body=better, version=answer.version, by=drafter)
        day = _after(day, 3)
    with on(_after(day, 3), 10):
        answer = appraise(
            answer, verdict=AnswerState.APPRAISED, version=answer.version, by=appraiser
        )
    if outcome != "appraised":
        _decide(answer, outcome, day, people)


def _decide(answer: Answer, outcome: str, day: date, people: People) -> None:
    with on(_after(day, 3), 16):
        chair = people.of(answer.referral.question.conference.chair, Right.APPROVER)
        answer = approve(answer, verdict=AnswerState.APPROVED, version=answer.version, by=chair)
    if outcome == "published":
        with on(_after(day, 4), 8):
            publish(answer, version=answer.version, by=people.office())


def _after(day: date, count: int) -> date:
    """So many working days later: no office works on a Sunday."""
    calendar = work_calendar()
    return add_working_days(day, count, holidays=calendar.holidays, make_up=calendar.make_up)


def _sender(entry: dict[str, Any]) -> dict[str, Any]:
    contact = bool(entry["phone"] or entry["email"])
    return {
        "sender_name": entry["sender_name"] or "",
        "sender_unit": entry["sender_unit"] or "",
        "phone": entry["phone"] or "",
        "email": entry["email"] or "",
        "consents_contact": contact,
        "consents_name": bool(entry["publish_name"] and entry["sender_name"]),
    }
