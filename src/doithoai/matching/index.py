"""Which stored questions are worth comparing with a new one, best first.

A room keeps two tables, `term(hash, df)` and `posting(hash, question)`, and runs two plain
queries: the dfs of a question's terms, then the postings of those that `Lookup` chooses. The
ranking is worked out here in whole numbers, so every database and machine gives one order.
"""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

from doithoai.matching.terms import EVERY, terms
from doithoai.matching.words import Words

DF_CAP = 2_000
"""A term that stands in more questions than this finds nobody in particular."""

ROW_BUDGET = 3_000
"""How many postings one lookup reads at most, the rarest terms' first."""

LIMIT = 50

Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Lookup:
    """The terms whose postings are to be read, rarest first, and what sharing each is worth."""

    weights: Mapping[int, int]

    @property
    def hashes(self) -> tuple[int, ...]:
        """The terms to look up."""
        return tuple(self.weights)

    def ranked(self, rows: Iterable[tuple[int, int]], limit: int = LIMIT) -> list[tuple[int, int]]:
        """The questions of postings (hash, question) with their scores; ties by question."""
        scores: dict[int, int] = {}
        weights, score_of = self.weights, scores.get
        for term, question in rows:
            scores[question] = score_of(question, 0) + weights[term]
        least = sorted(scores.values())[-limit] if len(scores) > limit else 0
        best = [(-score, question) for question, score in scores.items() if score >= least]
        return [(question, -score) for score, question in sorted(best)[:limit]]


def lookup(dfs: Mapping[int, int], *, cap: int = DF_CAP, budget: int = ROW_BUDGET) -> Lookup:
    """What to read, given in how many questions each term of a question stands.

    `dfs` holds the terms that are stored, and under EVERY how many questions are. Terms past
    `cap` are left out unless nothing rarer is known; so is what would pass `budget` postings.
    """
    known = sorted((df, term) for term, df in dfs.items() if term != EVERY and df > 0)
    total = max(dfs.get(EVERY, 0), known[-1][0] if known else 0)
    weights: dict[int, int] = {}
    left = budget
    for df, term in known:
        if df > left or (weights and df > cap):
            break
        weights[term] = weight(df, total)
        left -= df
    return Lookup(weights)


def weight(df: int, total: int) -> int:
    """The worth of a term of `df` among `total` questions: its idf squared, in thousandths."""
    return round(1000 * log((total + 1) / df) ** 2)


class Index(Generic[Id]):
    """Questions kept in memory, to be found by the terms they share."""

    def __init__(self) -> None:
        self._ids: list[Id] = []
        self._postings: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, id: Id, words: Words) -> None:
        """Keep one more question."""
        at = len(self._ids)
        self._ids.append(id)
        for term in terms(words):
            self._postings.setdefault(term, array("I")).append(at)

    def candidates(self, words: Words, limit: int = LIMIT) -> list[tuple[Id, int]]:
        """The questions that share most with one, best first, itself too if it was added."""
        found = {term: self._postings[term] for term in terms(words) if term in self._postings}
        chosen = lookup({EVERY: len(self), **{term: len(at) for term, at in found.items()}})
        rows = ((term, at) for term in chosen.hashes for at in found[term])
        return [(self._ids[at], score) for at, score in chosen.ranked(rows, limit)]


def document_frequencies(questions: Iterable[Sequence[int]]) -> dict[int, int]:
    """In how many of the questions each term stands, and under EVERY how many they are."""
    counted: Counter[int] = Counter()
    total = 0
    for held in questions:
        counted.update(held)
        total += 1
    return {EVERY: total, **counted}
