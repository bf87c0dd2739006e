"""Which questions are put in the hall, in what order; which are answered in writing."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Max

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do
from doithoai.questions.models import Question
from doithoai.questions.states import HALL_STATES, QUESTION_TRANSITIONS, QuestionState
from doithoai.workflow import Refused, require

NOT_CHOSEN = "Câu này chưa được chọn. Chọn câu vào hội nghị rồi mới đưa ra hội trường."
NONE_IN_HALL = "Chưa có câu nào nêu tại hội trường. Đưa ít nhất một câu ra trước."
NONE_MARKED_TO_DROP = "Chưa đánh dấu câu nào. Đánh dấu các câu cần rút khỏi hội trường."
OTHER_LIST = "Danh sách câu hỏi tại hội trường vừa thay đổi. Tải lại trang rồi sắp xếp lại."


@transaction.atomic
def choose_for_hall(question: Question, *, by: User) -> Question:
    """Put a chosen question at the end of those asked in the hall."""
    conference = _locked(question.conference_id, by)
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.state not in HALL_STATES:
        raise Refused(NOT_CHOSEN)
    if question.hall_position is None:
        last = conference.questions.aggregate(last=Max("hall_position"))["last"] or 0
        question.hall_position, question.in_writing = last + 1, False
        question.save()
        after = {"hall_position": question.hall_position}
        record("questions.choose_for_hall", question, by=by, after=after)
    return question


@transaction.atomic
def fill_hall(conference: Conference, *, numbers: Sequence[int], by: User) -> list[Question]:
    """Put several chosen questions in the hall at once, in this order, all or none."""
    found = {one.number: one for one in conference.questions.filter(number__in=numbers)}
    if not found:
        raise Refused("Chưa đánh dấu câu nào. Đánh dấu các câu cần đưa ra hội trường.")
    ordered = [found[number] for number in dict.fromkeys(numbers) if number in found]
    return [choose_for_hall(question, by=by) for question in ordered]


@transaction.atomic
def settle_hall(conference: Conference, *, numbers: Sequence[int], by: User) -> list[Question]:
    """Put these in the hall too; every other chosen question is answered in writing. The latter.

    What is chosen afterwards stays undecided until it is settled again. Raises Refused.
    """
    conference = _locked(conference.pk, by)
    if numbers:
        fill_hall(conference, numbers=numbers, by=by)
    chosen = conference.questions.select_for_update().filter(state__in=sorted(HALL_STATES))
    if not chosen.filter(hall_position__isnull=False).exists():
        raise Refused(NONE_IN_HALL)
    rest = list(chosen.filter(hall_position=None, in_writing=False).order_by("pk"))
    for question in rest:
        question.in_writing = True
        question.save(update_fields=["in_writing"])
        record("questions.answer_in_writing", question, by=by)
    return rest


@transaction.atomic
def drop_from_hall(question: Question, *, by: User) -> Question:
    """Take a question out of the hall: it is answered in writing."""
    conference = _locked(question.conference_id, by)
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.hall_position is not None:
        before = {"hall_position": question.hall_position}
        question.hall_position, question.in_writing = None, True
        question.save()
        _place(_listed(conference))
        record("questions.drop_from_hall", question, by=by, before=before)
    return question


@transaction.atomic
def thin_hall(conference: Conference, *, numbers: Sequence[int], by: User) -> list[Question]:
    """Take several questions out of the hall at once; they are answered in writing."""
    found = conference.questions.filter(number__in=numbers, hall_position__isnull=False)
    dropped = [drop_from_hall(question, by=by) for question in found]
    if not dropped:
        raise Refused(NONE_MARKED_TO_DROP)
    return dropped


@transaction.atomic
def order_hall(conference: Conference, *, numbers: Sequence[int], by: User) -> list[Question]:
    """Put the hall's questions in this order; `numbers` names every one of them once."""
    conference = _locked(conference.pk, by)
    listed = {question.number: question for question in _listed(conference)}
    if sorted(numbers) != sorted(listed):
        raise Refused(OTHER_LIST)
    ordered = [listed[number] for number in numbers]
    _place(ordered)
    record("questions.order_hall", conference, by=by, after={"numbers": list(numbers)})
    return ordered


@transaction.atomic
def take_in_hall(question: Question, *, by: User) -> Question:
    """A question asked from the floor counts as chosen (called by the answers room)."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    require(may_do(by, question.conference, Work.HALL))
    QUESTION_TRANSITIONS.move(question, to=QuestionState.SELECTED)
    question.decided_by, question.decided_at = by, clock.now()
    question.version += 1
    question.save()
    record("questions.take_in_hall", question, by=by, after={"state": question.state})
    return question


def _locked(key: int, by: User) -> Conference:
    conference = Conference.objects.select_for_update().get(pk=key)
    require(may_do(by, conference, Work.QUESTIONS))
    return conference


def _listed(conference: Conference) -> list[Question]:
    found = conference.questions.select_for_update().filter(hall_position__isnull=False)
    return list(found.order_by("hall_position"))


def _place(questions: Iterable[Question]) -> None:
    ordered = list(questions)
    Question.objects.filter(pk__in=[one.pk for one in ordered]).update(hall_position=None)
    for position, question in enumerate(ordered, start=1):
        question.hall_position = position
        question.save(update_fields=["hall_position"])
