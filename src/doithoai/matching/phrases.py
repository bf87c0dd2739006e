"""Phrases of a lexicon found in a text's words, the longest first."""

from collections.abc import Iterable, Sequence
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
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Value]]] = {}
        for exact, fold, value in entries:
            if fold:
                starts = self._by_first.setdefault(fold[0], [])
                starts.append((tuple(fold), tuple(exact), value))
        for starts in self._by_first.values():
            starts.sort(key=lambda entry: -len(entry[0]))

    def find(
        self, exact: tuple[str, ...], fold: tuple[str, ...], marked: bool
    ) -> list[Found[Value]]:
        """Every phrase from left to right; where several begin, all of the longest ones."""
        found: list[Found[Value]] = []
        at = 0
        while at < len(fold):
            longest = 0
            if fold[at] in self._by_first:
                longest = self._collect(at, exact, fold, marked, found)
            at += longest or 1
        return found

    def find_nested(
        self, exact: tuple[str, ...], fold: tuple[str, ...], marked: bool
    ) -> list[Found[Value]]:
        """Every phrase that stands anywhere, also inside a longer one."""
        return [
            Found(at, at + len(words), value)
            for at, first in enumerate(fold)
            if first in self._by_first
            for words, written, value in self._by_first[first]
            if fold[at : at + len(words)] == words
            and _written(exact[at : at + len(words)], written, words, marked)
        ]

    def _collect(
        self,
        at: int,
        exact: tuple[str, ...],
        fold: tuple[str, ...],
        marked: bool,
        found: list[Found[Value]],
    ) -> int:
        longest = 0
        for words, written, value in self._by_first[fold[at]]:
            end = at + len(words)
            if len(words) < longest:
                break
            if fold[at:end] == words and _written(exact[at:end], written, words, marked):
                longest = len(words)
                found.append(Found(at, end, value))
        return longest


def _written(
    said: tuple[str, ...], meant: tuple[str, ...], plain: tuple[str, ...], marked: bool
) -> bool:
    """Whether words are the phrase's own, as far as their diacritics tell."""
    if said == meant:
        return True
    if any(one not in both for one, *both in zip(said, meant, plain, strict=True)):
        return False
    return not marked or any(one != bare for one, bare in zip(said, plain, strict=True))
