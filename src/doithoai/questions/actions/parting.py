"""Saying that questions are different matters, and taking it back."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.merging import decide, say_again
from doithoai.questions.actions.steps import hold_questions
from doithoai.questions.models import (
    Likeness,
    Question,
    Sameness,
    SearchText,
    Side,
    TriageStep,
)
from doithoai.questions.queries.steps import snapshot
from doithoai.questions.rules import one_batch
from doithoai.workflow import Refused

APART = "keep_apart"
"""The verb of a step that says two questions differ; it changes neither of them."""

SAID_SINCE = "Hai câu này đã được ghi khác đi sau đó. Tải lại trang để xem trạng thái mới."


@transaction.atomic
def keep_apart(question: Question, other: Question, *, by: User) -> None:
    """Say that two questions are different matters: they are proposed together no more."""
    keep_all_apart([(question, other)], by=by)


@transaction.atomic
def keep_all_apart(pairs: Sequence[tuple[Question, Question]], *, by: User) -> None:
    """Say of every pair that the two are different matters; all pairs are undone together."""
    seen: dict[int, int | None] = {one.pk: None for pair in pairs for one in pair}
    if not seen:
        return
    held = {one.pk: one for one in hold_questions(pairs[0][0].conference_id, seen, by=by)}
    with one_batch() as batch:
        for pair in pairs:
            one, other = (held[question.pk] for question in pair)
            was = decide(one, other, Sameness.DIFFERENT, by=by)
            TriageStep.objects.create(
                conference_id=one.conference_id,
                batch=batch,
                verb=APART,
                question=one,
                before=snapshot(one) | {"likeness": was},
                version=one.version,
                done_by=by,
            )
            record("questions.keep_apart", one, by=by, after={"question": other})
    _group_anew(seen)


@transaction.atomic
def compare_again(likeness: Likeness, *, by: User) -> None:
    """Take back that two questions differ, however long ago it was said. Raises Refused."""
    one, other = likeness.one_id, likeness.other_id
    hold_questions(likeness.one.conference_id, {one: None, other: None}, by=by)
    _require_said(one, other)
    say_again({"one": one, "other": other, "decided": ""}, by=by)
    steps = TriageStep.objects.filter(verb=APART, undone_at=None, before__likeness__one=one)
    steps.filter(before__likeness__other=other).update(undone_at=clock.now())
    record("questions.compare_again", likeness.one, by=by, after={"question": likeness.other})
    _group_anew([one, other])


def undo_apart(step: TriageStep, *, by: User) -> None:
    """What was said of the two before stands again; called by undo, the rows being locked."""
    was = step.before["likeness"]
    _require_said(was["one"], was["other"])
    say_again(was, by=by)
    step.undone_at = clock.now()
    step.save()
    record("questions.undo", step.question, by=by, after={"verb": APART})
    _group_anew([was["one"], was["other"]])


def _require_said(one: int, other: int) -> None:
    if not Likeness.objects.filter(one=one, other=other, decided=Sameness.DIFFERENT).exists():
        raise Refused(SAID_SINCE)


def _group_anew(questions: Iterable[int]) -> None:
    """The worker compares and groups these questions once more."""
    SearchText.objects.filter(question__in=questions, side=Side.QUESTION).update(version=0)
    compare_later()
