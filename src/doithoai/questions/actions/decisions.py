"""Taking a question, leaving it out, and what later rooms tell of it."""

from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Topic
from doithoai.questions.actions.steps import (
    ELSEWHERE,
    STALE,
    hold_question,
    keep_step,
)
from doithoai.questions.actions.telling import tell_senders, tell_taken_back
from doithoai.questions.models import LETTER_KINDS, Question
from doithoai.questions.queries.steps import snapshot
from doithoai.questions.rules import calls_it_a_letter
from doithoai.questions.states import LISTED_STATES, QUESTION_TRANSITIONS, QuestionState
from doithoai.workflow import Refused

__all__ = [
    "ELSEWHERE",
    "STALE",
    "mark_answered",
    "mark_referred",
    "restore",
    "select",
    "set_aside",
    "set_lead",
]

BY_LAW = (
    "Đơn khiếu nại, tố cáo không chọn vào hội nghị. Chuyển đơn theo luật ở mục Đơn khiếu nại, "
    "tố cáo."
)
NO_GROUND = (
    "Đơn khiếu nại, tố cáo không để ngoài. Chuyển đơn theo luật ở mục Đơn khiếu nại, tố cáo."
)
LED_ALREADY = "Câu này đã chuyển cơ quan trả lời. Đổi cơ quan ở mục Trả lời."


@transaction.atomic
def select(
    question: Question, *, wording: str, kind: str, topic: Topic | None, version: int, by: User
) -> Question:
    """The host takes the question, in an official wording, under a topic of the plan."""
    question = hold_question(question, version, by=by)
    before = snapshot(question)
    move_to_chosen(question, kind)
    is_reworded = wording != question.wording
    question.wording, question.kind, question.topic = wording, kind, topic
    question.reason = ""
    question.in_writing = not question.parts.filter(submission__is_late=False).exists()
    after = {"state": question.state, "is_reworded": is_reworded, "kind": kind, "topic": topic}
    return _decided("questions.select", question, before, by=by, after=after)


@transaction.atomic
def set_aside(question: Question, *, reason: str, version: int, by: User) -> Question:
    """The host leaves the question out, with a reason its sender is told.

    Raises Refused when the reason says that it is a letter, which its own law passes on.
    """
    question = hold_question(question, version, by=by)
    before = snapshot(question)
    move_aside(question, reason)
    question.reason = reason
    question.leave_choice()
    after = {"state": question.state, "reason": reason}
    _decided("questions.set_aside", question, before, by=by, after=after)
    parts = list(question.parts.select_related("submission"))
    tell_senders(question, parts, why="set_aside", by=by, reason=reason.rstrip("."))
    return question


@transaction.atomic
def restore(question: Question, *, version: int, by: User) -> Question:
    """Take a decision back: the question is new again."""
    question = hold_question(question, version, by=by)
    before = snapshot(question)
    move_back(question)
    question.reason = ""
    question.leave_choice()
    _decided("questions.restore", question, before, by=by, after={})
    parts = list(question.parts.select_related("submission"))
    tell_taken_back(question, parts, why="restored", by=by)
    return question


@transaction.atomic
def set_lead(question: Question, *, agency: Agency | None, version: int, by: User) -> Question:
    """Say which agency is expected to answer (cơ quan dự kiến trả lời); None takes it back."""
    question = hold_question(question, version, by=by)
    require_leadable(question)
    before = snapshot(question)
    question.lead = agency
    after = {"agency": agency.name if agency else ""}
    keep_step("questions.set_lead", question, before=before, by=by, after=after)
    return question


def move_to_chosen(question: Question, kind: str) -> None:
    """Unsaved: the question is chosen. Raises Refused when it may not be."""
    if kind in LETTER_KINDS:
        raise Refused(BY_LAW)
    QUESTION_TRANSITIONS.move(question, to=QuestionState.SELECTED)


def move_aside(question: Question, reason: str) -> None:
    """Unsaved: the question is left out. Raises Refused when it may not be."""
    if calls_it_a_letter(reason):
        raise Refused(NO_GROUND)
    QUESTION_TRANSITIONS.move(question, to=QuestionState.SET_ASIDE)


def move_back(question: Question) -> None:
    """Unsaved: the question is new again. Raises Refused when it may not be."""
    if question.state not in LISTED_STATES:
        raise Refused(ELSEWHERE)
    QUESTION_TRANSITIONS.move(question, to=QuestionState.RECEIVED)


def require_leadable(question: Question) -> None:
    """Raises Refused when nobody may say any more which agency is expected to answer."""
    if question.state not in {QuestionState.RECEIVED, QuestionState.SELECTED}:
        listed = question.state in {QuestionState.REFERRED, QuestionState.ANSWERED}
        raise Refused(LED_ALREADY if listed else ELSEWHERE)


def mark_referred(question: Question, *, by: User) -> Question:
    """The answers room has sent the question to an agency (called inside its transaction)."""
    return _mark(question, QuestionState.REFERRED, by=by)


def mark_answered(question: Question, *, by: User) -> Question:
    """The answers room has published the answer (called inside its transaction)."""
    return _mark(question, QuestionState.ANSWERED, by=by)


def _decided(
    verb: str, question: Question, before: dict[str, Any], *, by: User, after: dict[str, Any]
) -> Question:
    question.decided_by, question.decided_at = by, clock.now()
    keep_step(verb, question, before=before, by=by, after=after)
    return question


def _mark(question: Question, state: QuestionState, *, by: User) -> Question:
    question = Question.objects.select_for_update().get(pk=question.pk)
    before = {"state": question.state}
    QUESTION_TRANSITIONS.move(question, to=state)
    question.version += 1
    question.save()
    record(f"questions.mark_{state}", question, by=by, before=before, after={"state": state})
    return question
