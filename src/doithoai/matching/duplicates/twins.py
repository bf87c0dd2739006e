"""Which words that one text has alone are the other's, mistyped or shortened."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from doithoai.matching.duplicates.places import Name
from doithoai.matching.duplicates.profile import LIGHT, Profile
from doithoai.matching.duplicates.syllables import Nearness, could_be_a_word, nearness

Heard = Mapping[Name, int]
"""How many of the questions at hand name each place (the first two words)."""

RARER = 12
"""A name so many times rarer than another one letter away is that other, mistyped."""


@dataclass(frozen=True, slots=True)
class Side:
    """The words that one text has and the other lacks, and that text."""

    words: list[str]
    text: Profile


def any_alone(mine: Side, theirs: Side, heard: Heard) -> bool:
    """Whether some word of one side could be none of the other's."""
    return any(_is_alone(word, mine, theirs, heard) for word in mine.words)


def alone(mine: Side, theirs: Side, heard: Heard) -> tuple[list[str], list[str]]:
    """What is left of both sides when each word is paired with one of the other's at most."""
    left, right = list(mine.words), list(theirs.words)
    for closeness in (Nearness.SLIP, Nearness.NEAR):
        for word in list(left):
            for other in right:
                near = nearness(word, other) is closeness
                if near and _are_twins(word, mine, other, theirs, heard):
                    left.remove(word)
                    right.remove(other)
                    break
    paired = {*mine.words, *theirs.words}.difference(left, right)
    return (
        [word for word in left if _is_alone(word, mine, theirs, heard, paired)],
        [word for word in right if _is_alone(word, theirs, mine, heard, paired)],
    )


def _is_alone(
    word: str, mine: Side, theirs: Side, heard: Heard, paired: Collection[str] = ()
) -> bool:
    """Whether no word of the other text, those already paired apart, could be this one."""
    first, last = word[0], word[-1]
    for other in [
        # No slip changes both ends: most words are done with here.
        other
        for other in theirs.text.said
        if other[0] == first or other[-1] == last or other[0] == last
    ]:
        if nearness(word, other) is Nearness.APART or other in paired:
            continue
        if _are_twins(word, mine, other, theirs, heard):
            return False
    return not _by_initials(word, mine, theirs)


def _are_twins(one: str, mine: Side, other: str, theirs: Side, heard: Heard) -> bool:
    if nearness(one, other) is Nearness.SLIP:
        return True
    names = [name for name in mine.text.names if one in name[:2]]
    their_names = [name for name in theirs.text.names if other in name[:2]]
    if names or their_names:
        return any(
            _is_misheard(name, one, its, other, heard) for name in names for its in their_names
        )
    return _stand_alike(one, mine.text.core, other, theirs.text.core)


def _is_misheard(name: Name, one: str, its: Name, other: str, heard: Heard) -> bool:
    """Whether two names differ in these words only, and hardly anyone says one of them."""
    where = name.index(one)
    if its[where : where + 1] != (other,) or name[1 - where :][:1] != its[1 - where :][:1]:
        return False
    fewer, more = sorted((heard.get(name[:2], 0), heard.get(its[:2], 0)))
    return fewer * RARER <= more > 0


def _stand_alike(one: str, text: Sequence[str], other: str, their_text: Sequence[str]) -> bool:
    """Whether two words stand between the same neighbours somewhere.

    One pair of neighbours may differ where clauses were turned round: both are in both texts.
    """
    return any(
        (before == its_before or after == its_after)
        and _may_meet(before, its_before, text, their_text)
        and _may_meet(after, its_after, text, their_text)
        for before, after in _neighbours(one, text)
        for its_before, its_after in _neighbours(other, their_text)
    )


def _may_meet(one: str, other: str, text: Sequence[str], their_text: Sequence[str]) -> bool:
    if one == other or nearness(one or "?", other or "?") is not Nearness.APART:
        return True
    return all(
        not word or word in LIGHT or word in where
        for word, where in ((one, their_text), (other, text))
    )


def _neighbours(word: str, text: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, found in enumerate(text):
        if found == word:
            yield text[at - 1] if at else "", text[at + 1] if at + 1 < len(text) else ""


def _by_initials(word: str, mine: Side, theirs: Side) -> bool:
    """Whether a word is spelled out by the other text, or is of what its short forms stand for."""
    if not could_be_a_word(word):
        return bool(_spelled_out(word, theirs.text.said))
    return any(
        word in _spelled_out(other, mine.text.said)
        for other in theirs.words
        if not could_be_a_word(other)
    )


def _spelled_out(short: str, text: Sequence[str]) -> Sequence[str]:
    """The words of a text whose initials a short form is (qd: quy dinh); none if there are none."""
    if len(short) < 2:
        return ()
    at = "".join([word[0] for word in text]).find(short)
    return text[at : at + len(short)] if at >= 0 else ()
