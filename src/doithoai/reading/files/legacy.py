"""Vietnamese written for 8-bit fonts, TCVN3 (ABC) and VNI, turned into Unicode.

Both arrive as the Windows-1252 characters of their codes: "KÕ ho¹ch" is TCVN3 and "Keá hoaïch"
is VNI for "Kế hoạch".
"""

import re
import unicodedata

from doithoai.reading.files.syllables import is_syllable

# Every code of the ABC fonts (TCVN 5712:1993, VN3) and its letter.
TCVN3: dict[str, str] = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# Letters that have a code of their own as capitals; the others are capitals by their font only.
_TRUE_CASE = frozenset("ăâêôơưđĂÂÊÔƠƯĐ")
_TCVN3_TABLE = str.maketrans(TCVN3 | {"μ": "à"})
_MINUS_FOR_U_HORN = re.compile(r"−(?=[^\W\d_¹]|[¬¸-¹])")
_CODED_BULLET = re.compile(r"^([ \t]*)[·\xad](?=[ \t])", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 5
_TONED_VOWEL = re.compile("[àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự]")
# A vowel with a tone is a capital where it opens a sentence, a cell, a list item; and in Ủy ban.
_OPENING = re.compile(
    r"(?:\A|\n[ \t]*\n|\t|[.!?] |^[ \t]*(?:[-+•]|[\dIVX.]+|[a-z]\))[.)]?[ \t]+)[\"“(]*"
    rf"{_TONED_VOWEL.pattern}|\bủy(?= ban\b)",
    re.MULTILINE,
)

_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_TONES = dict(zip("øùõûï", _TONES, strict=True))
_VNI_ROOFS = {"â": _CIRCUMFLEX} | {
    code: _CIRCUMFLEX + tone for code, tone in zip("àáãåä", _TONES, strict=True)
}
_VNI_BREVES = {"ê": _BREVE} | {
    code: _BREVE + tone for code, tone in zip("èéüúë", _TONES, strict=True)
}
_VNI_VOWELS = {
    "a": ("a", _VNI_TONES | _VNI_ROOFS | _VNI_BREVES),
    "e": ("e", _VNI_TONES | _VNI_ROOFS),
    "o": ("o", _VNI_TONES | _VNI_ROOFS),
    "u": ("u", _VNI_TONES),
    "y": ("y", _VNI_TONES),
    "ô": ("ơ", _VNI_TONES),
    "ö": ("ư", _VNI_TONES),
}
_VNI_SINGLE = dict(zip("ôöñìíæóòî", "ơưđìíỉĩịỵ", strict=True))


def _vni_codes() -> dict[str, str]:
    codes = _VNI_SINGLE | {key.upper(): letter.upper() for key, letter in _VNI_SINGLE.items()}
    for key, (vowel, marks) in _VNI_VOWELS.items():
        for code, mark in marks.items():
            letter = unicodedata.normalize("NFC", vowel + mark)
            codes[key + code] = letter
            for capital in (code, code.upper()):
                codes[key.upper() + capital] = letter.upper()
    return codes


# Every code of the VNI fonts, one or two characters, and its letter.
VNI: dict[str, str] = _vni_codes()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Unicode for TCVN3; capitals with tones, which TCVN3 lacks, are told by their neighbours."""
    bulleted = _CODED_BULLET.sub(r"\1-", text)
    letters = _MINUS_FOR_U_HORN.sub("ư", bulleted).translate(_TCVN3_TABLE)
    return _OPENING.sub(_with_capital, "\n".join(map(_with_capitals, letters.split("\n"))))


def from_vni(text: str) -> str:
    """Unicode for VNI, whose marked letters are a vowel and a mark after it."""
    return _VNI_CODE.sub(lambda match: VNI[match.group()], text)


def _with_capital(match: re.Match[str]) -> str:
    opening = match.group()
    return "Ủy" if opening == "ủy" else opening[:-1] + opening[-1].upper()


def _with_capitals(line: str) -> str:
    if not any(map(str.isupper, line)):
        return line
    words = list(_WORD.finditer(line))
    sure = [_sure_case(match.group()) for match in words]
    before = _nearest_sure(line, words, sure)
    after = _nearest_sure(line, words[::-1], sure[::-1])[::-1]
    pieces, end = [], 0
    for match, upper, left, right in zip(words, sure, before, after, strict=True):
        if upper is None:
            told = [case for case in (left, right) if case is not None]
            upper = bool(told) and all(told)
        pieces += [line[end : match.start()], match.group().upper() if upper else match.group()]
        end = match.end()
    return _with_name("".join(pieces) + line[end:])


def _with_name(line: str) -> str:
    """A signer alone on a line: "Hoàng Xuân ánh" is a name, so its last word is a capital too."""
    words = line.split()
    others = [word for word in words if not _TONED_VOWEL.match(word)]
    if not 1 < len(others) < len(words) <= _LONGEST_NAME or not all(map(str.istitle, others)):
        return line
    return " ".join(word[0].upper() + word[1:] for word in words)


def _sure_case(word: str) -> bool | None:
    """True for a word in capitals, False for one in small letters, None when it may be either."""
    told = [letter.isupper() for letter in word if letter.isascii() or letter in _TRUE_CASE]
    if not told or (len(told) == 1 and told[0] and len(word) > 1 and word[0].isupper()):
        return None
    return all(told)


def _nearest_sure(
    line: str, words: list[re.Match[str]], sure: list[bool | None]
) -> list[bool | None]:
    """For each word the case of the last sure syllable met, with only spaces between."""
    found: list[bool | None] = []
    last: bool | None = None
    for place, match in enumerate(words):
        if place and not _adjoin(line, words[place - 1], match):
            last = None
        found.append(last)
        if sure[place] is not None and is_syllable(match.group()):
            last = sure[place]
    return found


def _adjoin(line: str, one: re.Match[str], other: re.Match[str]) -> bool:
    gap = line[min(one.end(), other.end()) : max(one.start(), other.start())]
    return not gap.strip(" \t,-–")
