"""What changed between two texts, in words a person can read (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

ISLAND = 2
"""So few unchanged words between two changes belong to the change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: `kind` is same, removed, added or break (a new paragraph)."""

    kind: str
    text: str


def pieces(old: str, new: str) -> Iterator[Piece]:
    """The two texts as one, every run told apart."""
    before, after = _words(old), _words(new)
    for kind, a, b in _runs(before, after):
        if kind == "equal":
            yield from _split("same", b)
        else:
            yield from _split("removed", a)
            yield from _split("added", b)


def _words(text: str) -> list[str]:
    return re.findall(r"\n+|[^\s]+", text.replace("\r", "").strip())


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    pending: tuple[list[str], list[str]] = ([], [])
    for position, (kind, i1, i2, j1, j2) in enumerate(opcodes):
        last = position == len(opcodes) - 1
        if kind == "equal" and not (pending != ([], []) and i2 - i1 <= ISLAND and not last):
            if pending != ([], []):
                yield "change", *pending
                pending = ([], [])
            yield "equal", before[i1:i2], after[j1:j2]
        else:
            pending = (pending[0] + before[i1:i2], pending[1] + after[j1:j2])
    if pending != ([], []):
        yield "change", *pending


def _split(kind: str, words: list[str]) -> Iterator[Piece]:
    run: list[str] = []
    for word in [*words, None]:
        if word is not None and not word.startswith("\n"):
            run.append(word)
            continue
        if run:
            yield Piece(kind, " ".join(run))
            run = []
        if word is not None and kind != "removed":
            yield Piece("break", "")
