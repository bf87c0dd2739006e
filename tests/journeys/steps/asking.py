"""Steps of the questions: asked by every way, chosen, referred, answered, made public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from doithoai.answers.actions import appraise, approve, publish, refer, submit
from doithoai.answers.models import Answer
from doithoai.answers.permissions import appraising_agency
from doithoai.answers.states import AnswerState
from doithoai.directory.models import Agency, Right
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference
from doithoai.questions.actions import (
    choose_for_hall,
    drop_from_hall,
    hand_over,
    order_hall,
    receive,
    select,
    set_aside,
)
from doithoai.questions.models import Channel, Question, Submission
from doithoai.questions.queries import hall_questions, uncompiled_questions
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.working_days import add_working_days
from tests.journeys.road import agency, on, person

BY_HAND = (Channel.PAPER, Channel.PHONE, Channel.UNION, Channel.COMMUNE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the journey: its words, who answers, what is promised by when."""

    text: str
    lead: str
    promise: str


def collects_questions(conference: Conference, asked: Iterable[Asked], *, day: date) -> None:
    """People ask on the public page; slips, calls and lists are written in by the host."""
    texts = [one.text for one in asked]
    ways = [Channel.WEB, *BY_HAND]
    for number, text in enumerate(texts):
        channel = ways[number % len(ways)]
        with on(day + timedelta(days=number)):
            by = None if channel == Channel.WEB else person(conference.host)
            receive(conference, text=text, channel=channel, sender_name="Bà Sáu", by=by)
    with on(day):
        receive(conference, text="Mời đến xem cửa hàng của tôi", by=None)
    channels = set(conference.submissions.values_list("channel", flat=True))
    assert channels == {Channel.WEB, *BY_HAND}


def chooses_questions(conference: Conference, *, day: date, hall: list[int]) -> None:
    """The host words and chooses, leaves one out with a reason, hands the batch to the office."""
    host = person(conference.host)
    *chosen, stray = conference.questions.order_by("number")
    with on(day):
        for question in chosen:
            _select(question)
        stray = set_aside(stray, reason="Nội dung quảng cáo.", version=stray.version, by=host)
        assert stray.state == QuestionState.SET_ASIDE
        batch = hand_over(conference, note="Kính gửi Văn phòng tổng hợp.", by=host)
    assert batch.questions.count() == len(chosen)
    assert not uncompiled_questions(conference).exists()
    with on(day, 15):
        for question in chosen:
            choose_for_hall(question, by=host)
        for question in chosen:
            if question.number not in hall:
                drop_from_hall(question, by=host)
        order_hall(conference, numbers=hall, by=host)
    assert [question.number for question in hall_questions(conference)] == hall


def _select(question: Question) -> Question:
    topics = list(question.conference.topics.all())
    return select(
        question,
        wording=f"{question.wording}?",
        kind="question",
        topic=topics[question.number % len(topics)],
        version=question.version,
        by=person(question.conference.host),
    )


def answers_the_questions(conference: Conference, asked: Iterable[Asked], *, day: date) -> None:
    """Referred by the office, answered by each agency, appraised, approved; one sent back."""
    by_text = {one.text: one for one in asked}
    for question in conference.questions.filter(state=QuestionState.SELECTED).order_by("number"):
        one = by_text[question.parts.first().text]
        answer = _written(question, agency(conference.place, one.lead), one.promise, day=day)
        assert _judged(answer, day=day + timedelta(days=5)).state == AnswerState.APPROVED
    assert not conference.questions.filter(state=QuestionState.SELECTED).exists()


def _written(question: Question, lead: Agency, promise: str, *, day: date) -> Answer:
    """Referred and submitted; the first question's answer is returned once and mended."""
    office, drafter, calendar = person(question.conference.office), person(lead), work_calendar()
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    with on(day):
        due = add_working_days(day, 7, **days)
        answer = refer(question, agency=lead, due=due, by=office).answer
    with on(day + timedelta(days=2)):
        if question.number == 1:
            answer = submit(answer, body="Đã rõ.", version=answer.version, by=drafter)
            answer = appraise(
                answer,
                verdict=AnswerState.RETURNED,
                note="Nêu việc làm và thời hạn.",
                version=answer.version,
                by=person(Agency.objects.get(pk=appraising_agency(answer.referral))),
            )
        body = f"Về nội dung kiến nghị: theo quy định hiện hành. {promise}"
        return submit(answer, body=body, version=answer.version, by=drafter)


def _judged(answer: Answer, *, day: date) -> Answer:
    conference = answer.referral.question.conference
    judge = person(Agency.objects.get(pk=appraising_agency(answer.referral)))
    with on(day):
        answer = appraise(answer, verdict=AnswerState.APPRAISED, version=answer.version, by=judge)
    with on(day, 15):
        chair = person(conference.chair, Right.APPROVER)
        return approve(answer, verdict=AnswerState.APPROVED, version=answer.version, by=chair)


def answers_the_rest(conference: Conference, lead: str, promise: str, *, day: date) -> None:
    """What the hall left open is chosen, answered and judged; then everything is made public."""
    with on(day, 8):
        for question in conference.questions.filter(state=QuestionState.RECEIVED):
            _select(question)
    for question in conference.questions.filter(state=QuestionState.SELECTED):
        _written(question, agency(conference.place, lead), promise, day=day)
    for answer in _answers(conference).filter(state=AnswerState.SUBMITTED):
        _judged(answer, day=day + timedelta(days=5))
    with on(day + timedelta(days=6)):
        for answer in _answers(conference).filter(state=AnswerState.APPROVED):
            publish(answer, version=answer.version, by=person(conference.office))
    assert not _answers(conference).exclude(state=AnswerState.PUBLISHED).exists()


def every_sender_sees_an_outcome(conference: Conference, client) -> None:
    """By the receipt: the answer, or why the question was left out."""
    for submission in Submission.objects.filter(conference=conference):
        page = client.get(f"/tra-cuu/{submission.code}/").content.decode()
        question = submission.parts.get().question
        if question.state == QuestionState.SET_ASIDE:
            assert question.reason in page
        else:
            assert question.state == QuestionState.ANSWERED
            assert question.referral.agency.name in page
            assert question.referral.answer.body[:40] in page


def _answers(conference: Conference):
    found = Answer.objects.filter(referral__question__conference=conference)
    return found.select_related("referral__question__conference").order_by("pk")
