"""A question with the weights of what it says, worked out once for all its pairs."""

from dataclasses import dataclass
from math import fsum

from doithoai.matching.features.profile import Profile, Unit
from doithoai.matching.features.weighing import Weighing


@dataclass(frozen=True, slots=True)
class WeighedUnit:
    """A unit and its weight; whether it is of the subject and not a word that asks (bao lâu)."""

    unit: Unit
    weight: float
    of_the_subject: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile with its units weighed, numbers aside.

    `words_square` and `bigrams_square` are the squared lengths for cosines; `agencies` is how
    much it says of each agency's fields.
    """

    profile: Profile
    units: tuple[WeighedUnit, ...]
    words_square: float
    bigrams_square: float
    agencies: dict[str, float]


def weighed(one: Profile, weighing: Weighing) -> Weighed:
    """What a question says, weighed."""
    return Weighed(
        profile=one,
        units=tuple(
            WeighedUnit(
                unit, unit_weight(unit, weighing), not one.aspect_words.issuperset(unit.words)
            )
            for unit in one.units
            if not unit.words[0].isdigit()
        ),
        words_square=words_square(one.terms, weighing),
        bigrams_square=bigrams_square(one.bigrams, weighing),
        agencies=_agencies(one, weighing),
    )


def unit_weight(unit: Unit, weighing: Weighing) -> float:
    """The weight of the rarest thing a unit is or holds."""
    words = max(map(weighing.of, unit.words))
    return max([words, *map(weighing.of_concept, unit.keys)]) if unit.keys else words


def words_square(words: frozenset[str], weighing: Weighing) -> float:
    """The squared length of words taken as a vector of weights."""
    return fsum([weighing.of(word) ** 2 for word in words])


def bigrams_square(bigrams: frozenset[tuple[str, str]], weighing: Weighing) -> float:
    """The squared length of bigrams taken as a vector of weights."""
    return fsum([(weighing.of(a) + weighing.of(b)) ** 2 for a, b in bigrams])


def _agencies(one: Profile, weighing: Weighing) -> dict[str, float]:
    said: dict[str, list[float]] = {}
    for phrase, field in one.fields:
        said.setdefault(field.split("/")[0], []).append(weighing.of_concept(phrase) ** 2)
    return {agency: fsum(weights) for agency, weights in said.items()}
