"""How many questions stand where."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from doithoai.planning.models import Conference
from doithoai.questions.models import Question
from doithoai.questions.states import LISTED_STATES, QuestionState


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


def question_counts_by(
    conferences: Iterable[Conference], among: "QuerySet[Question] | None" = None
) -> dict[int, QuestionCounts]:
    """Counts by state of each conference that has questions, by its key. One query.

    With `among` only those questions are counted.
    """
    counted = Question.objects.all() if among is None else among
    by_state = (Count("pk", filter=Q(state=state)) for state in QuestionState.values)
    rows = (
        counted.filter(conference__in=list(conferences))
        .order_by()
        .values_list("conference_id")
        .annotate(
            total=Count("pk", filter=Q(state__in=sorted(LISTED_STATES))),
            **dict(zip(QuestionState.values, by_state, strict=True)),
        )
    )
    return {key: QuestionCounts(*counts) for key, *counts in rows}


def question_counts(
    conference: Conference, among: "QuerySet[Question] | None" = None
) -> QuestionCounts:
    """Counts by state of one conference, or of some questions of it. One query."""
    empty = QuestionCounts(*[0] * (1 + len(QuestionState.values)))
    return question_counts_by([conference], among).get(conference.pk, empty)
