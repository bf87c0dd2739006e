"""What every sorting deed shares: rows locked in one order, and a step that can be undone."""

from collections.abc import Callable, Mapping
from typing import Any

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.telling import tell_office, untell
from doithoai.questions.models import Question, TriageStep
from doithoai.questions.permissions import may_choose
from doithoai.questions.rules import this_batch
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa câu này. Tải lại trang, xem trạng thái mới rồi làm tiếp."
ELSEWHERE = "Câu này đã gộp vào câu khác, đã chuyển đơn hoặc đã rút. Tách hoặc rút lại trước."

Permission = Callable[[User, Conference], bool]


def hold_conference(key: int, *, by: User, may: Permission = may_choose) -> Conference:
    """Lock the conference, as every deed does that sorts, receives or orders, before any question.

    Whoever locks questions afterwards then never waits for someone who waits for them.
    """
    conference = Conference.objects.select_for_update().get(pk=key)
    require(may(by, conference))
    return conference


def hold_questions(
    key: int, versions: Mapping[int, int | None], *, by: User, may: Permission = may_choose
) -> list[Question]:
    """Lock a conference and questions of it by key, lowest first, as they were seen.

    `versions` by key of each question; None takes it as it is now. Raises Refused when one has
    changed since or is of another conference.
    """
    conference = hold_conference(key, by=by, may=may)
    found = (
        Question.objects.select_for_update(of=("self",))
        .filter(conference=conference, pk__in=versions)
        .order_by("pk")
    )
    questions = list(found)
    changed = (versions[one.pk] not in (None, one.version) for one in questions)
    if len(questions) != len(versions) or any(changed):
        raise Refused(STALE)
    for question in questions:
        question.conference = conference
    return questions


def hold_question(
    question: Question, version: int | None, *, by: User, may: Permission = may_choose
) -> Question:
    """Lock one question and its conference."""
    return hold_questions(question.conference_id, {question.pk: version}, by=by, may=may)[0]


def keep_step(
    verb: str,
    question: Question,
    *,
    before: Mapping[str, Any],
    by: User,
    after: dict[str, Any] | None = None,
) -> TriageStep:
    """Save the question, keep what stood before and put the deed on the trail as `verb`.

    What its sender was to be told of an earlier step and has not been is told no more.
    """
    question.version += 1
    question.save()
    untell(question, by=by)
    step = TriageStep.objects.create(
        conference_id=question.conference_id,
        batch=this_batch(),
        verb=verb.removeprefix("questions."),
        question=question,
        before=dict(before),
        version=question.version,
        done_by=by,
    )
    was = {name: before["fields"][name] for name in ("state", "reason")}
    record(verb, question, by=by, before=was, after=after)
    tell_office(question, was=was["state"], by=by)
    compare_later()
    return step
