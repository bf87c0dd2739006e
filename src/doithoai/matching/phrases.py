"""Phrases of a lexicon found in a text's words, the longest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A phrase met in a text: its words from `start` up to `end`, and what the lexicon says."""

    start: int
    end: int
    value: Value


class Phrases(Generic[Value]):
    """Phrases, each with a value; one that is written with diacritics must not meet others.

    A phrase is handed in as its exact and its folded words. Where a text is `marked` (has
    diacritics), “bán” is found neither in “bạn” nor in “ban”; of several words some may lack
    theirs. In a text without any, a word is taken for either.
    """

    def __init__(self, entries: Iterable[tuple[Sequence[str], Sequence[str], Value]]) -> None:
        self._by_words: dict[tuple[str, ...], list[tuple[tuple[str, ...], Value]]] = {}
        lengths: dict[str, set[int]] = {}
        for exact, fold, value in entries:
            if fold:
                self._by_words.setdefault(tuple(fold), []).append((tuple(exact), value))
                lengths.setdefault(fold[0], set()).add(len(fold))
        self._lengths = {first: sorted(its, reverse=True) for first, its in lengths.items()}

    def find(
        self, exact: tuple[str, ...], fold: tuple[str, ...], marked: bool
    ) -> list[Found[Value]]:
        """Every phrase from left to right; where several begin, all of the longest ones."""
        found: list[Found[Value]] = []
        at = 0
        while at < len(fold):
            longest = next(filter(None, self._beginning(at, exact, fold, marked)), [])
            found += longest
            at = longest[0].end if longest else at + 1
        return found

    def find_nested(
        self, exact: tuple[str, ...], fold: tuple[str, ...], marked: bool
    ) -> list[Found[Value]]:
        """Every phrase that stands anywhere, also inside a longer one."""
        return [
            found
            for at, first in enumerate(fold)
            if first in self._lengths
            for together in self._beginning(at, exact, fold, marked)
            for found in together
        ]

    def _beginning(
        self, at: int, exact: tuple[str, ...], fold: tuple[str, ...], marked: bool
    ) -> Iterator[list[Found[Value]]]:
        """The phrases that begin at a word, those of one length together, the longest first."""
        for length in self._lengths.get(fold[at], ()):
            end = at + length
            words = fold[at:end]
            if len(words) == length and words in self._by_words:
                yield [
                    Found(at, end, value)
                    for written, value in self._by_words[words]
                    if _written(exact[at:end], written, words, marked)
                ]


def _written(
    said: tuple[str, ...], meant: tuple[str, ...], plain: tuple[str, ...], marked: bool
) -> bool:
    """Whether words are the phrase's own, as far as their diacritics tell."""
    if said == meant:
        return True
    if any(one not in both for one, *both in zip(said, meant, plain, strict=True)):
        return False
    return not marked or any(one != bare for one, bare in zip(said, plain, strict=True))
