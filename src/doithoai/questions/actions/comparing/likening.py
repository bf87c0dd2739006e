"""Keeping which questions of a conference are alike, and why; what officials said is kept."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import Q

from doithoai.matching.duplicates import Reason, Verdict, is_near_duplicate
from doithoai.matching.groups import Item, score_pairs
from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, normalise
from doithoai.planning.models import Conference
from doithoai.questions.models import Likeness, Question
from doithoai.questions.queries.comparing import candidates
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.states import LISTED_STATES
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

CANDIDATES = 30
"""With how many questions one is compared word by word."""
SMALL = 400
"""In a conference of so many questions all pairs are scored whenever one comes."""
LOWEST = 200
"""Pairs less like, in thousandths, are not kept."""
ROWS = 200
SCORES = {Reason.IDENTICAL: 1000, Reason.SPELLING: 990, Reason.ADDED: 950}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """How like two questions are, in thousandths, and why."""

    score: int
    is_near_duplicate: bool
    reasons: list[dict[str, Any]]


def keep_likeness(conference: Conference, keys: Collection[int], *, whole: bool = False) -> None:
    """Compare questions of a conference, given by key, with those that share most words with them.

    With `whole` all of them are. In small conferences how like two are is judged among all
    questions, so that it does not hang on the order they came in; pairs of one text in which
    neither is given stand as they were.
    """
    listed = list(conference.questions.filter(state__in=sorted(LISTED_STATES)).order_by("pk"))
    touched = {question.pk for question in listed if whole or question.pk in keys}
    lexicon = house_lexicon()
    met, pairs = _one_text([one for one in listed if one.pk in touched], lexicon)
    about = touched
    if whole or len(listed) <= SMALL:
        met = {question.pk: question for question in listed}
        about = {*met}
        pairs |= _standing(conference, about - touched)
    said = tuple((key, met[key].wording) for key in sorted(met))
    alike = _same_matter(said, frozenset(about), lexicon)
    write_likeness(conference.pk, alike | pairs, about)


def _one_text(
    touched: Iterable[Question], lexicon: Lexicon
) -> tuple[dict[int, Question], dict[Pair, Found]]:
    """The questions met when each looks for others of its text, by key; the pairs that are one."""
    words: dict[int, Words] = {}
    found: dict[Pair, Found] = {}
    met = {question.pk: question for question in touched}
    judged: set[Pair] = set()
    for question in list(met.values()):
        own = _words(question, words, lexicon)
        for other in candidates(question, own, CANDIDATES):
            met.setdefault(other.pk, other)
            pair = _pair(question, other)
            if pair not in judged:
                judged.add(pair)
                verdict = is_near_duplicate(own, _words(other, words, lexicon))
                found.update(_near_duplicates(pair, verdict, question.pk == pair[0]))
    return met, found


def _standing(conference: Conference, keys: Collection[int]) -> dict[Pair, Found]:
    """The pairs of one text that are kept, both among `keys`."""
    kept = Likeness.objects.filter(one__conference=conference, is_near_duplicate=True)
    rows = kept.values_list("one_id", "other_id", "score", "reasons")
    return {
        (one, other): Found(score, True, reasons)
        for one, other, score, reasons in rows
        if one in keys and other in keys
    }


@lru_cache(maxsize=4)
def _same_matter(
    said: tuple[tuple[int, str], ...], about: frozenset[int], lexicon: Lexicon
) -> dict[Pair, Found]:
    """Pairs that may be about one matter, at least one of each among `about`, with the reasons.

    `said` are keys and wordings of all that are compared. Most decisions change nobody's words:
    then what was found the last time still stands.
    """
    items = [Item(f"{key:012d}", mask(nfc(wording))) for key, wording in said]
    found: dict[Pair, Found] = {}
    for pair in score_pairs(items, lexicon):
        score, one, other = round(pair.score * 1000), int(pair.one.id), int(pair.other.id)
        if score >= LOWEST and (one in about or other in about):
            reasons = [{"why": line} for line in pair.reasons(lexicon)]
            found[one, other] = Found(score, False, reasons)
    return found


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
