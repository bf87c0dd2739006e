"""Many questions at once: which are one text typed twice, and why."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from doithoai.matching.duplicates.blocking import pairs
from doithoai.matching.duplicates.profile import Profile, profile
from doithoai.matching.duplicates.twins import Heard
from doithoai.matching.duplicates.verdict import Verdict, WordSets, judged, verdict
from doithoai.matching.words import Words

Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Link(Generic[Id]):
    """Two questions found to be one text, and the verdict that says so."""

    left: Id
    right: Id
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DuplicateGroup(Generic[Id]):
    """Questions that are one text, in the order given, and the links that hold them together."""

    members: tuple[Id, ...]
    links: tuple[Link[Id], ...]


def near_duplicates(items: Iterable[tuple[Id, Words]]) -> list[DuplicateGroup[Id]]:
    """The groups of two or more near-duplicates among many questions.

    Members stand in the order given, groups in that of their first; which questions go together
    does not hang on the order. A question without a word is nobody's duplicate. Each link has
    its verdict: the reason, and the words that differ.
    """
    ids: list[Id] = []
    profiles: list[Profile] = []
    for id, words in items:
        ids.append(id)
        profiles.append(profile(words))
    heard = Counter(name[:2] for one in profiles for name in set(one.names))
    forest = _Forest(len(ids))
    links = _links(profiles, heard, forest)
    found: dict[int, tuple[list[int], list[tuple[int, int]]]] = {}
    for left, right in links:
        found.setdefault(forest.root(left), ([], []))[1].append((left, right))
    for at in range(len(ids)):
        if forest.root(at) in found:
            found[forest.root(at)][0].append(at)
    return [
        DuplicateGroup(
            tuple(ids[at] for at in members),
            tuple(
                Link(ids[left], ids[right], verdict(profiles[left], profiles[right], heard))
                for left, right in held
            ),
        )
        for members, held in sorted(found.values())
    ]


def _links(profiles: Sequence[Profile], heard: Heard, forest: "_Forest") -> list[tuple[int, int]]:
    """Pairs that are one text and hold a group together: no more than it takes."""
    links: list[tuple[int, int]] = []
    firsts: dict[tuple[object, ...], int] = {}
    for at, one in enumerate(profiles):
        if one.core and forest.joined(firsts.setdefault(one.text, at), at):
            links.append((firsts[one.text], at))
    last, sets = -1, WordSets(frozenset(), frozenset())
    for left, right in _to_compare(profiles, sorted(firsts.values())):
        if forest.root(left) == forest.root(right):
            continue
        if left != last:
            last, sets = left, WordSets.of(profiles[left])
        if judged(profiles[left], profiles[right], sets, heard).means_one_text:
            forest.joined(left, right)
            links.append((left, right))
    return links


def _to_compare(profiles: Sequence[Profile], kept: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of the kept profiles that might be one text: of the same numbers, and rare terms."""
    known: dict[tuple[str, ...], int] = {}
    kinds = [known.setdefault(profiles[at].numbers, len(known)) for at in kept]
    met = pairs([profiles[at].core for at in kept], np.array(kinds, np.int64))
    for left, right in met.tolist():
        yield kept[left], kept[right]


class _Forest:
    """Which things hang together (union-find); the least of them is their root."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, at: int) -> int:
        """The least thing that hangs together with one."""
        while self._above[at] != at:
            self._above[at] = at = self._above[self._above[at]]
        return at

    def joined(self, one: int, other: int) -> bool:
        """Join two, and say whether they were apart."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low
        return low != high
