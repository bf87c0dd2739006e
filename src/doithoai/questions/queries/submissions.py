"""Reading what people sent, and the window for sending."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from doithoai.planning.models import Conference
from doithoai.questions.models import (
    Attachment,
    DraftFile,
    Part,
    PassOn,
    Question,
    ReceivedList,
    Submission,
)
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.rules import is_open, is_taken_late
from doithoai.questions.rules.notices import FILES_FOR_RECEIVERS_ALONE
from doithoai.questions.states import QuestionState


def submissions_of(question: Question) -> "QuerySet[Submission]":
    """Everything people sent that belongs to the question, oldest first."""
    return (
        Submission.objects.filter(parts__question=question).distinct().order_by("received_at", "pk")
    )


def takes_questions(conference: Conference, today: date) -> bool:
    """Whether the public form is open today."""
    return is_open(conference.questions_from, conference.questions_until, today)


def takes_late_questions(conference: Conference, today: date) -> bool:
    """Whether the public form takes questions today that are marked late."""
    last, month = conference.questions_until, conference.held_month
    return is_taken_late(last, conference.held_on, month, today)


def submission_by_token(conference: Conference, token: UUID) -> Submission | None:
    """What was sent under a form's token, when it was sent."""
    return Submission.objects.filter(conference=conference, token=token).first()


def draft_files(token: UUID) -> "QuerySet[DraftFile]":
    """The files kept with a form being written, without their bytes."""
    return DraftFile.objects.filter(token=token).defer("content")


def attachments_of(submission: Submission) -> "QuerySet[Attachment]":
    """The files sent along, in their order, without their bytes."""
    return submission.attachments.defer("content").order_by("position")


def named_senders(question: Question) -> list[str]:
    """Names of those who asked and agreed to be named, oldest first."""
    named = without_secrets(submissions_of(question)).filter(consents_name=True)
    return list(named.values_list("sender_name", flat=True))


def submission_by_code(code: str) -> Submission | None:
    """The submission of a receipt code."""
    return Submission.objects.filter(code=code).first()


def conferences_past(day: date) -> "QuerySet[Conference]":
    """Conferences whose day (or, without one, last day of questions) lies before `day` and
    whose submissions still hold a sender or a file, or whose lists were never taken."""
    past = Q(held_on__lt=day) | Q(held_on=None, questions_until__lt=day)
    blank = Q(sender_name="", sender_unit="", phone="", email="")
    held = ~blank | Q(attachments__isnull=False)
    holding = Submission.objects.filter(held, conference=OuterRef("pk"))
    lists = ReceivedList.objects.filter(conference=OuterRef("pk")).exclude(content=b"")
    kept = Q(Exists(holding)) | Q(Exists(lists))
    return Conference.objects.filter(past, kept).select_related("place").order_by("pk")


def why_not_corrected(submission: Submission) -> str:
    """Why the sender can no longer change the words; empty while nobody has decided on them."""
    parts = list(submission.parts.select_related("question"))
    if len(parts) > 1:
        return "Câu hỏi đã được tách thành nhiều việc nên không sửa được nữa."
    question = parts[0].question
    if question.state != QuestionState.RECEIVED:
        return "Câu hỏi đã được cơ quan tiếp nhận phân loại nên không sửa được nữa."
    if question.parts.exclude(pk=parts[0].pk).exists():
        return "Câu hỏi đã gộp với câu của người khác nên không sửa được nữa."
    return ""


def is_passed_on(submission: Submission) -> bool:
    """Whether all of it went to another body by law: it is no question of the conference."""
    states = set(submission.parts.order_by().values_list("question__state", flat=True))
    return states == {QuestionState.PASSED_ON}


def is_asked_together(submission: Submission) -> bool:
    """Whether a question of it stays when it goes: others ask it, or an agency answers it."""
    questions = Question.objects.filter(parts__submission=submission)
    held = questions.filter(state__in=[QuestionState.REFERRED, QuestionState.ANSWERED])
    others = Part.objects.filter(question__in=questions).exclude(submission=submission)
    return held.exists() or others.exists()


def asked_counts(questions: Iterable[Question]) -> dict[int, int]:
    """How many ask each of the questions, those who withdrew not counted, by key. One query."""
    rows = (
        Part.objects.filter(question__in=list(questions), submission__withdrawn_at=None)
        .order_by()
        .values_list("question")
        .annotate(asked=Count("submission", distinct=True))
    )
    return dict(rows)


def passed_on_of(submission: Submission) -> dict[int, PassOn]:
    """The letters among the matters of a submission, by key of the question."""
    found = PassOn.objects.filter(question__parts__submission=submission, taken_back_at=None)
    return {one.question_id: one for one in found}


def files_agreed(question: Question) -> "QuerySet[Attachment]":
    """Files of a question its senders let the answering agency see, without their bytes."""
    agreed = without_secrets(submissions_of(question)).filter(
        consents_files=True, withdrawn_at=None
    )
    agreed = agreed.exclude(notice_version__in=FILES_FOR_RECEIVERS_ALONE)
    found = Attachment.objects.filter(submission__in=agreed.values("pk"))
    return found.defer("content").order_by("submission__received_at", "submission", "position")
