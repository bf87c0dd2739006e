"""Average-link groups inside connected components; what officials decided is kept."""

import heapq
from collections.abc import Iterable, Mapping

_UNSEEN = 0.02
_DIGITS = 6


class Contradiction(ValueError):
    """Two questions are to stay together and to stay apart at the same time."""


def linked(
    count: int,
    scores: Mapping[tuple[int, int], float],
    threshold: float,
    *,
    must: Iterable[tuple[int, int]] = (),
    cannot: Iterable[tuple[int, int]] = (),
) -> list[tuple[int, ...]]:
    """Groups of 0 … count-1: two join while the mean score between their members is enough.

    `scores` are of pairs (smaller first); a pair that was not scored counts almost nothing.
    Groups come by their first member. Raises Contradiction when `cannot` parts what `must` joins.
    """
    clusters = _Clusters(count, scores, must, cannot)
    clusters.join(threshold)
    return sorted(tuple(sorted(members)) for members in clusters.members.values())


class _Clusters:
    """Clusters by number, with the sum and count of the scores between each two that have any."""

    def __init__(
        self,
        count: int,
        scores: Mapping[tuple[int, int], float],
        must: Iterable[tuple[int, int]],
        cannot: Iterable[tuple[int, int]],
    ) -> None:
        home = _joined(count, must)
        self.members: dict[int, list[int]] = {}
        for one in range(count):
            self.members.setdefault(home[one], []).append(one)
        self._apart: dict[int, set[int]] = {number: set() for number in self.members}
        for one, other in cannot:
            self._keep_apart(home[one], home[other])
        self._sums: dict[int, dict[int, float]] = {number: {} for number in self.members}
        self._counts: dict[int, dict[int, int]] = {number: {} for number in self.members}
        for (one, other), score in sorted(scores.items()):
            if home[one] != home[other]:
                self._add(home[one], home[other], score, 1)

    def join(self, threshold: float) -> None:
        """Join the two nearest until none are near enough; equals by their first members."""
        heap = [
            self._entry(one, other)
            for one in self._sums
            for other in self._sums[one]
            if one < other
        ]
        heapq.heapify(heap)
        while heap:
            mean, one, other, sizes = heapq.heappop(heap)
            if -mean < threshold:
                return
            if self._sizes(one, other) != sizes or other in self._apart[one]:
                continue
            self._merge(one, other)
            for neighbour in self._sums[one]:
                heapq.heappush(heap, self._entry(min(one, neighbour), max(one, neighbour)))

    def _entry(self, one: int, other: int) -> tuple[float, int, int, tuple[int, int]]:
        pairs = len(self.members[one]) * len(self.members[other])
        unseen = pairs - self._counts[one][other]
        mean = (self._sums[one][other] + _UNSEEN * unseen) / pairs
        return -round(mean, _DIGITS), one, other, self._sizes(one, other)

    def _sizes(self, one: int, other: int) -> tuple[int, int]:
        return len(self.members.get(one, ())), len(self.members.get(other, ()))

    def _merge(self, one: int, other: int) -> None:
        """Move what `other` holds into `one`, which has the smaller number."""
        self.members[one] += self.members.pop(other)
        counts = self._counts.pop(other)
        for neighbour, sum_ in self._sums.pop(other).items():
            del self._sums[neighbour][other], self._counts[neighbour][other]
            if neighbour != one:
                self._add(one, neighbour, sum_, counts[neighbour])
        for third in self._apart.pop(other):
            self._apart[third].discard(other)
            self._keep_apart(one, third)

    def _add(self, one: int, other: int, score: float, count: int) -> None:
        for here, there in ((one, other), (other, one)):
            self._sums[here][there] = self._sums[here].get(there, 0.0) + score
            self._counts[here][there] = self._counts[here].get(there, 0) + count

    def _keep_apart(self, one: int, other: int) -> None:
        if one == other:
            raise Contradiction("Hai câu hỏi vừa được gộp, vừa được tách: chọn một trong hai.")
        self._apart[one].add(other)
        self._apart[other].add(one)


def _joined(count: int, must: Iterable[tuple[int, int]]) -> list[int]:
    """For each question the smallest number it must stand with, directly or through others."""
    home = list(range(count))

    def root(one: int) -> int:
        while home[one] != one:
            home[one] = home[home[one]]
            one = home[one]
        return one

    for one, other in must:
        first, second = sorted((root(one), root(other)))
        home[second] = first
    return [root(one) for one in range(count)]
