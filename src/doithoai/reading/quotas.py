"""Seats: sections and rows of the delegates' table, exactly as stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from doithoai.reading.blocks import Row
from doithoai.reading.passages import EMPTY, Passage
from doithoai.reading.plan import Fact, Place, QuotaRow, QuotaSection
from doithoai.reading.tables import Column, Layout, is_total, whole_row
from doithoai.vietnamese.outline import MarkerKind, read_marker

_SEATS = re.compile(r"(?:.*=\s*)?\D{0,14}?(\d{1,3}(?:\.\d{3})+|\d{1,5})\b")
_SECTION_NUMBER = re.compile(r"(?:[IVXL]+|[A-HĐ])[.)/]?")
_NOT_NAMES = (Column.NUMBER, Column.SEATS, Column.NOTE, Column.TIME, Column.DEADLINE)
_DISTINCT = 0.8


@dataclass(slots=True)
class _Section:
    no: str | None
    name: str | None
    seats: int | None
    place: Place
    rows: list[QuotaRow] = field(default_factory=list)

    def finished(self) -> QuotaSection:
        return QuotaSection(self.no, self.name, self.seats, tuple(self.rows), self.place)


@dataclass(frozen=True, slots=True)
class _Cells:
    """One row taken apart."""

    number: Passage
    name: Passage
    seats: Passage


def read_quota_table(layout: Layout) -> tuple[tuple[QuotaSection, ...], Fact[int] | None]:
    """The sections of one table and the total it states."""
    sections: list[_Section] = []
    total: Fact[int] | None = None
    named_in = _name_column(layout)
    for row in layout.rows:
        cells = _cells(layout, row, named_in)
        if is_total(row):
            total = _total(row, cells) or total
        elif not cells.name:
            continue
        elif _is_section(cells, row):
            sections.append(_section(cells))
        else:
            if not sections:
                sections.append(_Section(None, None, None, cells.name.place()))
            sections[-1].rows.append(_row(cells))
    return tuple(section.finished() for section in sections), total


def stated_seats(cell: Passage) -> int | None:
    """The number a cell states: "05 đại biểu" is 5, an empty cell is None."""
    match = _SEATS.match(cell.folded)
    return int(match[1].replace(".", "")) if match else None


def _name_column(layout: Layout) -> int | None:
    """The column that names who sits: headed so, else the first whose cells differ."""
    held = {layout.columns.get(column) for column in _NOT_NAMES}
    rows = [row for row in layout.rows if not is_total(row)]
    columns = [
        index
        for index in range(max((len(row.cells) for row in layout.rows), default=0))
        if index not in held and 2 * len(_words_in(rows, index)) >= len(rows)
    ]
    people = layout.columns.get(Column.PEOPLE)
    columns.sort(key=lambda index: index != people)
    for index in columns:
        words = _words_in(rows, index)
        if len(set(words)) >= _DISTINCT * len(words):
            return index
    return columns[0] if columns else None


def _words_in(rows: list[Row], index: int) -> list[str]:
    """The cells of one column that hold words."""
    cells = (row.cells[index].text for row in rows if index < len(row.cells))
    return [cell for cell in cells if any(character.isalpha() for character in cell)]


def _cells(layout: Layout, row: Row, named_in: int | None) -> _Cells:
    if not layout.columns:
        first, *middle, last = row.cells
        name = max(middle, key=lambda cell: len(cell.text), default=first)
        return _Cells(first if middle else EMPTY, name, last)
    name = row.cells[named_in] if named_in is not None and named_in < len(row.cells) else EMPTY
    seats = layout.cell(row, Column.SEATS)
    number = layout.cell(row, Column.NUMBER)
    if not name:
        name = _first_words(layout, row)
    return _Cells(number if number.text != name.text else EMPTY, name, seats)


def _first_words(layout: Layout, row: Row) -> Passage:
    """The first cell with words, when no column is known to hold the names."""
    held = {layout.columns.get(column) for column in (Column.NUMBER, Column.SEATS, Column.NOTE)}
    wordy = [
        (index in held, index)
        for index, cell in enumerate(row.cells)
        if any(character.isalpha() for character in cell.text)
    ]
    return row.cells[min(wordy)[1]] if wordy else EMPTY


def _is_section(cells: _Cells, row: Row) -> bool:
    if cells.number:
        return bool(_SECTION_NUMBER.fullmatch(cells.number.text))
    found = read_marker(cells.name.text)
    if found and found[0].kind in (MarkerKind.ROMAN, MarkerKind.UPPER, MarkerKind.PART):
        return True
    alone = len(whole_row(row).text) == len(cells.name.text)
    return cells.name.text.isupper() or (alone and not cells.seats)


def _section(cells: _Cells) -> _Section:
    no, name = cells.number.text.rstrip(".)/") or None, cells.name
    found = None if no else read_marker(name.text)
    if found:
        no = found[0].text.rstrip(".)/")
        name = name.cut(len(name.text) - len(found[1]))
    return _Section(no, name.text, stated_seats(cells.seats), name.place())


def _row(cells: _Cells) -> QuotaRow:
    number, name = cells.number.text.rstrip(".)"), cells.name
    found = None if number else read_marker(name.text)
    if found and found[0].kind is MarkerKind.ARABIC:
        number = str(found[0].value)
        name = name.cut(len(name.text) - len(found[1]))
    no: int | str | None = int(number) if number.isdigit() else number or None
    return QuotaRow(no, name.text, stated_seats(cells.seats), name.place())


def _total(row: Row, cells: _Cells) -> Fact[int] | None:
    for cell in (cells.seats, *reversed(row.cells)):
        number = stated_seats(cell) if cell and not _is_words(cell) else None
        if number is not None:
            return Fact(number, cell.place())
    return None


def _is_words(cell: Passage) -> bool:
    return not any(character.isdigit() for character in cell.text)


def sum_of(rows: Iterable[QuotaRow | QuotaSection]) -> int:
    """The seats of rows or sections added up; rows that state none count nothing."""
    return sum(row.seats or 0 for row in rows)
