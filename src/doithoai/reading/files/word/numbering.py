"""Automatic numbering counted as Word counts it: the "I.", "1.1." and "-" that no text holds."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from doithoai.reading.files.word.markup import down, number, switch, value
from doithoai.reading.files.word.styles import Styles
from doithoai.vietnamese.numbers import to_words
from doithoai.vietnamese.roman import to_roman

_LEVELS = 9
_MOST_ROMAN = 3999
_LONGEST_MARK = 40
_PLACE = re.compile(r"%([1-9])")
_PICTURE_FONT = re.compile(r"Symbol|Wingdings|Webdings|Courier", re.IGNORECASE)
_DASHES = frozenset("-–—−‐‑‒\uf02d\xad")
_PLAIN_BULLETS = frozenset("+*•")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph: the text of its number or bullet, its level, its font."""

    text: str
    level: int
    font: str


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    legal: bool
    restart: int | None
    font: str


class Numbering:
    """The lists of one document; ask for each paragraph's mark in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        found = [] if root is None else list(root)
        self._kinds = {e.get("abstractNumId", ""): e for e in found if e.tag == "abstractNum"}
        self._lists = {_id(e): e for e in found if e.tag == "num"}
        self._kind_ids: dict[int, str] = {}
        self._overriding: dict[int, dict[int, Element]] = {}
        self._levels: dict[tuple[str | int, int], _Level] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[int] = set()

    def mark(self, list_id: int | None, level: int | None, style: str | None) -> Mark | None:
        """Count one paragraph of a list and say what stands before it; None outside lists."""
        if not list_id or list_id not in self._lists:
            return None
        kind = self._kind_of(list_id)
        depth = self._level_of_style(kind, style) if level is None else level
        if not 0 <= depth < _LEVELS:
            return None
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        self._begin(list_id, counts)
        self._count(list_id, counts, depth)
        this = self._level(list_id, depth)
        if this.form == "bullet":
            return Mark(_bullet(this), depth, this.font)
        return Mark(self._numbered(list_id, counts, this), depth, this.font)

    def _begin(self, list_id: int, counts: list[int | None]) -> None:
        """A list that overrides a start counts that level afresh when it is first met."""
        if list_id in self._begun:
            return
        self._begun.add(list_id)
        for depth, override in self._overrides(list_id).items():
            if override.find("startOverride") is not None and 0 <= depth < _LEVELS:
                counts[depth:] = [None] * (_LEVELS - depth)

    def _count(self, list_id: int, counts: list[int | None], depth: int) -> None:
        for upper in range(depth):
            if counts[upper] is None:
                counts[upper] = self._level(list_id, upper).start
        now = counts[depth]
        counts[depth] = self._level(list_id, depth).start if now is None else now + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = self._level(list_id, deeper).restart
            if restart is None or depth < restart:
                counts[deeper] = None

    def _numbered(self, list_id: int, counts: list[int | None], this: _Level) -> str:
        def written(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            level = self._level(list_id, place)
            return _written(counts[place] or level.start, "decimal" if this.legal else level.form)

        return _PLACE.sub(written, this.text).strip()

    def _kind_of(self, list_id: int) -> str:
        """The id of the abstract list, through a list style when it only links to one."""
        if list_id not in self._kind_ids:
            kind = value(self._lists[list_id], "abstractNumId") or ""
            link = value(self._kinds.get(kind), "numStyleLink")
            linked = self._styles.paragraph(link).list_id if link is not None else None
            if linked in self._lists:
                kind = value(self._lists[linked], "abstractNumId") or kind
            self._kind_ids[list_id] = kind
        return self._kind_ids[list_id]

    def _overrides(self, list_id: int) -> dict[int, Element]:
        if list_id not in self._overriding:
            said = self._lists[list_id].findall("lvlOverride")
            self._overriding[list_id] = {_id(override, "ilvl"): override for override in said}
        return self._overriding[list_id]

    def _level_of_style(self, kind: str, style: str | None) -> int:
        levels = self._kinds[kind].findall("lvl") if kind in self._kinds else []
        named = (level for level in levels if style and value(level, "pStyle") == style)
        depths = (_id(level, "ilvl") for level in named)
        return next(depths, self._styles.list_level(style) or 0)

    def _level(self, list_id: int, depth: int) -> _Level:
        override = self._overrides(list_id).get(depth)
        key = (self._kind_of(list_id) if override is None else list_id, depth)
        if key not in self._levels:
            self._levels[key] = self._read_level(list_id, depth, override)
        return self._levels[key]

    def _read_level(self, list_id: int, depth: int, override: Element | None) -> _Level:
        kind = self._kinds.get(self._kind_of(list_id))
        level = down(override, "lvl")
        if level is None:
            level = _at([] if kind is None else kind.findall("lvl"), depth)
        fonts = down(level, "rPr", "rFonts")
        start = number(override, "startOverride")
        return _Level(
            (number(level, "start") or 0) if start is None else start,
            value(level, "numFmt") or "decimal",
            (value(level, "lvlText") or "")[:_LONGEST_MARK],
            bool(switch(level, "isLgl")),
            number(level, "lvlRestart"),
            "" if fonts is None else fonts.get("ascii") or fonts.get("hAnsi") or "",
        )


def _id(element: Element, name: str = "numId") -> int:
    text = element.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def _at(levels: list[Element], depth: int) -> Element | None:
    return next((level for level in levels if _id(level, "ilvl") == depth), None)


def _bullet(level: _Level) -> str:
    sign = level.text.strip()
    if sign in _DASHES:
        return "-"
    return sign if sign in _PLAIN_BULLETS and not _PICTURE_FONT.match(level.font) else "•"


def _written(count: int, form: str) -> str:
    """A count in one of Word's number formats; those no plan uses are written as figures."""
    if form == "decimalZero":
        return f"{count:02d}"
    if form in ("upperRoman", "lowerRoman") and 0 < count <= _MOST_ROMAN:
        return to_roman(count) if form == "upperRoman" else to_roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 3)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("cardinalText", "vietnameseCounting"):
        return to_words(count).capitalize()
    return "" if form == "none" else str(count)
