"""Whether two questions are one text typed twice, and which words say so.

Words that stand on one side only are looked at from both sides. When each side keeps a word the
other lacks, they are two matters, however much else they share: xã Tân Phú is not xã Long An.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from doithoai.matching.duplicates.places import names_turned_round, other_numbers, other_tones
from doithoai.matching.duplicates.profile import LIGHT, Profile, profile
from doithoai.matching.duplicates.twins import Heard, Side, alone, any_alone
from doithoai.matching.words import Words

MOST_ADDED = 0.4
"""How much longer, as a share of the shorter text, the longer may be."""


class Reason(Enum):
    """Why two questions are, or are not, one text."""

    IDENTICAL = "Giống hệt nhau"
    SPELLING = "Chỉ khác cách viết"
    ADDED = "Một bên nói thêm"
    NUMBER = "Khác số"
    PLACE = "Khác nơi chốn"
    WORDING = "Khác nội dung"
    LONGER = "Một bên nói thêm nhiều điều"

    @property
    def means_one_text(self) -> bool:
        """Whether questions found so are near-duplicates."""
        return self in {Reason.IDENTICAL, Reason.SPELLING, Reason.ADDED}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two questions are near-duplicates, why, and the words (as written) each has alone."""

    reason: Reason
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the two are near-duplicates."""
        return self.reason.means_one_text

    def __str__(self) -> str:
        told = " / ".join(
            f"“{' '.join(words)}”" for words in (self.only_left, self.only_right) if words
        )
        return f"{self.reason.value}: {told}" if told else self.reason.value


def is_near_duplicate(one: Words, other: Words) -> Verdict:
    """Whether two questions are one text typed twice."""
    return verdict(profile(one), profile(other))


def verdict(left: Profile, right: Profile, heard: Heard | None = None) -> Verdict:
    """Whether two profiles are one text, with the words that say so.

    `heard` counts the names of places among the questions at hand, when there are many.
    """
    reason = judged(left, right, WordSets.of(left), heard or {})
    only_left = {*left.core}.difference(right.said)
    only_right = {*right.core}.difference(left.said)
    if reason is Reason.PLACE and not only_left and not only_right:
        return Verdict(reason, _marked(left, right), _marked(right, left))
    return Verdict(reason, _written(left, only_left), _written(right, only_right))


def _marked(side: Profile, other: Profile) -> tuple[str, ...]:
    """The words of one side's places that the other writes with other marks."""
    return tuple(exact for plain, exact in side.toned if (plain, exact) not in other.toned)


def _written(side: Profile, words: AbstractSet[str]) -> tuple[str, ...]:
    """Folded words as their writer wrote them, in his order."""
    both = zip(side.core, side.exact, strict=True)
    return tuple(dict.fromkeys(exact for plain, exact in both if plain in words))


@dataclass(frozen=True, slots=True)
class WordSets:
    """A profile's words as sets, made once when it is compared with many."""

    core: frozenset[str]
    said: frozenset[str]

    @classmethod
    def of(cls, profile: Profile) -> "WordSets":
        """The sets of a profile."""
        return cls(frozenset(profile.core), frozenset(profile.said))


def judged(left: Profile, right: Profile, sets: WordSets, heard: Heard) -> Reason:
    """Why two profiles are or are not one text; `sets` are the left one's."""
    if left.numbers != right.numbers:
        return Reason.NUMBER
    if other_tones(left.toned, right.toned):
        return Reason.PLACE
    if left.core == right.core:
        return Reason.IDENTICAL
    only_right = [word for word in right.core if word not in sets.said and word not in LIGHT]
    only_left = [*sets.core.difference(right.said, LIGHT)]
    if only_left and only_right:
        mine, theirs = Side(only_left, left), Side(only_right, right)
        if any_alone(mine, theirs, heard) and any_alone(theirs, mine, heard):
            return Reason.WORDING
        only_left, only_right = alone(mine, theirs, heard)
        if only_left and only_right:
            return Reason.WORDING
    return _of_what_is_added(left, right, only_left or only_right)


def _of_what_is_added(left: Profile, right: Profile, added: list[str]) -> Reason:
    """What two texts are when one at most has words of its own."""
    if any(word in name for name in (*left.names, *right.names) for word in added):
        return Reason.PLACE
    if len(added) > MOST_ADDED * min(len(left.core), len(right.core)):
        return Reason.LONGER
    if names_turned_round(left.names, right.said) or names_turned_round(right.names, left.said):
        return Reason.PLACE
    if other_numbers(left.said, right.said):
        return Reason.NUMBER
    return Reason.ADDED if added else Reason.SPELLING
