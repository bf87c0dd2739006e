"""What every sorting deed shares: rows locked in one order, and a step that can be undone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.actions.telling import untell
from doithoai.questions.models import Question, TriageStep
from doithoai.questions.permissions import may_choose
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa câu này. Tải lại trang, xem trạng thái mới rồi làm tiếp."
ELSEWHERE = "Câu này đã gộp vào câu khác, đã chuyển đơn hoặc đã rút. Tách hoặc rút lại trước."

FIELDS = (
    "state",
    "wording",
    "kind",
    "topic_id",
    "lead_id",
    "reason",
    "hall_position",
    "merged_into_id",
    "decided_by_id",
)

_BATCH: ContextVar[UUID | None] = ContextVar("batch", default=None)


@contextmanager
def one_batch() -> Iterator[UUID]:
    """Inside, all steps are undone together; within another batch they join that one."""
    batch = _BATCH.get() or uuid4()
    token = _BATCH.set(batch)
    try:
        yield batch
    finally:
        _BATCH.reset(token)


def hold_conference(
    key: int, by: User, *, may: Callable[[User, Conference], bool] = may_choose
) -> Conference:
    """Lock the conference, as every deed does that sorts, receives or orders, before any question.

    Whoever locks questions one by one afterwards can then not block another who does.
    """
    conference = Conference.objects.select_for_update().get(pk=key)
    require(may(by, conference))
    return conference


def hold_questions(conference: Conference, versions: Mapping[int, int | None]) -> list[Question]:
    """Lock questions by key, lowest first, as they were seen (None: whatever they are now).

    Raises Refused when one has changed since or is of another conference.
    """
    found = (
        Question.objects.select_for_update(of=("self",))
        .filter(conference=conference, pk__in=versions)
        .order_by("pk")
    )
    questions = list(found)
    if len(questions) != len(versions):
        raise Refused(STALE)
    for question in questions:
        question.conference = conference
        if versions[question.pk] not in (None, question.version):
            raise Refused(STALE)
    return questions


def hold_question(
    question: Question,
    version: int | None,
    by: User,
    *,
    may: Callable[[User, Conference], bool] = may_choose,
) -> Question:
    """Lock one question and its conference."""
    conference = hold_conference(question.conference_id, by, may=may)
    return hold_questions(conference, {question.pk: version})[0]


def snapshot(question: Question) -> dict[str, Any]:
    """Everything a step may change, as it stands before; JSON."""
    decided_at = question.decided_at
    return {
        "version": question.version,
        "fields": {name: getattr(question, name) for name in FIELDS}
        | {"decided_at": decided_at.isoformat() if decided_at else None},
        "parts": list(question.parts.values_list("pk", flat=True)),
    }


def put_back(question: Question, before: Mapping[str, Any]) -> None:
    """Set the fields of a snapshot again, unsaved."""
    for name, value in before["fields"].items():
        moment = datetime.fromisoformat(value) if name == "decided_at" and value else value
        setattr(question, name, moment)


def keep_step(
    verb: str,
    question: Question,
    *,
    before: Mapping[str, Any],
    by: User,
    after: dict[str, Any] | None = None,
) -> TriageStep:
    """Save the question, keep what stood before and put the deed on the trail.

    What its sender was to be told of an earlier step and has not been is told no more.
    """
    question.version += 1
    question.save()
    untell(question, by=by)
    step = TriageStep.objects.create(
        conference_id=question.conference_id,
        batch=_BATCH.get() or uuid4(),
        verb=verb,
        question=question,
        before=dict(before),
        version=question.version,
        done_by=by,
    )
    was = {name: before["fields"][name] for name in ("state", "reason")}
    record(f"questions.{verb}", question, by=by, before=was, after=after)
    return step
