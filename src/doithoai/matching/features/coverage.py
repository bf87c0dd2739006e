"""How much of one question the other says too, and the weightiest thing it does not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from doithoai.matching.features.profile import Profile, Unit
from doithoai.matching.features.weighing import Weighing

_PART_OF_A_PHRASE = 0.6
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares (0 to 1) and weights of what one question says, names and numbers aside.

    `share` is of everything, `subject` without the words that ask (hồ sơ, bao lâu), `phrases` of
    the lexicon's phrases only. `left` is the weight of what the other does not say, `top` the
    weightiest thing of the subject that it does not say, `total` the weight of everything.
    """

    share: float
    subject: float
    phrases: float
    left: float
    top: float
    total: float


def coverage(one: Profile, other: Profile, weighing: Weighing, names: frozenset[str]) -> Coverage:
    """How far `other` says what `one` says; `names` are the names' words of both."""
    weights: list[tuple[float, float]] = []
    subject: list[tuple[float, float]] = []
    phrases: list[tuple[float, float]] = []
    for unit in one.units:
        if unit.words[0].isdigit() or names.issuperset(unit.words):
            continue
        said = (unit_weight(unit, weighing), said_share(unit, one, other, weighing))
        weights.append(said)
        if not one.aspect_words.issuperset(unit.words):
            subject.append(said)
        if unit.keys:
            phrases.append(said)
    return Coverage(
        share=_share(weights, 0.0),
        subject=_share(subject, 0.5),
        phrases=_share(phrases, 0.5),
        left=fsum(weight * (1 - share) for weight, share in weights),
        top=max((weight * (1 - share) for weight, share in subject), default=0.0),
        total=fsum(weight for weight, _ in weights),
    )


def unit_weight(unit: Unit, weighing: Weighing) -> float:
    """The weight of the rarest thing a unit is or holds."""
    words = max(map(weighing.of, unit.words))
    return max([words, *map(weighing.of_concept, unit.keys)]) if unit.keys else words


def said_share(unit: Unit, one: Profile, other: Profile, weighing: Weighing) -> float:
    """How much of a unit of `one` stands in `other`: 1 when it is there under any of its names."""
    if unit.keys & other.keys:
        return 1.0
    weights = [(weighing.of(word) + _LEAST, word) for word in unit.words]
    share = fsum(
        weight for weight, word in weights if word in other.terms or _alike(word, one, other)
    ) / fsum(weight for weight, _ in weights)
    return share * _PART_OF_A_PHRASE if len(unit.words) > 1 and share < 1 else share


def _alike(word: str, one: Profile, other: Profile) -> bool:
    above = one.covers.get(word)
    return above is not None and not above.isdisjoint(other.keys)


def _share(said: Iterable[tuple[float, float]], nothing: float) -> float:
    said = list(said)
    total = fsum(weight for weight, _ in said)
    return fsum(weight * share for weight, share in said) / total if total else nothing
