"""What senders do with their own words afterwards: correct them, withdraw."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.withdrawing import after_withdrawal
from doithoai.questions.models import Correction, Question, Submission
from doithoai.questions.permissions import may_enter
from doithoai.questions.queries import why_not_corrected
from doithoai.workflow import Refused, require

SAME_WORDS = "Nội dung chưa đổi chữ nào. Sửa rồi bấm lưu."
WITHDRAWN_ALREADY = "Câu hỏi này đã rút. Cần hỏi lại thì gửi câu mới."


@transaction.atomic
def correct(submission: Submission, *, text: str, by: User | None = None) -> Submission:
    """Keep what a sender writes instead, as long as nobody has decided and nobody else asks it.

    `by` is the official who puts right what they typed in, None for the sender. The first words
    stay. Raises Refused with the reason otherwise.
    """
    submission = _locked(submission)
    require(by is None or may_enter(by, submission.conference))
    if submission.withdrawn_at:
        raise Refused(WITHDRAWN_ALREADY)
    if reason := why_not_corrected(submission):
        raise Refused(reason)
    if text == submission.said:
        raise Refused(SAME_WORDS)
    part = submission.parts.get()
    question = Question.objects.select_for_update().get(pk=part.question_id)
    Correction.objects.create(submission=submission, text=text, corrected_at=clock.now())
    part.text, part.end = text, len(text)
    part.save()
    question.wording = text
    question.version += 1
    question.save()
    compare_later()
    record("questions.correct", submission, by=by, after={"question": question})
    return submission


@transaction.atomic
def withdraw(submission: Submission) -> Submission:
    """Count a sender no more; a question nobody else asks is withdrawn while it is still open."""
    submission = _locked(submission)
    if submission.withdrawn_at:
        return submission
    submission.withdrawn_at = clock.now()
    submission.save()
    record("questions.withdraw", submission, by=None)
    after_withdrawal(submission)
    return submission


def _locked(submission: Submission) -> Submission:
    Conference.objects.select_for_update().get(pk=submission.conference_id)
    return Submission.objects.select_for_update().get(pk=submission.pk)
