"""Taking back a whole batch of sorting steps, while nothing has changed since."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.merging import close, move_in, say_again
from doithoai.questions.actions.parting import APART, undo_apart
from doithoai.questions.actions.steps import STALE, hold_conference, hold_questions
from doithoai.questions.actions.telling import tell_office, untell
from doithoai.questions.models import Merging, Part, PassOn, Question, TriageStep
from doithoai.questions.permissions import may_pass_on
from doithoai.questions.queries.steps import chain_of
from doithoai.questions.rules import UNDO_FOR
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused, require

NOTHING = "Không có việc nào để hoàn tác. Tải lại trang để xem trạng thái mới."
NOT_YOURS = "Chỉ người vừa làm mới hoàn tác được."
TOO_LATE = "Đã quá 10 phút nên không hoàn tác được. Sửa bằng một quyết định mới."


@transaction.atomic
def undo(done: TriageStep | UUID, *, by: User) -> list[Question]:
    """Put every question of a batch of steps back as it stood, and its parts where they were.

    Only its doer may, within ten minutes, and only if none of its questions has changed since.
    Pieces that were cut stay cut: they go back into the question they came from. Raises Refused.
    """
    batch = done.batch if isinstance(done, TriageStep) else done
    steps = TriageStep.objects.filter(batch=batch, undone_at=None).order_by("-pk")
    first = steps.first()
    if first is None:
        raise Refused(NOTHING)
    hold_conference(first.conference_id, by=by, may=may_pass_on)
    held = _still_there(list(steps.all()), by)
    seen = {
        step.question_id: None if step.verb == APART else step.version for step in reversed(held)
    }
    found = hold_questions(first.conference_id, seen, by=by, may=may_pass_on)
    questions = {one.pk: one for one in found}
    for step in held:
        if step.verb == APART:
            undo_apart(step, by=by)
        else:
            _undo_one(step, questions[step.question_id], by)
    return list(questions.values())


def _still_there(steps: list[TriageStep], by: User) -> list[TriageStep]:
    if not steps:
        raise Refused(NOTHING)
    require(all(step.done_by_id == by.pk for step in steps), NOT_YOURS)
    if any(step.done_at + UNDO_FOR < clock.now() for step in steps):
        raise Refused(TOO_LATE)
    return steps


def _undo_one(step: TriageStep, question: Question, by: User) -> None:
    was = question.state
    position = step.before["fields"]["hall_position"]
    step.put_back(question)
    question.hall_position = _free_position(question, position)
    question.version += 1
    question.save()
    Part.objects.filter(pk__in=step.before["parts"]).update(question=question)
    if step.verb in WITH_MORE:
        WITH_MORE[step.verb](step, question, by)
    untell(question, by=by)
    step.undone_at = clock.now()
    step.save()
    _follow(step, question)
    after = {"state": question.state, "verb": step.verb}
    record("questions.undo", question, by=by, before={"state": was}, after=after)
    tell_office(question, was=was, by=by)


def _free_position(question: Question, position: int | None) -> int | None:
    """The place in the hall it had; the last one when another question has been put there."""
    placed = question.conference.questions.exclude(pk=question.pk)
    if position is None or not placed.filter(hall_position=position).exists():
        return position
    return (placed.aggregate(last=Max("hall_position"))["last"] or 0) + 1


def _follow(step: TriageStep, question: Question) -> None:
    """The step before stands again as it was left, so that it can be undone as well."""
    earlier = TriageStep.objects.filter(question=question, undone_at=None)
    earlier.filter(version=step.before["version"]).update(version=question.version)


def _undo_merge(step: TriageStep, source: Question, by: User) -> None:
    close(Merging.objects.get(source=source, undone_at=None), by=by)
    say_again(step.before["likeness"], by=by)


def _undo_unmerge(step: TriageStep, source: Question, by: User) -> None:
    """The same merging stands again, and those that moved its parts further on."""
    merging = Merging.objects.get(pk=step.before["merging"])
    merging.undone_by, merging.undone_at = None, None
    merging.save()
    passed = chain_of(source)
    for further in Merging.objects.filter(source__in=passed, undone_at=None):
        further.parts.add(*step.before["moved"])
    Part.objects.filter(pk__in=step.before["moved"]).update(question=passed[-1])
    say_again(step.before["likeness"], by=by)


def _undo_split(step: TriageStep, question: Question, by: User) -> None:
    opened = Question.objects.select_for_update(of=("self",)).filter(pk__in=step.before["opened"])
    for piece in opened.order_by("pk"):
        if piece.version or piece.state != QuestionState.RECEIVED:
            raise Refused(STALE)
        move_in(piece, question, by=by)
        piece.version += 1
        piece.save()
        record("questions.merge", piece, by=by, after={"question": question})


def _undo_pass_on(step: TriageStep, question: Question, by: User) -> None:
    passed = PassOn.objects.get(question=question, taken_back_at=None)
    passed.taken_back_at = clock.now()
    passed.save()


def _undo_take_back(step: TriageStep, question: Question, by: User) -> None:
    passed = PassOn.objects.get(pk=step.before["pass_on"])
    passed.taken_back_at = None
    passed.save()


WITH_MORE: dict[str, Callable[[TriageStep, Question, User], None]] = {
    "merge": _undo_merge,
    "unmerge": _undo_unmerge,
    "split": _undo_split,
    "pass_on": _undo_pass_on,
    "take_back": _undo_take_back,
}
"""What besides the question's own fields and parts is put back."""
