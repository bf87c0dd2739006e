"""Which pairs of many questions are worth a look: those that share two of their rarest terms.

Comparing each with each grows with the square. Instead every question is put under each pair of
its rarest terms; only questions under one pair meet, a pair that too many share is passed over,
and of those it met a question is compared with the few it met most often. So the work grows with
the number of questions. Those that name other numbers never meet. The terms of one question do
not overlap: two that stand in one phrase would be one term said twice.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

RAREST = 9
"""How many of a question's rarest terms are paired."""

LARGEST = 40
"""How many questions may share a pair of terms before it says nothing in particular."""

CLOSEST = 7
"""With how many of those it met a question is compared."""

_SLICE = 34_000


def pairs(questions: Sequence[Sequence[str]], kinds: Numbers) -> Numbers:
    """Pairs (i, j), i < j, of questions to compare, in order: shape (n, 2).

    Each question is its words, one at least; `kinds` says of what kind each is, and only those
    of one kind are compared.
    """
    if not questions:
        return np.empty((0, 2), np.int64)
    keys, owners = _blocks(_rarest_terms(questions), kinds)
    slices = range(0, len(questions), _SLICE)
    found = [_closest(keys, owners, start, len(questions)) for start in slices]
    return np.unique(np.concatenate(found), axis=0)


def _closest(keys: Numbers, owners: Numbers, start: int, count: int) -> Numbers:
    """For the questions of a slice, each with those it met most often; the smaller first."""
    met = [np.empty(0, np.int64)]
    for lag in range(1, LARGEST):
        here = np.flatnonzero(keys[:-lag] == keys[lag:])
        if not len(here):
            break
        for one, other in ((owners[here], owners[here + lag]), (owners[here + lag], owners[here])):
            mine = (one >= start) & (one < start + _SLICE)
            met.append(one[mine] * count + other[mine])
    pair, times = np.unique(np.concatenate(met), return_counts=True)
    one, other = pair // count, pair % count
    order = np.lexsort((other, -times, one))
    one, other = one[order], other[order]
    rank = np.arange(len(one)) - np.searchsorted(one, one)
    kept = rank < CLOSEST
    return np.sort(np.stack((one[kept], other[kept]), axis=1), axis=1)


def _blocks(rarest: Numbers, kinds: Numbers) -> tuple[Numbers, Numbers]:
    """Hashes of a kind and two terms, in order, and beside each a question that has all three."""
    keys, owners = [], []
    for one, other in combinations(range(RAREST), 2):
        full = np.flatnonzero(rarest[:, other] >= 0)
        keys.append(_hashed(rarest[full, one], rarest[full, other], kinds[full]))
        owners.append(full)
    key, owner = np.concatenate(keys), np.concatenate(owners)
    order = np.lexsort((owner, key))
    key, owner = key[order], owner[order]
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    sizes = np.diff(starts, append=len(key))
    kept = np.repeat((sizes > 1) & (sizes <= LARGEST), sizes)
    return key[kept], owner[kept]


def _hashed(one: Numbers, other: Numbers, kind: Numbers) -> Numbers:
    """A number for each three, all but never the same for another three."""
    mixed = one * 0x9E3779B97F4A7C1 ^ other * 0x2545F4914F6CDD1D ^ kind * 0x27D4EB2F165667C5
    return mixed ^ mixed >> 29


def _rarest_terms(questions: Sequence[Sequence[str]]) -> Numbers:
    """A row a question: its rarest terms that another has too, by number, descending; then -1."""
    rows = np.full((len(questions), RAREST), -1, np.int64)
    for at, (numbers, order) in enumerate(_ordered_terms(questions)):
        chosen = _apart(numbers, order)
        rows[at, : len(chosen)] = chosen
    return -np.sort(-rows, axis=1)


def _apart(numbers: list[int], order: list[int]) -> list[int]:
    """The rarest terms of one question that share no word; even places are words, odd pairs."""
    taken: set[int] = set()
    chosen: list[int] = []
    for place in order:
        first = place // 2
        last = first + place % 2
        if first in taken or last in taken or numbers[place] in chosen:
            continue
        taken |= {first, last}
        chosen.append(numbers[place])
        if len(chosen) == RAREST:
            break
    return chosen


def _ordered_terms(questions: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[int]]]:
    """For each question the numbers of its words and pairs, and their places, rarest first.

    A word stands at twice its place, the pair it begins after it; terms nobody shares are out.
    """
    lengths = np.fromiter(map(len, questions), np.int64, len(questions))
    ends = np.cumsum(lengths)
    words = _numbered(questions, int(lengths.sum()))
    pairs_key = np.full(len(words), -1, np.int64)
    pairs_key[:-1] = words[:-1] << 32 | words[1:]
    pairs_key[ends - 1] = -1
    _, following = np.unique(pairs_key, return_inverse=True)
    del pairs_key
    numbers = np.stack((words, following + words.max(initial=0) + 1), axis=1).ravel()
    df = np.bincount(numbers, minlength=1)[numbers]
    last_pairs = 2 * ends - 1
    df[last_pairs] = 1
    for end, length in zip(ends.tolist(), lengths.tolist(), strict=True):
        here = slice(2 * (end - length), 2 * end)
        places = np.flatnonzero(df[here] > 1)
        yield numbers[here].tolist(), places[np.argsort(df[here][places], kind="stable")].tolist()


def _numbered(questions: Sequence[Sequence[str]], total: int) -> Numbers:
    """Every word of every question, each word by a number of its own."""
    known: dict[str, int] = {}
    return np.fromiter(
        (known.setdefault(word, len(known)) for words in questions for word in words),
        np.int64,
        total,
    )
