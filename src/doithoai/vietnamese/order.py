"""The order of Vietnamese words and of people's names."""

import re
import unicodedata

from doithoai.vietnamese.letters import canonical_tone

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TONE_RANKS = {tone: rank for rank, tone in enumerate(_TONES)}
_PIECE = re.compile(r"\d+|[^\W\d_]+")

Syllable = tuple[int, int, tuple[int, ...], int]
SortKey = tuple[tuple[Syllable, ...], str]


def sort_key(text: str) -> SortKey:
    """A key that sorts as a Vietnamese dictionary does.

    Syllable by syllable: letters in the order a ă â b c d đ …, then tones in the order ngang,
    huyền, hỏi, ngã, sắc, nặng. Numbers come first and by value (Phường 5 before Phường 12).
    """
    plain = canonical_tone(text).lower()
    return tuple(_syllable(piece) for piece in _PIECE.findall(plain)), plain


def person_key(full_name: str) -> tuple[SortKey, SortKey, SortKey]:
    """A key that sorts people as offices do: by given name, then family name, then the rest."""
    names = full_name.split()
    given, family, middle = names[-1:], names[:-1][:1], names[1:-1]
    return sort_key(" ".join(given)), sort_key(" ".join(family)), sort_key(" ".join(middle))


def _syllable(piece: str) -> Syllable:
    if piece.isdecimal():
        figures = tuple(int(figure) for figure in piece)
        value = figures[next((place for place, figure in enumerate(figures) if figure), -1) :]
        return 0, len(value), value, 0
    tone = 0
    letters = []
    for character in piece:
        marks = unicodedata.normalize("NFD", character)
        found = next((mark for mark in marks if mark in _TONE_RANKS), "")
        tone = tone or _TONE_RANKS[found]
        letters.append(_rank(unicodedata.normalize("NFC", marks.replace(found, "") or character)))
    return 1, 0, tuple(letters), tone


def _rank(letter: str) -> int:
    place = _ALPHABET.find(letter)
    return place if place >= 0 else len(_ALPHABET) + ord(letter[0])
