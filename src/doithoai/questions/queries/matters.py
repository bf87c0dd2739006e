"""Reading questions and submissions."""

from django.db.models import Count, Max, Min, Q, QuerySet

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for
from doithoai.questions.models import Question
from doithoai.questions.queries.letters import shown_to
from doithoai.questions.states import HALL_STATES, LISTED_STATES, QuestionState

ASKED = Count(
    "parts__submission", distinct=True, filter=Q(parts__submission__withdrawn_at__isnull=True)
)
"""How many sent a question: each slip once, those withdrawn not."""

IN_TIME = Count(
    "parts__submission",
    distinct=True,
    filter=Q(parts__submission__withdrawn_at__isnull=True, parts__submission__is_late=False),
)
"""How many of them sent it while questions were taken."""


def questions_of(conference: Conference) -> "QuerySet[Question]":
    """The questions that stand in lists: how many asked, when the first came, whether all late."""
    return (
        Question.objects.filter(conference=conference, state__in=sorted(LISTED_STATES))
        .select_related("topic", "decided_by")
        .annotate(asked=ASKED, in_time=IN_TIME, first_at=Min("parts__submission__received_at"))
        .annotate(all_late=Q(in_time=0, asked__gt=0))
        .order_by("number")
    )


def questions_for(user: User) -> "QuerySet[Question]":
    """Questions of the conferences whose host, office or chair is the user's agency.

    Letters passed on by law are in none of them, nor what was merged into one; for the chair
    what may be a letter is in none either.
    """
    leading = Q(host_id=user.agency_id) | Q(office_id=user.agency_id) | Q(chair_id=user.agency_id)
    mine = conferences_for(user).filter(leading).values("pk")
    return shown_to(
        user,
        Question.objects.filter(conference__in=mine)
        .exclude(state=QuestionState.PASSED_ON)
        .exclude(merged_into__state=QuestionState.PASSED_ON)
        .select_related("conference__place", "topic", "decided_by__agency"),
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


def neighbours(question: Question, user: User) -> tuple[int | None, int | None]:
    """The numbers before and after the question's own in its conference, of those one may read."""
    others = questions_for(user).filter(conference=question.conference_id).order_by()
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
