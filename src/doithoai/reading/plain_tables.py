"""Tables that arrive as plain lines, their columns set apart by runs of spaces."""

from __future__ import annotations

import re
from dataclasses import replace

from doithoai.reading.source import Line, SourceDocument, Table, TableRow
from doithoai.reading.tables import Column, column_of
from doithoai.vietnamese.letters import fold_in_place

_PIECE = re.compile(r"\S+(?: \S+)*")
_MOST_BLANKS = 1
_SLACK = 3


def with_plain_tables(document: SourceDocument) -> SourceDocument:
    """The same document, its drawn tables as tables; a heading row of known columns opens one."""
    lines = list(document.elements)
    kept: list[Line | Table] = []
    index = 0
    while index < len(lines):
        element = lines[index]
        starts = _heading(document, element)
        rows, index = _rows(document, lines, index, starts) if starts else ([], index)
        if len(rows) > 1:
            kept.append(Table(tuple(rows), page=element.page))
        else:
            kept.append(element)
            index += 1
    return replace(document, elements=tuple(kept))


def _heading(document: SourceDocument, element: Line | Table) -> list[int]:
    """Where the columns start, when a line is a heading row; else nothing."""
    if not isinstance(element, Line) or element.whole:
        return []
    pieces = _pieces(document, element)
    known = {column_of(fold_in_place(text)) for _, text in pieces} - {None}
    if len(pieces) < 3 or len(known) < 2 or known == {Column.UNIT, Column.PEOPLE}:
        return []
    return [start for start, _ in pieces]


def _pieces(document: SourceDocument, line: Line) -> list[tuple[int, str]]:
    shown = document.lines[line.number - 1]
    return [(match.start(), match.group()) for match in _PIECE.finditer(shown)]


def _rows(
    document: SourceDocument, lines: list[Line | Table], index: int, starts: list[int]
) -> tuple[list[TableRow], int]:
    rows: list[TableRow] = []
    last = 0
    begin = index
    while index < len(lines):
        line = lines[index]
        if not isinstance(line, Line) or (last and line.number - last > _MOST_BLANKS + 1):
            break
        pieces = _pieces(document, line)
        if rows and not _belongs(pieces, starts):
            break
        cells = _cells(pieces, starts)
        if rows and not cells[0] and len(rows) > 1:
            rows[-1] = _joined(rows[-1], cells)
        else:
            rows.append(TableRow(line.number, cells))
        last = line.number
        index += 1
    return (rows, index) if len(rows) > 1 else ([], begin)


def _belongs(pieces: list[tuple[int, str]], starts: list[int]) -> bool:
    """Whether a line keeps to the columns: no piece runs over the start of the next column."""
    if len(pieces) == 1 and pieces[0][0] < starts[1] - _SLACK:
        return False
    if len(pieces) == len(starts):
        return True
    return all(
        not (start <= bound - _SLACK and start + len(text) > bound + _SLACK)
        for start, text in pieces
        for bound in starts[1:]
    )


def _cells(pieces: list[tuple[int, str]], starts: list[int]) -> tuple[str, ...]:
    if len(pieces) == len(starts):
        return tuple(text for _, text in pieces)
    cells = [""] * len(starts)
    for start, text in pieces:
        column = max((i for i, bound in enumerate(starts) if bound <= start + _SLACK), default=0)
        cells[column] = f"{cells[column]} {text}".strip()
    return tuple(cells)


def _joined(row: TableRow, cells: tuple[str, ...]) -> TableRow:
    together = (f"{old} {new}".strip() for old, new in zip(row.cells, cells, strict=True))
    return TableRow(row.number, tuple(together))
