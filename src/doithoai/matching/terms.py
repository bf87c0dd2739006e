"""The terms by which a question is found again, as numbers that any database can hold."""

from functools import lru_cache
from hashlib import blake2b

from doithoai.matching.words import NORM_VERSION, Words

TERM_VERSION = f"{NORM_VERSION}.1"
"""What stored terms were made by; when it changes, every question's terms are made anew."""

EVERY = 0
"""Stands for every question: stored as a term, its df is how many questions there are."""


def terms(words: Words) -> tuple[int, ...]:
    """A question's single words and neighbouring pairs, formulas left out: about 45.

    Signed 64-bit numbers, each once, ascending; the same in every process and on every machine.
    """
    said = content(words)
    return tuple(sorted({*map(hashed, said), *map(hashed, said, said[1:])}))


def content(words: Words) -> tuple[str, ...]:
    """The folded words that belong to no formula; all of them when nothing else is said."""
    if not any(words.formula):
        return words.fold
    said = tuple(word for word, empty in zip(words.fold, words.formula, strict=True) if not empty)
    return said or words.fold


@lru_cache(maxsize=1 << 17)
def hashed(word: str, following: str = "") -> int:
    """A word, or a word and the one after it, as a signed 64-bit number; never EVERY."""
    digest = blake2b(f"{word} {following}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) or 1
