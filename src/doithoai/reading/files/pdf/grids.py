"""Tables found by their rulings, and the text that falls into each cell."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from doithoai.reading.files.pdf.canvas import Span
from doithoai.reading.files.pdf.paths import Ruling

_NEAR = 3.0
_MOST_CELLS = 4_000


@dataclass(slots=True)
class Grid:
    """Rows from top to bottom; every cell holds the spans that stand in it."""

    top: float
    bottom: float
    left: float
    right: float
    rows: list[list[list[Span]]] = field(default_factory=list)


def grids_of(rulings: Iterable[Ruling], spans: list[Span]) -> tuple[list[Grid], list[Span]]:
    """The tables of a page from top to bottom, and the spans outside them."""
    level = [ruling for ruling in rulings if ruling.level]
    upright = [ruling for ruling in rulings if not ruling.level]
    grids: list[Grid] = []
    for top, bottom in _stretches(upright):
        cells = _Cells(
            [r for r in level if bottom - _NEAR <= r.at <= top + _NEAR],
            [r for r in upright if r.end <= top + _NEAR and r.start >= bottom - _NEAR],
        )
        if cells.is_table:
            inside = [span for span in spans if cells.holds(span)]
            grids.append(cells.filled(inside))
            spans = [span for span in spans if not cells.holds(span)]
    return grids, spans


def _stretches(upright: list[Ruling]) -> list[tuple[float, float]]:
    """Heights that upright lines cover without a break, from top to bottom."""
    found: list[tuple[float, float]] = []
    for ruling in sorted(upright, key=lambda ruling: -ruling.end):
        if found and ruling.end >= found[-1][1] - _NEAR:
            found[-1] = (found[-1][0], min(found[-1][1], ruling.start))
        else:
            found.append((ruling.end, ruling.start))
    return found


class _Cells:
    """The cells between some level and some upright lines."""

    def __init__(self, level: list[Ruling], upright: list[Ruling]) -> None:
        across = [end for ruling in level for end in (ruling.start, ruling.end)]
        along = [end for ruling in upright for end in (ruling.start, ruling.end)]
        self._xs = _marks([r.at for r in upright] + _outer(across))
        borders = [r for r in level if self._meets(r.start) and self._meets(r.end)]
        self._ys = _marks([r.at for r in borders] + _outer(along))
        self._level = _by_mark(borders, self._ys)
        self._upright = _by_mark(upright, self._xs)

    @property
    def is_table(self) -> bool:
        """Two columns or more, and not so many cells that it is a drawing."""
        columns, rows = len(self._xs) - 1, len(self._ys) - 1
        return columns > 1 and rows > 0 and columns * rows <= _MOST_CELLS

    def _meets(self, x: float) -> bool:
        """Whether a level line ends at a column's edge; an underline ends anywhere."""
        return any(abs(x - mark) <= _NEAR for mark in self._xs)

    def holds(self, span: Span) -> bool:
        """Whether a span stands inside."""
        middle = (span.x0 + span.x1) / 2
        height = span.y + span.size * 0.3
        return self._xs[0] < middle < self._xs[-1] and self._ys[0] < height < self._ys[-1]

    def filled(self, spans: list[Span]) -> Grid:
        """The grid with every span in its cell; a merged cell is filled at its top left."""
        columns, rows = len(self._xs) - 1, len(self._ys) - 1
        grid = Grid(self._ys[-1], self._ys[0], self._xs[0], self._xs[-1])
        cells: list[list[list[Span]]] = [[[] for _ in range(columns)] for _ in range(rows)]
        for span in spans:
            row = bisect_right(self._ys, span.y + span.size * 0.3) - 1
            column = bisect_right(self._xs, min((span.x0 + span.x1) / 2, span.x0 + span.size)) - 1
            row, column = self._home(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
            cells[row][column].append(span)
        grid.rows = cells[::-1]
        return grid

    def _home(self, row: int, column: int) -> tuple[int, int]:
        """The top left cell of the merged cell this one belongs to."""
        while column > 0 and not self._edge(self._upright[column], self._ys, row):
            column -= 1
        while row < len(self._ys) - 2 and not self._edge(self._level[row + 1], self._xs, column):
            row += 1
        return row, column

    @staticmethod
    def _edge(rulings: list[Ruling], marks: list[float], place: int) -> bool:
        middle = (marks[place] + marks[place + 1]) / 2
        return any(ruling.start - _NEAR <= middle <= ruling.end + _NEAR for ruling in rulings)


def _outer(ends: list[float]) -> list[float]:
    return [min(ends), max(ends)] if ends else []


def _marks(places: list[float]) -> list[float]:
    """Sorted distances, those that nearly coincide counted once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _by_mark(rulings: list[Ruling], marks: list[float]) -> list[list[Ruling]]:
    found: list[list[Ruling]] = [[] for _ in marks]
    for ruling in rulings:
        place = bisect_right(marks, ruling.at + _NEAR) - 1
        found[max(place, 0)].append(ruling)
    return found
