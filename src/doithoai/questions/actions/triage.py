"""What the triage desk does in one stroke: take a question whole, or say that two differ."""

from collections.abc import Sequence

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Topic
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.decisions import select, set_lead
from doithoai.questions.actions.merging import decide
from doithoai.questions.actions.steps import hold_questions
from doithoai.questions.models import Question, Sameness, SearchText, Side
from doithoai.questions.rules import one_batch


@transaction.atomic
def accept(
    question: Question,
    *,
    wording: str,
    kind: str,
    topic: Topic | None,
    agency: Agency | None,
    version: int,
    by: User,
) -> Question:
    """Take the question and name who is expected to answer it: one step to undo. Raises Refused."""
    with one_batch():
        question = select(question, wording=wording, kind=kind, topic=topic, version=version, by=by)
        if agency != question.lead:
            question = set_lead(question, agency=agency, version=question.version, by=by)
    return question


@transaction.atomic
def keep_apart(question: Question, other: Question, *, by: User) -> None:
    """Say that two questions are different matters: they are proposed together no more."""
    keep_all_apart([(question, other)], by=by)


@transaction.atomic
def keep_all_apart(pairs: Sequence[tuple[Question, Question]], *, by: User) -> None:
    """Say of every pair that the two are different matters; the worker groups them anew."""
    seen: dict[int, int | None] = {one.pk: None for pair in pairs for one in pair}
    if not seen:
        return
    hold_questions(pairs[0][0].conference_id, seen, by=by)
    for one, other in pairs:
        decide(one, other, Sameness.DIFFERENT, by=by)
        record("questions.keep_apart", one, by=by, after={"question": other})
    SearchText.objects.filter(question__in=seen, side=Side.QUESTION).update(version=0)
    compare_later()
