"""Ours: the groups of near-duplicates, from the texts as they were written."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from bench.peers.process import Pairs, run

from doithoai.matching.duplicates import near_duplicates
from doithoai.matching.words import Words, normalise


def find(texts: list[str]) -> Pairs:
    """All pairs of each group."""
    groups = near_duplicates(normalised(texts))
    pairs = [pair for group in groups for pair in combinations(group.members, 2)]
    left, right = np.array(pairs or np.empty((0, 2)), np.int32).T
    return left, right, np.full(len(pairs), 100, np.float32)


def normalised(texts: list[str]) -> Iterator[tuple[int, Words]]:
    """Each text's words, by its number."""
    for at, text in enumerate(texts):
        yield at, normalise(text)


if __name__ == "__main__":
    run(find, column="text")
