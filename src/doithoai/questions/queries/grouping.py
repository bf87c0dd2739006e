"""Questions proposed as one matter, and those already merged."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from doithoai.planning.models import Conference
from doithoai.questions.models import (
    LETTER_KINDS,
    Likeness,
    Merging,
    Question,
    Sameness,
    Submission,
)
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.queries.matters import questions_of
from doithoai.questions.rules.places import ELSEWHERE, place_of
from doithoai.questions.states import QuestionState


@dataclass(frozen=True, slots=True)
class ProposedGroup:
    """Questions the engine takes for one matter, by number; `main` would hold them all."""

    key: int
    questions: tuple[Question, ...]
    main: Question
    asked: int
    places: tuple[str, ...]


FURTHEST = (
    QuestionState.ANSWERED,
    QuestionState.REFERRED,
    QuestionState.SELECTED,
    QuestionState.RECEIVED,
    QuestionState.SET_ASIDE,
)
"""Where the main question of a group should stand, the best first."""


def proposed_groups(conference: Conference) -> list[ProposedGroup]:
    """Groups of two or more of which one at least can still be merged; those asked most first."""
    found = (
        questions_of(conference)
        .filter(suggestion__group__isnull=False)
        .exclude(suggestion__kind__in=sorted(LETTER_KINDS))
        .select_related("suggestion", "lead", "topic")
    )
    together: dict[int, list[Question]] = {}
    for question in found:
        together.setdefault(question.suggestion.group or 0, []).append(question)
    places = places_of_senders(conference)
    groups = [
        _group(key, members, places)
        for key, members in together.items()
        if len(members) > 1 and any(_is_open(one) for one in members)
    ]
    return sorted(groups, key=lambda group: (-group.asked, group.key))


def merged_matters(conference: Conference) -> "QuerySet[Merging]":
    """Every merging that stands, by the question that holds it; none into a letter."""
    return (
        Merging.objects.filter(source__conference=conference, undone_at=None)
        .exclude(target__state=QuestionState.PASSED_ON)
        .select_related("source", "target", "merged_by")
        .order_by("target__number", "source__number")
    )


def parted_pairs(conference: Conference) -> "QuerySet[Likeness]":
    """Pairs an official said are different matters, the last said first; none with a letter."""
    letter = Q(state=QuestionState.PASSED_ON) | Q(suggestion__kind__in=sorted(LETTER_KINDS))
    letters = conference.questions.filter(letter).values("pk")
    return (
        Likeness.objects.filter(one__conference=conference, decided=Sameness.DIFFERENT)
        .exclude(one__in=letters)
        .exclude(other__in=letters)
        .select_related("one", "other", "decided_by__agency")
        .order_by("-decided_at", "-pk")
    )


def _is_open(question: Question) -> bool:
    return question.state in {QuestionState.RECEIVED, QuestionState.SELECTED}


def _group(key: int, members: list[Question], places: dict[int, frozenset[str]]) -> ProposedGroup:
    """The main one has come furthest, then was asked most, then came first."""
    main = min(
        members, key=lambda one: (FURTHEST.index(one.state), -vars(one)["asked"], one.number)
    )
    named = set().union(*(places.get(one.pk, frozenset()) for one in members))
    return ProposedGroup(
        key,
        tuple(members),
        main,
        sum(vars(one)["asked"] for one in members),
        tuple(sorted(named)),
    )


def places_of_senders(conference: Conference) -> dict[int, frozenset[str]]:
    """The places each question's senders name, by the question's key."""
    sent = without_secrets(
        Submission.objects.filter(conference=conference, withdrawn_at=None).order_by()
    )
    places: dict[int, set[str]] = {}
    for question, unit in sent.values_list("parts__question_id", "sender_unit"):
        places.setdefault(question, set()).add(place_of(unit))
    return {key: frozenset(names - {ELSEWHERE}) for key, names in places.items()}


def points_of_senders(conference: Conference) -> dict[int, frozenset[str]]:
    """The unions and communes that gathered each question, by the question's key."""
    sent = without_secrets(
        Submission.objects.filter(
            conference=conference, withdrawn_at=None, collection_point__isnull=False
        ).order_by()
    )
    points: dict[int, set[str]] = {}
    for question, name in sent.values_list("parts__question_id", "collection_point__name"):
        points.setdefault(question, set()).add(name)
    return {key: frozenset(names) for key, names in points.items()}
