"""Which matters their askers may judge, and what they said."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.conclusions.models import Commitment, Satisfaction
from doithoai.conclusions.rules import asks_if_solved
from doithoai.questions.models import Part, Submission


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a submission: the promises made on it, whether its asker may judge it now."""

    part: Part
    commitments: list[Commitment]
    said: Satisfaction | None
    is_asked: bool


def matters_of(submission: Submission, *, today: date) -> list[Matter]:
    """Every matter of one submission, in order. Four queries."""
    parts = list(submission.parts.select_related("question__conference").order_by("pk"))
    questions = [part.question_id for part in parts]
    made: dict[int, list[Commitment]] = {}
    for one in Commitment.objects.filter(question__in=questions).select_related(
        "agency", "conference"
    ):
        made.setdefault(one.question_id or 0, []).append(one)
    published = dict(
        Answer.objects.filter(
            referral__question__in=questions, state=AnswerState.PUBLISHED
        ).values_list("referral__question_id", "published_at")
    )
    said = {one.part_id: one for one in Satisfaction.objects.filter(part__in=parts)}
    matters = []
    for part in parts:
        promises = made.get(part.question_id, [])
        out = published.get(part.question_id)
        day = timezone.localdate(out) if out else None
        asked = asks_if_solved([one.state for one in promises], day, today)
        matters.append(Matter(part, promises, said.get(part.pk), asked))
    return matters


def askers_words(commitment: Commitment) -> "QuerySet[Satisfaction]":
    """What those who asked say of a promise, newest first; nobody's name with it."""
    return Satisfaction.objects.filter(part__question=commitment.question_id or 0)


def verdicts_by_question(questions: Iterable[int]) -> dict[int, Counter[str]]:
    """How many askers gave each verdict, by key of the question. One query."""
    rows = Satisfaction.objects.filter(part__question__in=list(questions)).values_list(
        "part__question_id", "verdict"
    )
    counts: dict[int, Counter[str]] = {}
    for key, verdict in rows:
        counts.setdefault(key, Counter())[verdict] += 1
    return counts
