"""The outline of official texts: Phần, Chương, Điều, I., 1., 1.1, a), -, +, •."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from doithoai.vietnamese.letters import fold, nfc
from doithoai.vietnamese.roman import roman_value

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters that number the points of an official text, in order (Nghị định 30/2020/NĐ-CP)."""


class MarkerKind(StrEnum):
    """What opens a line of an outline; members stand in order from the widest to the narrowest."""

    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    UPPER = "upper"
    ROMAN = "roman"
    SECTION = "section"
    ARTICLE = "article"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"
    DASH = "dash"
    PLUS = "plus"
    BULLET = "bullet"


_DEPTHS = {kind: depth for depth, kind in enumerate(MarkerKind)}
_TITLED = {
    "phu luc": MarkerKind.ANNEX,
    "phan": MarkerKind.PART,
    "chuong": MarkerKind.CHAPTER,
    "muc": MarkerKind.SECTION,
    "dieu": MarkerKind.ARTICLE,
}
_ORDINALS = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"]


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign that opens a line.

    `text` is as written; `value` counts from 1 (III, 3, 3.3 and c are 3; None for a dash or bullet,
    and for an annex without number); `numbers` holds every part of a decimal (1.3 and I.3 are 1, 3)
    and of a letter with a number (a.3 is 1, 3); `depth` grows from the widest kind to the
    narrowest, and with the parts of a decimal.
    """

    kind: MarkerKind
    text: str
    value: int | None = None
    numbers: tuple[int, ...] = ()

    @property
    def depth(self) -> int:
        """How deep this kind usually stands; a deeper marker opens part of a shallower one."""
        return 10 * _DEPTHS[self.kind] + len(self.numbers)


_HEADING = re.compile(
    r"(?P<text>(?P<title>PH[ỤU] L[ỤU]C|PH[ẦA]N|CH[ƯU][ƠO]NG|M[ỤU]C|[ĐD]I[ỀE]U)"
    r"(?: (?:TH[ỨU] (?P<word>\w+)|(?:S[ỐO] )?(?P<number>\d{1,3}|[IVXL]+|[A-H])\b))?)"
    r"(?P<end>\s*$|\s*[.:)/–—-]+\s*|\s+)(?P<rest>.*)",
    re.IGNORECASE,
)
_DECIMAL = re.compile(
    r"(?P<text>(?P<numbers>(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){1,3})(?P<end>[.)/:]+)?)"
    r"(?![\d/.])(?P<rest>.*)"
)
_BEFORE_CAPITAL = r"(?=[A-ZĂÂĐÊÔƠƯ][^A-ZĂÂĐÊÔƠƯ/-])"
_ARABIC = re.compile(
    r"(?P<text>\(?(?P<number>\d{1,3})"
    rf"(?:[.]?\)[:.]?|\s?[.]/?-?|/-?(?=\s)|/{_BEFORE_CAPITAL}|[-–](?=\s)))(?P<rest>\s.*|\D.*|)"
)
_ROMAN = re.compile(r"(?P<text>(?P<number>[IVXL]{1,6})(?:\s?[.)/:]+-?|\s*[-–—](?=\s)))(?P<rest>.*)")
_UPPER = re.compile(r"(?P<text>(?P<letter>[A-ZĐ])(?:[.)/]|\s+[-–](?=\s)))(?P<rest>\s.*|)")
_LETTER = re.compile(
    rf"(?P<text>\(?(?P<letter>[{ALPHABET}])(?:\.?(?P<number>\d{{1,2}}))?"
    rf"(?:[.]?\)[:.]?|[./](?=\s)|\.{_BEFORE_CAPITAL}))(?P<rest>.*)"
)
_SIGNS = [
    (MarkerKind.DASH, re.compile(r"(?P<text>[-–—−‐‑‒―])(?P<rest>\s.*|[^\s\-–—−/>].*|)")),
    (MarkerKind.PLUS, re.compile(r"(?P<text>[+])(?P<rest>\s.*|[^\s+\d].*|)")),
    (
        MarkerKind.BULLET,
        re.compile(
            r"(?P<text>[•·●▪■□◦○‣⁃∙◆♦❖➢►▶✓✔√\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d]|\*(?!\*)|o(?=\s))"
            r"(?P<rest>.*)"
        ),
    ),
]
_INITIAL = re.compile(r"\s*[A-ZĐ]\.")


def read_marker(line: str) -> tuple[Marker, str] | None:
    """The marker that opens a line and the text after it, or None.

    Quantities (1.500 đại biểu), dates (10.12 các đơn vị, 24.5.2022), initials (V.I. Lê-nin),
    rules of dashes and emphasis (*dự kiến*) open nothing.
    """
    line = nfc(line).strip()
    for reader in _READERS:
        found = reader(line)
        if found:
            marker, rest = found
            return marker, rest.strip()
    return None


def letter_value(letter: str) -> int | None:
    """The place of a point's letter in the official alphabet (a is 1, đ is 5), or None."""
    return ALPHABET.index(letter) + 1 if len(letter) == 1 and letter in ALPHABET else None


