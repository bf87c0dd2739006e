"""Complaints and denunciations: passed on by law, taken back, sent; who keeps denouncers secret."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference
from doithoai.questions.actions.steps import (
    ELSEWHERE,
    hold_conference,
    hold_question,
    keep_step,
)
from doithoai.questions.actions.telling import tell_senders, tell_taken_back
from doithoai.questions.actions.withdrawing import settle
from doithoai.questions.models import Part, PassOn, Question, QuestionKind, SecrecyKeeper
from doithoai.questions.permissions import may_keep_secrets, may_name_keepers, may_pass_on
from doithoai.questions.queries.steps import snapshot
from doithoai.questions.rules import LETTER_DAYS
from doithoai.questions.states import OPEN_STATES, QUESTION_TRANSITIONS, QuestionState
from doithoai.vietnamese.working_days import add_working_days
from doithoai.workflow import Refused

SEVERAL = (
    "Câu này gồm nhiều phiếu. Mỗi đơn chuyển riêng: tách các câu đã gộp ra, rồi chuyển từng đơn."
)
NOT_PASSED_ON = "Đơn này chưa được chuyển hoặc đã rút lại. Tải lại trang để xem trạng thái mới."
GONE = "Đơn đã chuyển đi thì không rút lại được."
DAY = "Ngày chuyển phải từ ngày nhận đơn đến hôm nay. Xem lại ngày vừa nhập."
TWO = "Chọn đúng hai người khác nhau."
NOT_A_KEEPER = "{name} không soạn thảo cho cơ quan chủ trì hoặc Văn phòng. Chọn người khác."
NEXT = {
    PassOn.Paper.GUIDANCE: "Ông/bà gửi đơn đến cơ quan này để được giải quyết theo luật.",
    PassOn.Paper.TRANSFER: "Đơn được chuyển đến cơ quan này để giải quyết theo luật.",
}


@transaction.atomic
def pass_on(  # noqa: PLR0913 - the law asks for as much
    question: Question,
    *,
    kind: str,
    paper: str,
    body: str,
    ground: str,
    version: int,
    by: User,
) -> PassOn:
    """Confirm that a question is a complaint or denunciation, which leaves the dialogue.

    A mixed letter is split first, so that only the letter leaves. Of a denunciation no letter goes
    to its sender, who follows it by receipt. Raises Refused.
    """
    question = hold_question(question, version, by=by, may=may_pass_on)
    if question.state not in OPEN_STATES:
        raise Refused(ELSEWHERE)
    parts = list(question.parts.select_related("submission"))
    _require_one_letter(question, parts)
    before = snapshot(question)
    QUESTION_TRANSITIONS.move(question, to=QuestionState.PASSED_ON)
    question.kind, question.reason = QuestionKind(kind), ""
    question.leave_choice()
    question.decided_by, question.decided_at = by, clock.now()
    passed = PassOn.objects.create(
        question=question,
        kind=kind,
        paper=paper,
        body=body,
        ground=ground,
        due=_due(parts, kind),
        decided_by=by,
        decided_at=clock.now(),
    )
    keep_step("questions.pass_on", question, before=before, by=by, after={"state": question.state})
    if kind == QuestionKind.COMPLAINT:
        following = NEXT[PassOn.Paper(paper)]
        tell_senders(question, parts, why="passed_on", by=by, body=body, next=following)
    return passed


@transaction.atomic
def take_back(question: Question, *, version: int, by: User) -> Question:
    """It was no letter after all: the question is new again. Raises Refused once it has gone."""
    question = hold_question(question, version, by=by, may=may_pass_on)
    passed = _standing(question)
    if passed.sent_on:
        raise Refused(GONE)
    before = snapshot(question) | {"pass_on": passed.pk}
    passed.taken_back_at = clock.now()
    passed.save()
    QUESTION_TRANSITIONS.move(question, to=QuestionState.RECEIVED)
    question.kind = QuestionKind.QUESTION
    question.decided_by, question.decided_at = by, clock.now()
    settle(question, by=by)
    keep_step(
        "questions.take_back", question, before=before, by=by, after={"state": question.state}
    )
    parts = list(question.parts.select_related("submission"))
    tell_taken_back(question, parts, why="restored", by=by)
    return question


@transaction.atomic
def send_on(question: Question, *, number: str, day: date, by: User) -> PassOn:
    """The letter, or its sender, has been sent to who must handle it; from then it stays so.

    `number` is that of the paper as it went (15/PC-VPUB). Raises Refused.
    """
    question = hold_question(question, None, by=by, may=may_pass_on)
    passed = _standing(question)
    received = question.parts.order_by("submission__received_at").first()
    if day > clock.today() or (
        received and day < timezone.localdate(received.submission.received_at)
    ):
        raise Refused(DAY)
    passed.sent_on = day
    passed.save()
    question.version += 1
    question.save()
    after = {"number": number, "day": day}
    record("questions.send_on", question, by=by, after=after)
    return passed


@transaction.atomic
def name_keepers(conference: Conference, *, users: Sequence[User], by: User) -> list[SecrecyKeeper]:
    """Name the two accounts that alone see who sent a denunciation (Luật Tố cáo 2018).

    They take the place of those named before. Raises Refused.
    """
    conference = hold_conference(conference.pk, by=by, may=may_name_keepers)
    if len({user.pk for user in users}) != 2 or len(users) != 2:  # noqa: PLR2004
        raise Refused(TWO)
    for user in users:
        if not may_keep_secrets(user, conference):
            raise Refused(NOT_A_KEEPER.format(name=user.get_full_name() or user.get_username()))
    before = {"keepers": [str(keeper) for keeper in _keepers(conference)]}
    _keepers(conference).delete()
    named = SecrecyKeeper.objects.bulk_create(
        SecrecyKeeper(
            conference=conference, place=place, user=user, named_by=by, named_at=clock.now()
        )
        for place, user in enumerate(users, start=1)
    )
    after = {"keepers": [str(user) for user in users]}
    record("questions.name_keepers", conference, by=by, before=before, after=after)
    return named


def _keepers(conference: Conference) -> "QuerySet[SecrecyKeeper]":
    return SecrecyKeeper.objects.filter(conference=conference).select_related("user")


def _require_one_letter(question: Question, parts: list[Part]) -> None:
    holds_more = question.merged.filter(merged__isnull=False).exists()
    if holds_more or len({part.submission_id for part in parts}) != 1:
        raise Refused(SEVERAL)


def _standing(question: Question) -> PassOn:
    passed = PassOn.objects.filter(question=question, taken_back_at=None).first()
    if passed is None or question.state != QuestionState.PASSED_ON:
        raise Refused(NOT_PASSED_ON)
    return passed


def _due(parts: list[Part], kind: str) -> date:
    """Counted from the day it came, by the calendar of working days."""
    calendar = work_calendar()
    days = LETTER_DAYS[kind]
    return add_working_days(
        _received_on(parts), days, holidays=calendar.holidays, make_up=calendar.make_up
    )


def _received_on(parts: list[Part]) -> date:
    return timezone.localdate(min(part.submission.received_at for part in parts))
