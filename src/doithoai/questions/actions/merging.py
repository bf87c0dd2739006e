"""Several questions under one wording, and apart again; only parts move."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.questions.actions.steps import (
    hold_question,
    hold_questions,
    keep_step,
)
from doithoai.questions.actions.telling import tell_senders, tell_taken_back
from doithoai.questions.actions.withdrawing import settle
from doithoai.questions.models import Likeness, Merging, Part, Question, Sameness
from doithoai.questions.queries.steps import chain_of, snapshot
from doithoai.questions.rules import one_batch
from doithoai.questions.states import OPEN_STATES, QUESTION_TRANSITIONS, QuestionState
from doithoai.workflow import Refused

WITHIN_HOUSE = frozenset({QuestionState.RECEIVED, QuestionState.SELECTED})
TARGET_STATES = WITHIN_HOUSE | {QuestionState.REFERRED, QuestionState.ANSWERED}

NOT_OPEN = "{code} đang ở trạng thái “{state}” nên không gộp vào câu khác được."
NO_TARGET = "{code} đang ở trạng thái “{state}” nên không nhận thêm phiếu được."
WORDED = "Câu đã chuyển cơ quan trả lời giữ nguyên câu chữ. Gộp mà không sửa câu chữ."
NO_SOURCES = "Chưa chọn câu nào để gộp. Đánh dấu các câu cùng nội dung rồi gộp."
NOT_MERGED = "Câu này không nằm trong câu nào khác. Tải lại trang để xem trạng thái mới."
LETTER = "Câu nhận gộp đã chuyển đơn theo luật. Rút lại việc chuyển đơn rồi tách."


@transaction.atomic
def merge(
    sources: Sequence[Question],
    *,
    into: Question,
    wording: str | None = None,
    versions: Mapping[int, int],
    by: User,
) -> Question:
    """Move every part of the sources to `into`, in a wording chosen for all of them.

    `versions` by key of each question as it was seen. What has been referred keeps its wording.
    Raises Refused.
    """
    seen = {one.pk: versions.get(one.pk, -1) for one in (*sources, into)}
    held = {one.pk: one for one in hold_questions(into.conference_id, seen, by=by)}
    target = held.pop(into.pk)
    require_mergeable(list(held.values()), target, wording)
    before = snapshot(target)
    with one_batch():
        for source in held.values():
            _merge_one(source, target, by=by)
        if wording is not None:
            target.wording = wording
        after = {"questions": [one.code for one in held.values()]}
        keep_step("questions.receive_merged", target, before=before, by=by, after=after)
    return target


@transaction.atomic
def unmerge(source: Question, *, version: int, by: User) -> Question:
    """Give a merged question its parts back, from wherever they were moved on to.

    It is new again; where everyone who asked it has withdrawn, it is withdrawn. Raises Refused.
    """
    source = hold_question(source, version, by=by)
    merging = Merging.objects.filter(source=source, undone_at=None).first()
    if merging is None or source.state != QuestionState.MERGED:
        raise Refused(NOT_MERGED)
    chain = chain_of(source)
    root = hold_question(chain[-1], None, by=by)
    if root.state == QuestionState.PASSED_ON:
        raise Refused(LETTER)
    before, before_root = snapshot(source), snapshot(root)
    moved = list(merging.parts.filter(question=root).values_list("pk", flat=True))
    _take_out(chain[:-1], moved)
    Part.objects.filter(pk__in=moved).update(question=source)
    close(merging, by=by)
    was = decide(source, Question.objects.get(pk=merging.target_id), Sameness.DIFFERENT, by=by)
    _stand_alone(source, by=by)
    settle(source, by=by)
    settle(root, by=by)
    kept = {"merging": merging.pk, "moved": moved, "likeness": was}
    with one_batch():
        keep_step(
            "questions.unmerge", source, before=before | kept, by=by, after={"question": root}
        )
        keep_step(
            "questions.give_back", root, before=before_root, by=by, after={"question": source}
        )
    parts = list(source.parts.select_related("submission"))
    tell_taken_back(source, parts, why="unmerged", by=by)
    return source


def _stand_alone(source: Question, *, by: User) -> None:
    QUESTION_TRANSITIONS.move(source, to=QuestionState.RECEIVED)
    source.merged_into = None
    source.decided_by, source.decided_at = by, clock.now()


def close(merging: Merging, *, by: User) -> None:
    """The merging no longer stands."""
    merging.undone_by, merging.undone_at = by, clock.now()
    merging.save()


def move_in(source: Question, target: Question, *, by: User) -> Merging:
    """Move all parts of `source` to `target`, keeping which; the rows are locked by the caller."""
    parts = list(source.parts.all())
    merging = Merging.objects.create(
        source=source, target=target, merged_by=by, merged_at=clock.now()
    )
    merging.parts.set(parts)
    source.parts.update(question=target)
    QUESTION_TRANSITIONS.move(source, to=QuestionState.MERGED)
    source.merged_into, source.reason = target, ""
    source.leave_choice()
    source.decided_by, source.decided_at = by, clock.now()
    return merging


def require_mergeable(sources: list[Question], target: Question, wording: str | None) -> None:
    """Raises Refused when these may not go under that one, or not in that wording."""
    if not sources:
        raise Refused(NO_SOURCES)
    for source in sources:
        if source.state not in OPEN_STATES:
            raise Refused(NOT_OPEN.format(code=source.code, state=source.get_state_display()))
    if target.state not in TARGET_STATES:
        raise Refused(NO_TARGET.format(code=target.code, state=target.get_state_display()))
    if wording is not None and target.state not in WITHIN_HOUSE:
        raise Refused(WORDED)
    if wording is not None and not wording.strip():
        raise Refused("Viết câu chữ chung cho các câu gộp lại.")


def _merge_one(source: Question, target: Question, *, by: User) -> None:
    before = snapshot(source)
    parts = list(source.parts.select_related("submission"))
    move_in(source, target, by=by)
    before["likeness"] = decide(source, target, Sameness.SAME, by=by)
    keep_step("questions.merge", source, before=before, by=by, after={"question": target})
    tell_senders(source, parts, why="merged", by=by, into=target.code)


def _take_out(passed: Sequence[Question], parts: Sequence[int]) -> None:
    """Parts that go back belong no longer to what the questions in between moved on."""
    for merging in Merging.objects.filter(source__in=passed, undone_at=None):
        merging.parts.remove(*parts)


def decide(source: Question, target: Question, said: Sameness, *, by: User) -> dict[str, Any]:
    """Keep what the official said of the two; what was said of them before, for undoing."""
    one, other = sorted((source.pk, target.pk))
    found = Likeness.objects.filter(one=one, other=other).first()
    likeness = found or Likeness(one_id=one, other_id=other)
    was = {"one": one, "other": other, "decided": likeness.decided}
    likeness.decided, likeness.decided_by, likeness.decided_at = said, by, clock.now()
    likeness.save()
    return was


def say_again(was: Mapping[str, Any], *, by: User) -> None:
    """What had been said of two questions before a step that is undone."""
    pair = Q(one=was["one"], other=was["other"])
    moment = clock.now() if was["decided"] else None
    Likeness.objects.filter(pair).update(
        decided=was["decided"], decided_by=by if moment else None, decided_at=moment
    )
