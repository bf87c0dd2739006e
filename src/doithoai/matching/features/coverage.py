"""How much of one question the other says too, and the weightiest thing it does not say."""

from dataclasses import dataclass
from math import fsum

from doithoai.matching.features.profile import Profile, Unit
from doithoai.matching.features.weighed import Weighed
from doithoai.matching.features.weighing import Weighing

_PART_OF_A_PHRASE = 0.6
_LEAST = 0.02
_SHORTEST = 2


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


def coverage(one: Weighed, other: Weighed, weighing: Weighing, names: frozenset[str]) -> Coverage:
    """How far `other` says what `one` says; `names` are the names' words of both."""
    weights: list[tuple[float, float]] = []
    subject: list[tuple[float, float]] = []
    phrases: list[tuple[float, float]] = []
    for its in one.units:
        unit = its.unit
        if names.issuperset(unit.words):
            continue
        said = (its.weight, said_share(unit, one.profile, other.profile, weighing))
        weights.append(said)
        if its.of_the_subject:
            subject.append(said)
        if unit.keys:
            phrases.append(said)
    return Coverage(
        share=_share(weights, 0.0),
        subject=_share(subject, 0.5),
        phrases=_share(phrases, 0.5),
        left=fsum([weight * (1 - share) for weight, share in weights]),
        top=max([weight * (1 - share) for weight, share in subject], default=0.0),
        total=fsum([weight for weight, _ in weights]),
    )


def said_share(unit: Unit, one: Profile, other: Profile, weighing: Weighing) -> float:
    """How much of a unit of `one` stands in `other`: 1 when it is there under any of its names."""
    if not unit.keys.isdisjoint(other.keys):
        return 1.0
    if len(unit.words) == 1:
        return float(_stands(unit.words[0], one, other))
    shares = [(weighing.of(w) + _LEAST, _stands(w, one, other)) for w in unit.words]
    share = fsum([w for w, there in shares if there]) / fsum([w for w, _ in shares])
    return share * _PART_OF_A_PHRASE if share < 1 else share


def _stands(word: str, one: Profile, other: Profile) -> bool:
    if word in other.terms and not _written_otherwise(word, one, other):
        return True
    above = one.covers.get(word)
    return above is not None and not above.isdisjoint(other.keys)


def _written_otherwise(word: str, one: Profile, other: Profile) -> bool:
    """Whether both write the word with diacritics and never the same (bán, bạn).

    Of the shortest writers differ without meaning anything (kỹ, kĩ).
    """
    here, there = one.exact.get(word), other.exact.get(word)
    return bool(len(word) > _SHORTEST and here and there and here.isdisjoint(there))


def _share(said: list[tuple[float, float]], nothing: float) -> float:
    total = fsum([weight for weight, _ in said])
    return fsum([weight * share for weight, share in said]) / total if total else nothing
