"""Two questions beside each other: numbers that are the same whichever comes first."""

from dataclasses import dataclass
from math import sqrt

from doithoai.matching.features.coverage import Coverage, coverage
from doithoai.matching.features.profile import Profile
from doithoai.matching.features.signs import (
    agencies_alike,
    ask_or_demand,
    is_of_the_law,
    missed_names,
    opposed_terms,
    other_number,
    placed_elsewhere,
    shared_numbers,
    shares_a_name,
)
from doithoai.matching.features.weighed import Weighed, bigrams_square, words_square
from doithoai.matching.features.weighing import Weighing

_UNKNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Standing:
    """How two questions stand among all: their likeness, and each one's place at the other.

    `places` are ranks from 0 for the nearest; `best` and `second` are the likeness of each one's
    nearest and second nearest.
    """

    likeness: float
    places: tuple[int, int]
    best: tuple[float, float]
    second: tuple[float, float]


FEATURES = (
    "left_low",
    "total_low",
    "length_ratio",
    "share_high",
    "subject_low",
    "phrases_low",
    "words",
    "bigrams",
    "asked_alike",
    "asked_otherwise",
    "wanted_alike",
    "ask_against_demand",
    "both_of_the_law",
    "one_of_the_law",
    "law_subject_missed",
    "name_shared",
    "name_and_share",
    "name_and_agency",
    "numbers_shared",
    "names_missed_low",
    "names_missed_high",
    "placed_elsewhere",
    "other_number",
    "other_quantity",
    "opposed_terms",
    "one_without_marks",
    "agencies_alike",
    "near_high",
    "near_low",
    "nearly_best",
    "before_second",
)
"""The names of the numbers that `features` gives, in their order."""


def features(
    one: Weighed, other: Weighed, weighing: Weighing, standing: Standing
) -> tuple[float, ...]:
    """The numbers of a pair, in the order of `FEATURES`."""
    left, right = one.profile, other.profile
    names = frozenset([word for name in (*left.names, *right.names) for word in name])
    here = coverage(one, other, weighing, names)
    there = coverage(other, one, weighing, names)
    words = words_square(left.terms & right.terms, weighing)
    bigrams = bigrams_square(left.bigrams & right.bigrams, weighing)
    agencies = agencies_alike(one, other)
    return (
        *_covered(here, there),
        _cosine(words, one.words_square, other.words_square),
        _cosine(bigrams, one.bigrams_square, other.bigrams_square),
        *_meant(left, right, min(here.top, there.top)),
        *_named_alike(left, right, max(here.share, there.share), agencies),
        *_told_apart(left, right),
        float(left.words.marked != right.words.marked),
        agencies,
        *_placed(standing),
    )


def _covered(here: Coverage, there: Coverage) -> tuple[float, ...]:
    short, long = sorted((here.total, there.total))
    return (
        min(here.left, there.left),
        short,
        short / long if long else 0.0,
        max(here.share, there.share),
        min(here.subject, there.subject),
        min(here.phrases, there.phrases),
    )


def _meant(one: Profile, other: Profile, missed: float) -> tuple[float, ...]:
    asked, wanted = _aspects(one, other, "ask:"), _aspects(one, other, "want:")
    law = is_of_the_law(one), is_of_the_law(other)
    return (
        _alike(*asked),
        float(all(asked) and asked[0].isdisjoint(asked[1])),
        _alike(*wanted),
        abs(ask_or_demand(one) - ask_or_demand(other)),
        float(all(law)),
        float(law[0] != law[1]),
        missed * all(law),
    )


def _named_alike(one: Profile, other: Profile, share: float, agencies: float) -> tuple[float, ...]:
    """A name in common tells little alone and much where the rest is alike too."""
    named = float(shares_a_name(one, other))
    return named, named * share, named * agencies, shared_numbers(one, other)


def _told_apart(one: Profile, other: Profile) -> tuple[float, ...]:
    missed = missed_names(one, other), missed_names(other, one)
    return (
        min(missed),
        max(missed),
        placed_elsewhere(one, other),
        float(other_number(one.numbered, other.numbered)),
        float(other_number(one.quantities, other.quantities)),
        float(bool(opposed_terms(one, other))),
    )


def _placed(standing: Standing) -> tuple[float, ...]:
    near = [1 / (1 + place) for place in standing.places]
    return (
        max(near),
        min(near),
        min(standing.likeness / best if best else 0.0 for best in standing.best),
        min(standing.likeness - second for second in standing.second),
    )


def _aspects(one: Profile, other: Profile, prefix: str) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(aspect for aspect in one.aspects if aspect.startswith(prefix)),
        frozenset(aspect for aspect in other.aspects if aspect.startswith(prefix)),
    )


def _alike(here: frozenset[str], there: frozenset[str]) -> float:
    return len(here & there) / len(here | there) if here or there else _UNKNOWN


def _cosine(shared: float, here: float, there: float) -> float:
    return shared / sqrt(here * there) if here and there else 0.0
