"""Keeping which questions of a conference are alike, and why; what officials said is kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from doithoai.matching.duplicates import Reason, Verdict, is_near_duplicate
from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, normalise
from doithoai.planning.models import Conference
from doithoai.questions.models import Likeness, Question
from doithoai.questions.queries.comparing import candidates
from doithoai.questions.queries.engine import house_lexicon
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

CANDIDATES = 30
"""With how many questions one is compared word by word."""
ROWS = 200
SCORES = {Reason.IDENTICAL: 1000, Reason.SPELLING: 990, Reason.ADDED: 950}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """How like two questions are, in thousandths, and why."""

    score: int
    is_near_duplicate: bool
    reasons: list[dict[str, Any]]


def keep_likeness(questions: Sequence[Question]) -> None:
    """Compare questions with those of their conferences that share most words with them."""
    lexicon = house_lexicon()
    words: dict[int, Words] = {}
    by_conference: dict[int, dict[Pair, Found]] = {}
    for question in sorted(questions, key=lambda one: one.pk):
        found = by_conference.setdefault(question.conference_id, {})
        own = _words(question, words, lexicon)
        for other in candidates(question, own, CANDIDATES):
            pair = _pair(question, other)
            if pair not in found:
                verdict = is_near_duplicate(own, _words(other, words, lexicon))
                found.update(_near_duplicates(pair, verdict, question.pk == pair[0]))
    keys = {question.pk for question in questions}
    for conference, pairs in by_conference.items():
        write_likeness(conference, pairs, keys)


@transaction.atomic
def write_likeness(conference: int, pairs: Mapping[Pair, Found], about: Iterable[int]) -> None:
    """Keep the pairs; of what nobody has decided, others of the questions `about` go.

    Raises Conference.DoesNotExist.
    """
    Conference.objects.select_for_update().get(pk=conference)
    keys = set(about)
    touching = Q(one__in=keys) | Q(other__in=keys)
    known = Likeness.objects.filter(touching, one__conference=conference)
    undecided = known.filter(decided="").values_list("pk", "one_id", "other_id")
    gone = [key for key, one, other in undecided if (one, other) not in pairs]
    Likeness.objects.filter(pk__in=gone).delete()
    Likeness.objects.bulk_create(
        (
            Likeness(
                one_id=one,
                other_id=other,
                score=found.score,
                is_near_duplicate=found.is_near_duplicate,
                reasons=found.reasons,
            )
            for (one, other), found in sorted(pairs.items())
        ),
        batch_size=ROWS,
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["score", "is_near_duplicate", "reasons"],
    )


def _pair(one: Question, other: Question) -> Pair:
    return (one.pk, other.pk) if one.pk < other.pk else (other.pk, one.pk)


def _words(question: Question, known: dict[int, Words], lexicon: Lexicon) -> Words:
    if question.pk not in known:
        known[question.pk] = normalise(mask(nfc(question.wording)), lexicon)
    return known[question.pk]


def _near_duplicates(pair: Pair, verdict: Verdict, is_first: bool) -> Iterator[tuple[Pair, Found]]:
    if verdict.same:
        sides = [list(verdict.only_left), list(verdict.only_right)]
        one, other = sides if is_first else reversed(sides)
        why = {"why": verdict.reason.value, "one": one, "other": other}
        yield pair, Found(SCORES[verdict.reason], True, [why])
