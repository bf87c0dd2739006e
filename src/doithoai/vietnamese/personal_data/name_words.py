"""Words of names: surnames and middles, what looks like a name and is an office or a place."""

import csv
import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from importlib.resources import files

from doithoai.vietnamese.letters import fold, has_diacritics


class Case(Enum):
    """How a word is written: An, AN, an, A."""

    TITLE = auto()
    CAPITALS = auto()
    LOWER = auto()
    LETTER = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, between `start` and `end`."""

    text: str
    start: int
    end: int


_WORD = re.compile(r"[^\W\d_]{1,12}(?:['’][^\W\d_]{1,12})?(?!\w)")
_GAP = re.compile(r"[ \t]{1,3}(?=[^\W\d_])")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


def lower_in_place(text: str) -> str:
    """Composed text in lower case character by character: positions stay as they were."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_lower_character, text))


def words_from(text: str, place: int, most: int) -> list[Word]:
    """Up to `most` words in a row from a place, nothing but blanks between."""
    found: list[Word] = []
    while place >= 0 and len(found) < most:
        match = _WORD.match(text, place)
        if not match:
            break
        found.append(Word(match[0], match.start(), match.end()))
        gap = _GAP.match(text, match.end())
        place = gap.end() if gap else -1
    return found


def case_of(word: str) -> Case:
    """How a word is written; what is neither An nor AN counts as an ordinary word."""
    if len(word) == 1:
        return Case.LETTER if word.isupper() else Case.LOWER
    if word.isupper():
        return Case.CAPITALS
    return Case.TITLE if word[0].isupper() else Case.LOWER


@cache
def listed(role: str) -> frozenset[str]:
    """The lower-case words and phrases that play a role in names.tsv."""
    return _table()[role]


@lru_cache(maxsize=4096)
def is_surname(word: str) -> bool:
    """Whether a word is a surname, in any case, or one without its diacritics."""
    return word.lower() in listed("surname") or (
        not has_diacritics(word) and word.lower() in _folded("surname")
    )


def is_middle(word: str) -> bool:
    """Whether a word is văn or thị, the middles that tell a name from a place."""
    return word.lower() in listed("middle")


def is_known(name: list[Word]) -> bool:
    """Whether these words name a place, a people or someone of history."""
    said = " ".join(word.text for word in name).lower()
    return said in listed("known") or (not has_diacritics(said) and said in _folded("known"))


def is_given(word: str) -> bool:
    """Whether a word is a given name heard often, in any case, or one without its diacritics."""
    return word.lower() in listed("given") or (
        not has_diacritics(word) and word.lower() in _folded("given")
    )


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether a word in capitals can be spoken as one Vietnamese syllable: BÌNH, not UBND."""
    return bool(_SYLLABLE.fullmatch(fold(word)))


@lru_cache(maxsize=4096)
def starts_office(word: str, follower: str) -> bool:
    """Whether two words begin an office, a post or a kind of people: Chủ tịch, Trưởng ấp."""
    said = f"{word} {follower}".lower()
    return said in listed("office") or (not has_diacritics(said) and said in _folded("office"))


def _lower_character(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def _folded(role: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed(role))


@cache
def _table() -> dict[str, frozenset[str]]:
    source = files(__package__).joinpath("names.tsv").read_text("utf-8")
    rows = csv.reader(source.splitlines()[1:], delimiter="\t")
    return {role: frozenset(words.lower().split("; ")) for role, words in rows}