def _heading(line: str) -> tuple[Marker, str] | None:
    match = _HEADING.fullmatch(line)
    if not match or match["title"][0].islower():
        return None
    kind = _TITLED[fold(match["title"])]
    value = _heading_value(match["word"], match["number"])
    bare_annex = kind is MarkerKind.ANNEX and match["text"] == match["title"]
    if value is None and not bare_annex:
        return None
    # “Phần I của Kế hoạch”, “Điều 3 Luật Thanh niên” cite a heading; they do not open one.
    spaced = match["end"].isspace() and match["rest"]
    if spaced and not match["rest"].split()[0].isupper():
        return None
    return Marker(kind, match["text"], value), match["rest"]


def _heading_value(word: str | None, number: str | None) -> int | None:
    if word:
        return _ORDINALS.index(fold(word)) + 1 if fold(word) in _ORDINALS else None
    if not number:
        return None
    if number.isdigit():
        return int(number)
    return roman_value(number.upper()) or letter_value(number.lower())


def _decimal(line: str) -> tuple[Marker, str] | None:
    match = _DECIMAL.fullmatch(line)
    if not match:
        return None
    parts = match["numbers"].split(".")
    if parts[0].isupper() and not roman_value(parts[0]):
        return None
    numbers = tuple(roman_value(part) or int(part) for part in parts)
    rest = match["rest"]
    opens_a_sentence = re.match(r"\s*[“\"(]?[^\W\d_]", rest) and rest.lstrip(' “"(')[0].isupper()
    if not match["end"] and rest and not opens_a_sentence:
        return None
    if _is_date(numbers) or 0 in numbers:
        return None
    return Marker(MarkerKind.DECIMAL, match["text"], numbers[-1], numbers), rest


def _is_date(numbers: tuple[int, ...]) -> bool:
    return len(numbers) == 3 and numbers[0] <= 31 and numbers[1] <= 12 and numbers[2] >= 20


def _arabic(line: str) -> tuple[Marker, str] | None:
    match = _ARABIC.fullmatch(line)
    if not match:
        return None
    number = int(match["number"])
    return Marker(MarkerKind.ARABIC, match["text"], number, (number,)), match["rest"]


def _roman(line: str) -> tuple[Marker, str] | None:
    match = _ROMAN.fullmatch(line)
    value = roman_value(match["number"]) if match else None
    if not match or value is None or value >= 50:
        return None
    if len(match["number"]) == 1 and _INITIAL.match(match["rest"]):
        return None
    return Marker(MarkerKind.ROMAN, match["text"], value), match["rest"]


def _upper(line: str) -> tuple[Marker, str] | None:
    match = _UPPER.fullmatch(line)
    value = letter_value(match["letter"].lower()) if match else None
    if not match or value is None or _is_name(match["rest"]):
        return None
    return Marker(MarkerKind.UPPER, match["text"], value), match["rest"]


def _is_name(rest: str) -> bool:
    """Whether what follows a capital letter and a dot looks like the rest of a person's name."""
    parts = re.split(r",| và ", rest)[0].split()
    return bool(_INITIAL.match(rest)) or (0 < len(parts) <= 3 and all(p.istitle() for p in parts))


def _letter(line: str) -> tuple[Marker, str] | None:
    match = _LETTER.fullmatch(line)
    if not match:
        return None
    value, number = letter_value(match["letter"]) or 0, int(match["number"] or 0)
    if number:
        return Marker(MarkerKind.LETTER, match["text"], number, (value, number)), match["rest"]
    return Marker(MarkerKind.LETTER, match["text"], value), match["rest"]


def _sign(line: str) -> tuple[Marker, str] | None:
    for kind, pattern in _SIGNS:
        match = pattern.fullmatch(line)
        if match and not _is_decoration(match["text"], match["rest"]):
            return Marker(kind, match["text"]), match["rest"]
    return None


def _is_decoration(sign: str, rest: str) -> bool:
    """Whether a sign begins a rule (* * *) or emphasis (*dự kiến*), not an entry."""
    is_rule = bool(rest) and not any(character.isalnum() for character in rest)
    return is_rule or (sign == "*" and not rest[:1].isspace() and "*" in rest)


_READERS: tuple[Callable[[str], tuple[Marker, str] | None], ...] = (
    _heading,
    _decimal,
    _roman,
    _arabic,
    _upper,
    _letter,
    _sign,
)
