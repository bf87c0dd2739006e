"""Taking a question, leaving it out, and what later rooms tell of it."""

from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Topic
from doithoai.questions.models import Question
from doithoai.questions.permissions import may_choose
from doithoai.questions.states import LISTED_STATES, QUESTION_TRANSITIONS, QuestionState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa câu này. Tải lại trang, xem trạng thái mới rồi làm tiếp."

ELSEWHERE = "Câu này đã gộp vào câu khác, đã chuyển đơn hoặc đã rút. Tách hoặc rút lại trước."


@transaction.atomic
def select(
    question: Question, *, wording: str, kind: str, topic: Topic | None, version: int, by: User
) -> Question:
    """The host takes the question, in an official wording, under a topic of the plan."""
    question = _locked_for(by, question, version)
    before = {"state": question.state, "wording": question.wording}
    QUESTION_TRANSITIONS.move(question, to=QuestionState.SELECTED)
    question.wording, question.kind, question.topic = wording, kind, topic
    question.reason = ""
    after = {"state": question.state, "wording": wording, "kind": kind, "topic": topic}
    return _decided(question, "questions.select", by=by, before=before, after=after)


@transaction.atomic
def set_aside(question: Question, *, reason: str, version: int, by: User) -> Question:
    """The host leaves the question out, with a reason its sender is told."""
    question = _locked_for(by, question, version)
    before = {"state": question.state}
    QUESTION_TRANSITIONS.move(question, to=QuestionState.SET_ASIDE)
    question.reason, question.hall_position = reason, None
    after = {"state": question.state, "reason": reason}
    return _decided(question, "questions.set_aside", by=by, before=before, after=after)


@transaction.atomic
def restore(question: Question, *, version: int, by: User) -> Question:
    """Take a decision back: the question is new again."""
    question = _locked_for(by, question, version)
    if question.state not in LISTED_STATES:
        raise Refused(ELSEWHERE)
    before = {"state": question.state, "reason": question.reason}
    QUESTION_TRANSITIONS.move(question, to=QuestionState.RECEIVED)
    question.reason, question.hall_position = "", None
    return _decided(question, "questions.restore", by=by, before=before, after={})


def mark_referred(question: Question, *, by: User) -> Question:
    """The answers room has sent the question to an agency (called inside its transaction)."""
    return _mark(question, QuestionState.REFERRED, by=by)


def mark_answered(question: Question, *, by: User) -> Question:
    """The answers room has published the answer (called inside its transaction)."""
    return _mark(question, QuestionState.ANSWERED, by=by)


def _locked_for(by: User, question: Question, version: int) -> Question:
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("conference")
        .get(pk=question.pk)
    )
    require(may_choose(by, question.conference))
    if question.version != version:
        raise Refused(STALE)
    return question


def _decided(question: Question, verb: str, *, by: User, **trail: Any) -> Question:
    question.decided_by, question.decided_at = by, clock.now()
    question.version += 1
    question.save()
    record(verb, question, by=by, **trail)
    return question


def _mark(question: Question, state: QuestionState, *, by: User) -> Question:
    question = Question.objects.select_for_update().get(pk=question.pk)
    before = {"state": question.state}
    QUESTION_TRANSITIONS.move(question, to=state)
    question.version += 1
    question.save()
    record(f"questions.mark_{state}", question, by=by, before=before, after={"state": state})
    return question
