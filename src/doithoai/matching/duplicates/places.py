"""Where words stand in a text: in the name of a place, or after what a number counts."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from doithoai.matching.duplicates.syllables import Nearness, could_be_a_word, nearness

Name = tuple[str, ...]
"""The words of a place's name: one or two, and whatever side of it is meant (Đông, Tây)."""

BREAK = "|"
"""Stands in a text for a comma or whatever else parts clauses."""

_CUES = frozenset(("xa", "phuong", "tran", "huyen", "ap", "thon", "xom", "duong"))
_OTHERWISE = frozenset(("hoi", "thai"))
_SUFFIXES = frozenset(("dong", "tay", "nam", "bac", "trung", "thuong", "ha", "a", "b"))


def place_names(text: Sequence[str]) -> tuple[Name, ...]:
    """The words after each xã, ấp, đường of a text that no number follows: its name."""
    found: list[Name] = []
    for at, cue in enumerate(text):
        if cue in _CUES or _is_cue_mistyped(cue):
            name = text[at + 1 : at + 4]
            if BREAK in name:
                name = name[: name.index(BREAK)]
            if name and name[0].isalpha() and name[0] not in _OTHERWISE:
                found.append(tuple(name if name[2:] and name[2] in _SUFFIXES else name[:2]))
    return tuple(found)


def names_turned_round(names: Iterable[Name], text: Sequence[str]) -> bool:
    """Whether a place of one text stands turned round in the other: Tân Phú, Phú Tân."""
    there = frozenset(zip(text, text[1:], strict=False))
    return any(
        len(name) > 1 and (name[1], name[0]) in there and (name[0], name[1]) not in there
        for name in names
    )


Toned = tuple[tuple[str, str], ...]
"""Words of places' names, folded and with their marks."""


def other_tones(left: Toned, right: Toned) -> bool:
    """Whether two names that fold alike are written with other marks: Tân Thành, Tân Thạnh."""
    if not left or not right or left == right:
        return False
    theirs = dict(right)
    return any(theirs.get(word, exact) != exact for word, exact in dict(left).items())


def other_numbers(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the same numbers count other things: ấp 2 … 5 năm, ấp 5 … 2 năm."""
    mine, theirs = _numbers(left), _numbers(right)
    return any(
        theirs.get(before, number) != number and theirs[before] in mine.values()
        for before, number in mine.items()
    )


@lru_cache(maxsize=1 << 14)
def _is_cue_mistyped(word: str) -> bool:
    """Whether a word announces a place's name, mistyped."""
    return not could_be_a_word(word) and any(nearness(word, cue) is Nearness.SLIP for cue in _CUES)


def _numbers(text: Sequence[str]) -> dict[str, str]:
    """Numbers by the word before each."""
    return {before: word for before, word in zip(("", *text), text, strict=False) if word < ":"}
