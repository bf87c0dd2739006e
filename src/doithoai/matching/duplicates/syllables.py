"""Whether a folded word could be Vietnamese, and whether two could be one word mistyped."""

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu "
    "i ia ich im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oat oay oc oe oen oet oi om on ong oong op ot "
    "u ua uan uang uat uay uc ue uech uenh ui uia um un ung uo uoc uoi uom uon uong uop uot uou "
    "up ut uu uy uya uych uyen uyet uynh uyt"
)
_AFTER_CONSONANT = " iec iem ien ieng iep iet ieu y"
_ALONE = " y yem yen yet yeu"


def _any(rimes: str) -> str:
    return "|".join(sorted(rimes.split(), key=len, reverse=True))


_SYLLABLE = re.compile(
    rf"(?:b|ch|d|h|kh|l|m|n|nh|ph|r|s|t|th|tr|v|x)(?:{_any(_RIMES + _AFTER_CONSONANT)})"
    rf"|(?:{_any(_RIMES + _ALONE)})"
    rf"|(?:qu|gi)(?:{_any(_RIMES + _ALONE)})"
    rf"|(?:c|g|ng)(?![eiy])(?:{_any(_RIMES)})"
    rf"|(?:k|gh|ngh)(?=[eiy])(?:{_any(_RIMES + _AFTER_CONSONANT)})"
    r"|gi[mnp]?"
)
_TWICE = re.compile(r"(.)\1+")
_NEVER_Y = re.compile(r"(?:b|ch|d|g|kh|n|nh|ng|ph|r|th|tr|v|x)y")


class Nearness(Enum):
    """How two folded words may be one: mistyped for certain, only where they stand alike, not."""

    SLIP = 2
    NEAR = 1
    APART = 0


@lru_cache(maxsize=1 << 16)
def could_be_a_word(word: str) -> bool:
    """Whether a folded run of letters is spelled as a Vietnamese syllable is."""
    return bool(_SYLLABLE.fullmatch(word)) and not _NEVER_Y.fullmatch(word)


@lru_cache(maxsize=1 << 18)
def nearness(one: str, other: str) -> Nearness:
    """Whether two folded words could be one word, mistyped on one side.

    Of a slip, one side is no syllable at all. Two good syllables one letter apart (bao, ba) are
    only near, and so is a word left with a single letter; numbers are never either.
    """
    if not (one.isalpha() and other.isalpha()):
        return Nearness.APART
    if one == other or _TWICE.sub(r"\1", one) == _TWICE.sub(r"\1", other):
        return Nearness.SLIP
    shorter = min(len(one), len(other))
    good = could_be_a_word(one) and could_be_a_word(other)
    allowed = 2 if shorter >= 5 and not good else 1
    if OSA.distance(one, other, score_cutoff=allowed) <= allowed:
        return Nearness.NEAR if good or shorter < 2 else Nearness.SLIP
    return Nearness.SLIP if _shorthand(*sorted((one, other), key=len)) else Nearness.APART


def _shorthand(short: str, full: str) -> bool:
    """Whether the consonants of a word stand for it: ng, người."""
    if len(short) < 2 or short[0] != full[0] or not set(short).isdisjoint("aeiouy"):
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)
