"""Seats given as lines of a list: "Huyện Hòa An: 20 đại biểu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact, QuotaRow, QuotaSection
from doithoai.reading.sections import Node

_SEATED = re.compile(
    r"(?P<name>.*[^\W\d].*?)\s*[:(–-]\s*(?:moi don vi |khoang |gom |cu )?"
    r"(?P<seats>\d{1,3}(?:\.\d{3})+|\d{1,5})\s*(?:dai bieu|nguoi|dong chi|em)\b[^;]{0,30}$"
)
_TOTAL = re.compile(r"(?:tong cong|tong so|tong|cong)\b")
_LEAST_ROWS = 2
_LONGEST_LINE = 300


def read_quota_list(root: Node) -> tuple[tuple[QuotaSection, ...], Fact[int] | None]:
    """The sections and rows under a heading of seats, and the total they state."""
    sections = tuple(section for section in _sections(root) if section.rows)
    if sum(len(section.rows) for section in sections) < _LEAST_ROWS:
        return (), None
    totals = (_seats(node.heading) for node in root.walk() if _TOTAL.match(node.heading.folded))
    return sections, next((fact for fact in totals if fact), None)


def _sections(root: Node) -> Iterator[QuotaSection]:
    loose = tuple(row for child in root.children if not child.children for row in _row(child))
    if loose:
        yield QuotaSection(None, None, None, loose, loose[0].place)
    for child in root.children:
        rows = tuple(row for below in child.children for row in _row(below))
        if rows:
            name, seats = _parted(child.heading)
            stated = seats.value if seats else None
            yield QuotaSection(_number(child), name.text, stated, rows, name.place())


def _row(node: Node) -> Iterator[QuotaRow]:
    name, seats = _parted(node.heading)
    if seats and not _TOTAL.match(node.heading.folded):
        yield QuotaRow(_number(node), name.text, seats.value, node.heading.place())


def _parted(text: Passage) -> tuple[Passage, Fact[int] | None]:
    """A line's name without its seats, and the seats."""
    match = _seated(text)
    name = text.cut(0, match.end("name")) if match else text
    return name.without_end(" .;,:"), _seats(text)


def _seats(text: Passage) -> Fact[int] | None:
    match = _seated(text)
    if not match:
        return None
    place = text.cut(match.start("seats"), match.end("seats")).place()
    return Fact(int(match["seats"].replace(".", "")), place)


def _seated(text: Passage) -> re.Match[str] | None:
    folded = text.without_end().folded
    return _SEATED.match(folded) if len(folded) <= _LONGEST_LINE else None


def _number(node: Node) -> str | None:
    marker = node.block.marker if node.block else None
    return marker.text.strip("().:/ ") if marker and marker.value else None
