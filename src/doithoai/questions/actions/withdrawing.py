"""What becomes of questions when those who asked them withdraw."""

from doithoai.audit.actions import record
from doithoai.questions.models import Part, Question, Submission
from doithoai.questions.states import OPEN_STATES, QUESTION_TRANSITIONS, QuestionState


def after_withdrawal(submission: Submission) -> list[Question]:
    """Withdraw every question nobody asks any more; those that were.

    Called inside the transaction that sets `withdrawn_at`, which has locked the conference before
    the submission. A question others ask too, one referred, one answered or passed on by law stays;
    no earlier step on any of them can be undone any more.
    """
    gone = []
    questions = Question.objects.select_for_update(of=("self",)).order_by("pk")
    for question in questions.filter(pk__in=submission.parts.values("question")):
        if settle(question):
            gone.append(question)
            record("questions.withdraw_question", question, by=None)
        question.version += 1
        question.save()
    return gone


def settle(question: Question) -> bool:
    """Withdraw, unsaved, an open question all of whose senders have; whether it was."""
    asked = Part.objects.filter(question=question, submission__withdrawn_at=None)
    if question.state not in OPEN_STATES or asked.exists():
        return False
    QUESTION_TRANSITIONS.move(question, to=QuestionState.WITHDRAWN)
    question.reason, question.hall_position = "", None
    return True
