"""What becomes of questions when those who asked them withdraw."""

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.telling import tell_office
from doithoai.questions.models import Part, Question, Submission
from doithoai.questions.states import OPEN_STATES, QUESTION_TRANSITIONS, QuestionState


def after_withdrawal(submission: Submission, *, by: User | None = None) -> list[Question]:
    """Withdraw every question nobody asks any more; those that were.

    Called inside the transaction that sets `withdrawn_at`, which has locked the conference before
    the submission. A question others ask too, one referred, one answered or passed on by law stays;
    no earlier step on any of them can be undone any more. What was said is compared no more.
    """
    gone = []
    questions = Question.objects.select_for_update(of=("self",)).order_by("pk")
    for question in questions.filter(pk__in=submission.parts.values("question")):
        was = question.state
        if settle(question, by=by):
            gone.append(question)
        question.version += 1
        question.save()
        tell_office(question, was=was, by=by)
    compare_later()
    return gone


def settle(question: Question, *, by: User | None) -> bool:
    """Withdraw, unsaved, an open question all of whose senders have; whether it was."""
    asked = Part.objects.filter(question=question, submission__withdrawn_at=None)
    if question.state not in OPEN_STATES or asked.exists():
        return False
    QUESTION_TRANSITIONS.move(question, to=QuestionState.WITHDRAWN)
    question.reason = ""
    question.leave_choice()
    record("questions.withdraw_question", question, by=by, after={"state": question.state})
    return True
