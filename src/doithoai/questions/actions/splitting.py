"""Cutting one part into several matters, each with a question of its own."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.steps import (
    ELSEWHERE,
    hold_question,
    keep_step,
)
from doithoai.questions.models import Part, Question
from doithoai.questions.queries.steps import snapshot
from doithoai.questions.rules import Piece, cut
from doithoai.questions.states import OPEN_STATES, QuestionState
from doithoai.workflow import Refused

ANSWERED_ALREADY = "Câu này đã chuyển cơ quan trả lời nên không tách được nữa."
TAKEN_BACK = "Người gửi đã rút phiếu này nên không tách được."


@transaction.atomic
def split(part: Part, *, cuts: Sequence[int], version: int, by: User) -> list[Question]:
    """Cut a part at positions of what was said: its question keeps the first piece, each other
    piece opens a question, new and numbered on. All of them, in order. Raises Refused.
    """
    question = hold_question(part.question, version, by=by)
    part = Part.objects.select_related("submission").get(pk=part.pk)
    _require_whole(question, part)
    before = snapshot(question)
    first, *others = cut(Piece(part.start, part.end, part.text), cuts)
    if question.wording.strip() == part.text.strip():
        question.wording = first.text.strip()
    part.text, part.end = first.text, first.end
    part.save()
    opened = [_open(question, part, piece) for piece in others]
    kept = before | {"opened": [one.pk for one in opened]}
    after = {"questions": [one.code for one in opened]}
    keep_step("questions.split", question, before=kept, by=by, after=after)
    return [question, *opened]


def _require_whole(question: Question, part: Part) -> None:
    if question.state in {QuestionState.REFERRED, QuestionState.ANSWERED}:
        raise Refused(ANSWERED_ALREADY)
    if question.state not in OPEN_STATES or part.question_id != question.pk:
        raise Refused(ELSEWHERE)
    if part.submission.withdrawn_at:
        raise Refused(TAKEN_BACK)


def _open(question: Question, part: Part, piece: Piece) -> Question:
    conference = question.conference
    last = conference.questions.aggregate(last=Max("number"))["last"]
    opened = Question.objects.create(
        conference=conference, number=last + 1, wording=piece.text.strip()
    )
    Part.objects.create(
        submission_id=part.submission_id,
        question=opened,
        text=piece.text,
        start=piece.start,
        end=piece.end,
    )
    record("questions.open", opened, by=None, after={"question": question})
    return opened
