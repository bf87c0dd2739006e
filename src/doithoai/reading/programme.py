"""The draft programme: parts and items, from a table or a timed list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from doithoai.reading.blocks import Row
from doithoai.reading.entries import announces, is_note
from doithoai.reading.passages import EMPTY, Passage
from doithoai.reading.plan import Place, ProgrammeItem, ProgrammePart
from doithoai.reading.sections import Node
from doithoai.reading.tables import Column, Layout, whole_row
from doithoai.reading.units import names_agency
from doithoai.reading.verbs import first_verb
from doithoai.vietnamese.outline import MarkerKind, read_marker

_CLOCK = r"\d{1,2}\s*(?:gio|h|g|:)\s*(?:\d{2}(?!\d))?\s*(?:phut|')?"
_TIMED = re.compile(
    rf"(?P<time>(?:(?:tu|luc|vao luc)\s+)?{_CLOCK}(?:\s*(?:-|–|—|den)\s*{_CLOCK})?)\s*[:.,;–-]*\s*"
)
_BRACKETED = re.compile(r"\s*\((?P<who>[^()]{3,120})\)$")
_NAMED = re.compile(
    r"\s*[.;,(–-]?\s*\b(?:(?:nguoi |don vi )?(?:thuc hien|trinh bay|phu trach|dieu hanh|chu tri"
    r"|dam nhiem|phat bieu|dan chuong trinh))\s*:\s*(?P<who>[^:]{3,160}?)\)?$"
)
_AFTER_SIGN = re.compile(r"\s*(?::|\s[-–—])\s+(?P<who>[^:;]{3,120})$")
_PERSON = re.compile(
    r"(?:lanh dao|chu tich|pho chu tich|dai dien|mc\b|ban to chuc|dong chi|toan the"
    r"|cac dai bieu|chanh"
    r"|giam doc|nguoi dan|bi thu)"
)
_PART_NUMBER = re.compile(r"(?:[IVXL]+|[A-HĐ])[.)/]?")
_PERFORMERS = (Column.PERFORMER, Column.LEAD, Column.UNIT, Column.PEOPLE, Column.SUPPORT)


@dataclass(slots=True)
class _Part:
    no: str | None
    name: str | None
    place: Place
    items: list[ProgrammeItem] = field(default_factory=list)

    def finished(self) -> ProgrammePart:
        return ProgrammePart(self.no, self.name, tuple(self.items), self.place)


def read_programme_table(layout: Layout) -> tuple[ProgrammePart, ...]:
    """The parts of a programme table; one without name when it has none."""
    parts: list[_Part] = []
    for row in layout.rows:
        number = layout.cell(row, Column.NUMBER)
        name = layout.cell(row, Column.CONTENT)
        if not whole_row(row):
            continue
        if _is_part(layout, row, number):
            parts.append(_part(number, row))
        elif name:
            if not parts:
                parts.append(_Part(None, None, name.place()))
            parts[-1].items.append(_item(layout, row, number, name))
    return tuple(part.finished() for part in parts)


def read_programme_list(section: Node) -> tuple[ProgrammePart, ...]:
    """The items of a programme written as a list, with or without hours."""
    parts: list[_Part] = []
    for child in section.children:
        if not child.heading or is_note(child.heading):
            continue
        if child.children and not _TIMED.match(child.heading.folded):
            name = child.heading.without_end(" :.;")
            part = _Part(_number_of(child), name.text, name.place())
            part.items += [item for below in child.children for item in _listed(below)]
            parts.append(part)
        elif not announces(child.heading):
            if not parts or parts[-1].no or parts[-1].name:
                parts.append(_Part(None, None, child.heading.place()))
            parts[-1].items += _listed(child)
    return tuple(part.finished() for part in parts if part.items)


def is_timed(node: Node) -> bool:
    """Whether a paragraph opens with an hour: "07h30 - 08h00: Đón tiếp đại biểu"."""
    return bool(node.heading and _TIMED.match(node.heading.folded))


def _is_part(layout: Layout, row: Row, number: Passage) -> bool:
    if number and _PART_NUMBER.fullmatch(number.text):
        return True
    filled = {cell.text for cell in row.cells if cell}
    if len(filled) != 1:
        return False
    untimed = not any(character.isdigit() for character in layout.cell(row, Column.TIME).text)
    return (len(row.cells) > 2 and untimed) or _opens_part(whole_row(row))


def _opens_part(text: Passage) -> bool:
    found = read_marker(text.text)
    return bool(found and found[0].kind in (MarkerKind.ROMAN, MarkerKind.UPPER, MarkerKind.PART))


def _part(number: Passage, row: Row) -> _Part:
    no = number.text.rstrip(".)/") if _PART_NUMBER.fullmatch(number.text or " ") else None
    names = [cell for cell in row.cells if cell and cell.text != number.text]
    name = names[0] if names else whole_row(row)
    found = None if no else read_marker(name.text)
    if found and found[1]:
        no = found[0].text.rstrip(".)/")
        name = name.cut(len(name.text) - len(found[1]))
    return _Part(no, name.text, name.place())


def _item(layout: Layout, row: Row, number: Passage, name: Passage) -> ProgrammeItem:
    digits = number.text.rstrip(".)")
    performer = layout.cell(row, *_PERFORMERS)
    time = layout.cell(row, Column.TIME, Column.DEADLINE)
    return ProgrammeItem(
        no=int(digits) if digits.isdigit() else digits or None,
        name=name.without_end(" .;").text,
        performer=performer.text or None,
        time=time.text or None,
        place=name.place(),
    )


def _listed(node: Node) -> Iterator[ProgrammeItem]:
    if not node.heading or is_note(node.heading):
        return
    text = node.heading
    timed = _TIMED.match(text.folded)
    time = text.cut(timed.start("time"), timed.end("time")) if timed else EMPTY
    name = text.cut(timed.end()) if timed else text
    name = name.without_end(" .;,")
    name, who = _parted(name)
    if name and not announces(text):
        number = node.block.marker.value if node.block and node.block.marker else None
        performer = who.text or None
        yield ProgrammeItem(number, name.text, performer, time.text or None, text.place())
    for child in node.children:
        yield from _listed(child)


def _parted(name: Passage) -> tuple[Passage, Passage]:
    """An item's name and who performs it: "Khai mạc (Chủ tịch UBND tỉnh)", "Khai mạc: …"."""
    named = _NAMED.search(name.folded)
    if named and named.start():
        who = name.cut(named.start("who"), named.end("who"))
        return name.cut(0, named.start()).without_end(" .;,"), who
    for pattern in (_BRACKETED, _AFTER_SIGN):
        match = pattern.search(name.text)
        if match:
            who = name.cut(match.start("who"), match.end("who"))
            if _is_performer(who):
                return name.cut(0, match.start()).without_end(" .;,"), who
    return name, EMPTY


def _is_performer(who: Passage) -> bool:
    if who.text.count(" ") > 14 or not (names_agency(who) or _PERSON.match(who.folded)):
        return False
    return first_verb(who) is None


def _number_of(node: Node) -> str | None:
    marker = node.block.marker if node.block else None
    return marker.text.strip("().:/ ") if marker and marker.value else None
