"""Text joined from broken lines that still knows the line and column of every word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.reading.plan import Fact, Place
from doithoai.vietnamese.letters import fold_in_place

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"\w[-/]$")


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters without spaces: `line` from 1, `column` from 0 in the shown line."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words joined by single spaces; `folded` has the same length, for comparing."""

    text: str
    folded: str
    offsets: tuple[int, ...]
    words: tuple[Word, ...]

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part from `start` to `end` (characters), without spaces around it."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        while start < stop and self.text[start] == " ":
            start += 1
        while stop > start and self.text[stop - 1] == " ":
            stop -= 1
        if start == 0 and stop == len(self.text):
            return self
        if start >= stop:
            return EMPTY
        first = bisect_right(self.offsets, start) - 1
        last = bisect_right(self.offsets, stop - 1)
        inside = start - self.offsets[first]
        head = self.words[first]
        words = (Word(head.text, head.line, head.column + inside), *self.words[first + 1 : last])
        offsets = (0, *(offset - start for offset in self.offsets[first + 1 : last]))
        return Passage(self.text[start:stop], self.folded[start:stop], offsets, words)

    def without_end(self, characters: str = " .;,:") -> Passage:
        """The same without the punctuation that closes a list entry."""
        return self.cut(0, len(self.text.rstrip(characters)))

    def place(self) -> Place:
        """Where the passage stands in the source."""
        if not self.words:
            return Place(0, 0, 0, 0, "")
        first, last = self.words[0], self.words[-1]
        if last.line < first.line:
            # Columns of a signature block are read one after the other.
            return Place(last.line, first.line, last.column, first.column + 1, self.text)
        end = last.column + len(self.text) - self.offsets[-1]
        return Place(first.line, last.line, first.column, end, self.text)

    def fact(self) -> Fact[str]:
        """The passage as a stated fact."""
        return Fact(self.text, self.place())


EMPTY = Passage("", "", (), ())


def words_in(text: str, line: int, column: int = 0) -> list[Word]:
    """The words of one line, asterisks of emphasis left out; `column` is where `text` begins."""
    found = ((match.group(), match.start()) for match in _WORD.finditer(text))
    bare = ((word.replace("*", ""), start) for word, start in found)
    return [Word(word, line, column + start) for word, start in bare if word]


def join_words(words: Iterable[Word]) -> Passage:
    """Words as one passage; a number broken after its hyphen or stroke is closed again."""
    kept = tuple(words)
    offsets: list[int] = []
    parts: list[str] = []
    length = 0
    previous: Word | None = None
    for word in kept:
        if previous is not None and not _broken_inside(previous, word):
            parts.append(" ")
            length += 1
        offsets.append(length)
        parts.append(word.text)
        length += len(word.text)
        previous = word
    text = "".join(parts)
    return Passage(text, fold_in_place(text), tuple(offsets), kept)


def join_passages(passages: Iterable[Passage]) -> Passage:
    """Several passages, one after the other, as one."""
    return join_words(word for passage in passages if passage for word in _own_words(passage))


def passage_of(text: str, line: int, column: int = 0) -> Passage:
    """One line as a passage."""
    return join_words(words_in(text, line, column))


def _own_words(passage: Passage) -> list[Word]:
    ends = (*passage.offsets[1:], len(passage.text) + 1)
    return [
        Word(passage.text[start:end].rstrip(), word.line, word.column)
        for word, start, end in zip(passage.words, passage.offsets, ends, strict=True)
    ]


def _broken_inside(previous: Word, word: Word) -> bool:
    return previous.line != word.line and bool(_GLUED.search(previous.text))
