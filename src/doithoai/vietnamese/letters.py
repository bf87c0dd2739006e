"""Letters: one way to write each, one place for the tone mark, and none at all for search."""

import re
import unicodedata
from functools import cache

_UNSEEN = (
    *((0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F)),
    *((0x61C, 0x61C), (0x115F, 0x1160), (0x180B, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E)),
    *((0x2060, 0x206F), (0x3164, 0x3164), (0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F)),
    *((0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF), (0xE0000, 0xE007F)),
)
"""Signs of control and direction, fillers, what is no character: from the first to the last."""
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_REPAIRS: dict[int, str | None] = {
    **{code: None for first, last in _UNSEEN for code in range(first, last + 1)},
    **{ord(like): "Đ" for like in "ÐƉ"},
    **{ord(like): "đ" for like in "ðɖ"},
    **{ord(like): " " for like in f"{_SPACES}\u205f\u3000"},
    **{ord(like): "\n" for like in "\x0b\x0c\x85\u2028\u2029"},
    **{0x2010: "-", 0x2011: "-", 0xFF20: "@", 0xFF0E: ".", 0xFF0B: "+"},
    **{0xFF10 + figure: str(figure) for figure in range(10)},
    **{0x1D7CE + place: str(place % 10) for place in range(50)},
}
_MARKS = re.compile(r"[\u0300-\u036f]")
_LETTER = r"[^\W\d_]"
# An open oa, oe, uy carries its tone on the first vowel (hòa, khỏe, thủy).
_OPEN = re.compile(
    rf"(o)([àáảãạèéẻẽẹ])(?!{_LETTER})|(?<!q)(u)([ỳýỷỹỵ])(?!{_LETTER})", re.IGNORECASE
)
# A closed one carries it on the second (hoàn, loét, huỳnh), and the u of qu never does (quý).
_CLOSED = re.compile(
    rf"([òóỏõọ])([ae])(?={_LETTER})|(?<!q)([ùúủũụ])(y)(?=(?!ê){_LETTER})"
    r"|(?<=q)([ùúủũụ])(a|e|i|y(?!ê)|ă|â|ê|ơ|ô)",
    re.IGNORECASE,
)


_PERHAPS_PILED = re.compile("[\u0300-\U0001ffff]{31}")


def nfc(text: str) -> str:
    """Text in composed form: typist's Ð as Đ, every space a space, wide figures plain, new lines
    alike; marks of control and direction and whatever else nobody sees are gone.

    Positions change; every function of this package that reports positions expects this form.
    A letter keeps at most 30 marks (UAX #15): sorting a pile takes the square of its height.
    """
    repaired = text.translate(_REPAIRS)
    if _PERHAPS_PILED.search(repaired):
        repaired = _piles().sub(r"\1", repaired)
    return unicodedata.normalize("NFC", repaired)


@cache
def _piles() -> re.Pattern[str]:
    marks = "".join(mark for mark in map(chr, range(0x300, 0x20000)) if unicodedata.combining(mark))
    return re.compile(f"([{marks}]{{30}})[{marks}]+")


def canonical_tone(text: str) -> str:
    """Text with every tone mark where this house puts it: hòa, khỏe, thủy; hoàn, huỳnh, quý."""
    return _CLOSED.sub(_tone_to_second, _OPEN.sub(_tone_to_first, nfc(text)))


def fold(text: str) -> str:
    """Lower-case text without diacritics, đ as d: for comparing when diacritics may be missing."""
    decomposed = unicodedata.normalize("NFD", nfc(text).lower())
    return _MARKS.sub("", decomposed).replace("đ", "d")


def fold_in_place(text: str) -> str:
    """Composed text folded character by character: positions and length stay as they were."""
    return text.translate(_FOLDED)


def has_diacritics(text: str) -> bool:
    """Whether any letter carries a mark, or is đ."""
    return fold(text) != nfc(text).lower()


def words(text: str) -> list[str]:
    """Runs of letters and digits, lower-case, tone marks in their place."""
    return re.findall(r"[^\W_]+", canonical_tone(text).lower())


def same_name(one: str, other: str) -> bool:
    """Whether two spellings name the same thing: case, spaces and punctuation never count.

    Diacritics count when both are written with them (Sở Tư pháp is not Sở Tự Pháp).
    """
    if has_diacritics(one) and has_diacritics(other):
        return words(one) == words(other)
    return words(fold(one)) == words(fold(other))


def joined(post: str, place: str, between: str = " ") -> str:
    """A post and where it is held, the words both share once: Thường trực Tỉnh ủy Cao Bằng."""
    ends, begins = post.split(), place.split()
    for shared in range(min(len(ends), len(begins)), 1, -1):
        if same_name(" ".join(ends[-shared:]), " ".join(begins[:shared])):
            return " ".join([*ends[:-shared], *begins])
    return between.join(filter(None, [post, place]))


class _FoldedCharacters(dict[int, str]):
    """Each character's folded form, one character long, worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        self[code] = folded if len(folded) == 1 else character
        return self[code]


_FOLDED = _FoldedCharacters()


def _tone_to_first(match: re.Match[str]) -> str:
    first, second = (group for group in match.groups() if group)
    plain, tone = list(unicodedata.normalize("NFD", second))
    return unicodedata.normalize("NFC", first + tone) + plain


def _tone_to_second(match: re.Match[str]) -> str:
    first, second = (group for group in match.groups() if group)
    plain, tone = list(unicodedata.normalize("NFD", first))
    return plain + unicodedata.normalize("NFC", second + tone)
