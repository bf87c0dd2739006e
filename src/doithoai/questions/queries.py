"""Reading questions and submissions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for
from doithoai.questions.models import Question, Submission
from doithoai.questions.rules import is_open
from doithoai.questions.states import HALL_STATES, LISTED_STATES, QuestionState

ASKED = Count(
    "parts__submission", distinct=True, filter=Q(parts__submission__withdrawn_at__isnull=True)
)
"""How many sent a question: each slip once, those withdrawn not."""


def questions_of(conference: Conference) -> "QuerySet[Question]":
    """The questions that stand in lists, with how many asked and when the first came."""
    return (
        Question.objects.filter(conference=conference, state__in=sorted(LISTED_STATES))
        .select_related("topic", "decided_by")
        .annotate(asked=ASKED, first_at=Min("parts__submission__received_at"))
        .order_by("number")
    )


def questions_for(user: User) -> "QuerySet[Question]":
    """Questions of the conferences whose host, office or chair is the user's agency.

    Letters passed on by law are in none of them.
    """
    leading = Q(host_id=user.agency_id) | Q(office_id=user.agency_id) | Q(chair_id=user.agency_id)
    mine = conferences_for(user).filter(leading).values("pk")
    return (
        Question.objects.filter(conference__in=mine)
        .exclude(state=QuestionState.PASSED_ON)
        .select_related("conference__place", "topic", "decided_by__agency")
    )


def hall_questions(conference: Conference) -> "QuerySet[Question]":
    """The questions to be asked in the hall, in their order, with how many asked each."""
    return questions_of(conference).filter(hall_position__isnull=False).order_by("hall_position")


def hall_candidates(conference: Conference) -> "QuerySet[Question]":
    """Chosen questions that are not asked in the hall, those asked by most first."""
    chosen = questions_of(conference).filter(state__in=sorted(HALL_STATES), hall_position=None)
    most_asked = ("-asked", "number")
    return chosen.order_by(*most_asked)


def uncompiled_questions(conference: Conference) -> "QuerySet[Question]":
    """Chosen questions the host has not yet sent to the office."""
    return questions_of(conference).filter(state__in=sorted(HALL_STATES), compilations=None)


def submissions_of(question: Question) -> "QuerySet[Submission]":
    """Everything people sent that belongs to the question, oldest first."""
    return (
        Submission.objects.filter(parts__question=question).distinct().order_by("received_at", "pk")
    )


def neighbours(question: Question) -> tuple[int | None, int | None]:
    """The numbers before and after the question's own in its conference."""
    others = Question.objects.filter(conference=question.conference_id)
    span = others.aggregate(
        before=Max("number", filter=Q(number__lt=question.number)),
        after=Min("number", filter=Q(number__gt=question.number)),
    )
    return span["before"], span["after"]


def next_received(question: Question) -> int | None:
    """The number of the next question nobody has decided, round the end to the first."""
    waiting = Question.objects.filter(
        conference=question.conference_id, state=QuestionState.RECEIVED
    ).order_by("number")
    later = waiting.filter(number__gt=question.number)
    return later.values_list("number", flat=True).first() or (
        waiting.values_list("number", flat=True).first()
    )


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """How many questions stand in each state; those that stand in lists add up to `total`."""

    total: int
    received: int
    selected: int
    set_aside: int
    referred: int
    answered: int
    merged: int
    passed_on: int
    withdrawn: int


def question_counts_by(conferences: Iterable[Conference]) -> dict[int, QuestionCounts]:
    """Counts by state of each conference that has questions, by its key. One query."""
    by_state = (Count("pk", filter=Q(state=state)) for state in QuestionState.values)
    rows = (
        Question.objects.filter(conference__in=list(conferences))
        .order_by()
        .values_list("conference_id")
        .annotate(
            total=Count("pk", filter=Q(state__in=sorted(LISTED_STATES))),
            **dict(zip(QuestionState.values, by_state, strict=True)),
        )
    )
    return {key: QuestionCounts(*counts) for key, *counts in rows}


def question_counts(conference: Conference) -> QuestionCounts:
    """Counts by state of one conference. One query."""
    empty = QuestionCounts(*[0] * (1 + len(QuestionState.values)))
    return question_counts_by([conference]).get(conference.pk, empty)


def takes_questions(conference: Conference, today: date) -> bool:
    """Whether the public form is open today."""
    return is_open(conference.questions_from, conference.questions_until, today)


def submission_by_token(conference: Conference, token: UUID) -> Submission | None:
    """What was sent under a form's token, when it was sent."""
    return Submission.objects.filter(conference=conference, token=token).first()


def named_senders(question: Question) -> list[str]:
    """Names of those who asked and agreed to be named, oldest first."""
    return list(
        submissions_of(question).filter(consents_name=True).values_list("sender_name", flat=True)
    )


def submission_by_code(code: str) -> Submission | None:
    """The submission of a receipt code, with its questions."""
    return (
        Submission.objects.filter(code=code)
        .select_related("conference__host", "conference__office", "conference__place")
        .prefetch_related("parts__question")
        .first()
    )


def conferences_past(day: date) -> "QuerySet[Conference]":
    """Conferences whose day (or, without one, last day of questions) lies before `day` and
    whose submissions still hold a sender."""
    past = Q(held_on__lt=day) | Q(held_on=None, questions_until__lt=day)
    blank = Q(sender_name="", sender_unit="", phone="", email="")
    holding = Submission.objects.filter(~blank, conference=OuterRef("pk"))
    return Conference.objects.filter(past, Exists(holding)).select_related("place").order_by("pk")
