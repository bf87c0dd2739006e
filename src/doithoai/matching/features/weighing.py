"""How much a word tells: rare words much, words that every question has nearly nothing."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from doithoai.matching.features.profile import Profile

_BACKGROUND = 400
_CONCEPT = "@"


class Weighing:
    """Weights of words and concepts in a list of questions, between 0 and 1.

    A background of administrative Vietnamese counts as much as `_BACKGROUND` questions, so that
    a list of ten tells common words from rare ones; in a list of thousands the list decides.
    """

    def __init__(
        self, profiles: Iterable[Profile], background: Mapping[str, float] | None = None
    ) -> None:
        self._background = background_shares() if background is None else background
        self._counts: Counter[str] = Counter()
        self._questions = 0
        for one in profiles:
            self._questions += 1
            self._counts.update(one.terms)
            self._counts.update(_CONCEPT + key for key in one.keys)
        self._total = math.log(1 + _BACKGROUND + self._questions)
        self._weights: dict[str, float] = {}

    def of(self, word: str) -> float:
        """The weight of a folded word."""
        weight = self._weights.get(word)
        if weight is None:
            often = self._counts[word] + _BACKGROUND * self._background.get(word, 0.0)
            weight = self._weights[word] = max(0.0, 1 - math.log(1 + often) / self._total)
        return weight

    def of_concept(self, key: str) -> float:
        """The weight of a concept, by how many questions speak of it."""
        return self.of(_CONCEPT + key)


@cache
def background_shares() -> Mapping[str, float]:
    """For each word (and @concept) the share of questions that have it, as shipped."""
    table = files("doithoai.matching").joinpath("data/frequencies.tsv")
    return shares(table.read_text(encoding="utf-8"))


def shares(table: str) -> Mapping[str, float]:
    """The shares that a table of `frequencies` tells; none for an empty one."""
    counts = {word: int(count) for word, count in (line.split("\t") for line in table.splitlines())}
    questions = counts.pop("*", 1)
    return {word: count / questions for word, count in counts.items()}


def frequencies(profiles: Iterable[Profile]) -> str:
    """The table that `shares` reads; what only one question says is left out."""
    counts: Counter[str] = Counter()
    for one in profiles:
        counts.update(["*", *one.terms, *(_CONCEPT + key for key in one.keys)])
    return "".join(f"{word}\t{n}\n" for word, n in sorted(counts.items()) if n > 1)
