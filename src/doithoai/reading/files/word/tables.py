"""Word tables: rows of cells on one grid, merged cells filled once."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from doithoai.reading.files.archive import STRANGE
from doithoai.reading.files.word.markup import down, is_drawn, number, through, value
from doithoai.reading.files.word.styles import Styles
from doithoai.reading.source import Unreadable

_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml"))
_MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid; None content where a merged cell covers it."""

    content: Element | None


def rows_of(table: Element) -> Iterator[list[Cell]]:
    """The rows as cells of the grid, deleted ones left out; raises Unreadable when too wide."""
    for row in through(table, "tr", _WRAPPERS):
        properties = row.find("trPr")
        if down(properties, "del") is not None:
            continue
        cells = [Cell(None)] * _span(properties, "gridBefore")
        for cell in through(row, "tc", _WRAPPERS):
            held = cell.find("tcPr")
            if down(held, "cellDel") is None:
                cells.append(Cell(None if _is_covered(held) else cell))
                cells += [Cell(None)] * (_span(held, "gridSpan") - 1)
        cells += [Cell(None)] * _span(properties, "gridAfter")
        if len(cells) > _MOST_COLUMNS:
            raise Unreadable(STRANGE)
        yield cells


def has_lines(table: Element, styles: Styles) -> bool:
    """Whether lines are drawn: by the table, else by its style, or by any cell."""
    properties = table.find("tblPr")
    drawn = is_drawn(down(properties, "tblBorders"))
    if drawn is None:
        drawn = styles.borders(value(properties, "tblStyle"))
    return drawn or any(is_drawn(borders) for borders in table.iter("tcBorders"))


def _span(properties: Element | None, name: str) -> int:
    return min(max(number(properties, name) or 0, 0), _MOST_COLUMNS)


def _is_covered(properties: Element | None) -> bool:
    return any(
        found is not None and found.get("val", "continue") == "continue"
        for found in (down(properties, "vMerge"), down(properties, "hMerge"))
    )
