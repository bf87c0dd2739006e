"""Which questions of a list are worth comparing: those that share the rarest words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

import numpy as np
from numpy.typing import NDArray

from doithoai.matching.features import Profile, Standing, Weighing

_NEAREST = 20
_FAINTEST = 0.02
_COMMON = 0.2
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One of a question's nearest: its place in the list and the likeness, 0 to 1."""

    index: int
    likeness: float


def neighbours(
    profiles: Sequence[Profile], weighing: Weighing, nearest: int = _NEAREST
) -> list[list[Neighbour]]:
    """For each question of a list its nearest, best first; equals stand in the list's order."""
    documents = [_document(one, weighing) for one in profiles]
    postings = _postings(documents)
    return [
        _nearest_of(index, document, postings, len(documents), nearest)
        for index, document in enumerate(documents)
    ]


def candidate_pairs(near: Sequence[Sequence[Neighbour]]) -> Iterator[tuple[int, int, Standing]]:
    """Every pair in which one is among the other's nearest, with how the two stand."""
    places = [{other.index: place for place, other in enumerate(list_)} for list_ in near]
    for one, list_ in enumerate(near):
        for place, other in enumerate(list_):
            back = places[other.index].get(one)
            if back is None or one < other.index:
                far = len(near[other.index])
                yield _pair(one, other, (place, far if back is None else back), near)


def _pair(
    one: int,
    other: Neighbour,
    places: tuple[int, int],
    near: Sequence[Sequence[Neighbour]],
) -> tuple[int, int, Standing]:
    sides = ((one, places[0]), (other.index, places[1]))
    (left, first), (right, last) = sorted(sides)
    standing = Standing(
        likeness=other.likeness,
        places=(first, last),
        best=(_likeness(near[left], 0), _likeness(near[right], 0)),
        second=(_likeness(near[left], 1), _likeness(near[right], 1)),
    )
    return left, right, standing


def _likeness(near: Sequence[Neighbour], place: int) -> float:
    return near[place].likeness if place < len(near) else 0.0


def _document(one: Profile, weighing: Weighing) -> list[tuple[str, float]]:
    weights = {word: weighing.of(word) for word in one.terms}
    for first, second in one.bigrams:
        weights[f"{first} {second}"] = (weighing.of(first) + weighing.of(second)) / 2
    for key in one.keys:
        weights[f"@{key}"] = weighing.of_concept(key)
    squares = sorted((term, w * w) for term, w in weights.items() if w > _COMMON)
    length = sqrt(fsum(w * w for _, w in squares)) or 1.0
    return [(term, w / length) for term, w in squares]


_Postings = dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]


def _postings(documents: Sequence[Sequence[tuple[str, float]]]) -> _Postings:
    """For each term that two questions share: which ones have it, and its weight in each."""
    found: dict[str, tuple[list[int], list[float]]] = {}
    for index, document in enumerate(documents):
        for term, weight in document:
            indices, weights = found.setdefault(term, ([], []))
            indices.append(index)
            weights.append(weight)
    return {
        term: (np.array(indices), np.array(weights))
        for term, (indices, weights) in found.items()
        if len(indices) > 1
    }


def _nearest_of(
    index: int,
    document: Sequence[tuple[str, float]],
    postings: _Postings,
    count: int,
    nearest: int,
) -> list[Neighbour]:
    likeness = np.zeros(count)
    for term, weight in document:
        if term in postings:
            others, weights = postings[term]
            likeness[others] += weight * weights
    likeness[index] = 0.0
    likeness = likeness.round(_DIGITS)
    others = np.flatnonzero(likeness > _FAINTEST)
    ranked = others[np.argsort(-likeness[others], kind="stable")][:nearest]
    return [Neighbour(int(other), float(likeness[other])) for other in ranked]
