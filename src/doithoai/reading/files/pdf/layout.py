"""Pages put together: what is a line, a table or a letterhead, and where paragraphs part."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from doithoai.reading.files.columns import is_ordinal_heading
from doithoai.reading.files.draft import Draft, is_letterhead, line_by_line, tidy
from doithoai.reading.files.furniture import running_lines
from doithoai.reading.files.mojibake import Repair
from doithoai.reading.files.pdf.columns import Zone, zones_of
from doithoai.reading.files.pdf.grids import Grid
from doithoai.reading.files.pdf.lines import Printed, Segment, printed_lines
from doithoai.reading.source import Line

_INDENT = 9.0
_FLUSH = 1.5
_HABIT = 0.1
_FEWEST_WRAPS = 3
_WIDER_PAGE = 60.0
_CENTRED = 4.0
_WIDE_LEADING = 1.3
_WIDE_GAP = 4.0
_ENTRY = ("- ", "+ ", "• ", "* ")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its lines outside tables, and its tables."""

    lines: list[Printed]
    grids: list[Grid]


@dataclass(frozen=True, slots=True)
class _Measure:
    """The edges of the text, where paragraphs begin, how far lines stand apart, if they wrap."""

    left: float
    right: float
    indent: float
    leading: float
    wraps: bool

    def centred(self, line: Printed) -> bool:
        """Whether a line stands in the middle, clear of both edges."""
        clear = line.x0 > self.left + _INDENT and line.x1 < self.right - _INDENT
        return clear and abs(line.x0 - self.indent) > _FLUSH and self._balanced(line)

    def parts(self, before: Printed, line: Printed) -> bool:
        """Whether a paragraph ends between two lines: by space, indent or a short last line."""
        if before.y - line.y > _WIDE_LEADING * self.leading:
            return True
        if self.centred(line) or self.centred(before):
            both = self._balanced(line) and self._balanced(before)
            return not both or line.bold != before.bold
        if line.x0 > self.left + _INDENT or line.opening <= self.right - before.x1:
            return True
        return not (self.wraps or line.goes_on)

    def _balanced(self, line: Printed) -> bool:
        return abs(line.x0 + line.x1 - self.left - self.right) / 2 <= _CENTRED


class Layout:
    """Writes pages into a draft, in reading order."""

    def __init__(self, repair: Repair) -> None:
        self.draft = Draft()
        self._repair = repair
        self._table: list[list[str]] = []
        self._table_page = 0

    def put(self, pages: Sequence[Page]) -> None:
        """Put all pages; headers, footers and page numbers are shown but are no elements."""
        texts = [[self._text(line) for line in page.lines] for page in pages]
        running = running_lines(texts)
        whole = _measured([line for page in pages for line in page.lines])
        for number, page in enumerate(pages):
            apart = [i for i in range(len(page.lines)) if (number, i) in running]
            body = [line for i, line in enumerate(page.lines) if i not in apart]
            top = [i for i in apart if not body or page.lines[i].y > body[0].y]
            for index in top:
                self.draft.show(texts[number][index])
            own = _measured(body)
            measure = own if own.right - whole.right > _WIDER_PAGE else whole
            self._put_page(Page(body, page.grids), measure, number + 1)
            for index in apart[len(top) :]:
                self.draft.show(texts[number][index])
        self._end_table()

    def _put_page(self, page: Page, measure: _Measure, number: int) -> None:
        items: list[Printed | Grid] = [*page.lines, *page.grids]
        items.sort(key=lambda item: -(item.top if isinstance(item, Grid) else item.y))
        for _, group in groupby(items, type):
            lines = []
            for item in group:
                if isinstance(item, Grid):
                    self._put_grid(item, number)
                else:
                    lines.append(item)
            if lines:
                self._end_table()
                self._put_lines(lines, measure, number)

    def _put_lines(self, lines: list[Printed], measure: _Measure, number: int) -> None:
        paragraph: list[Printed] = []
        for part in zones_of(lines):
            if isinstance(part, Zone) and self._is_table(part):
                self._put_paragraph(paragraph, measure, number)
                self._put_zone(part, number)
                paragraph = []
                continue
            for line in part.lines if isinstance(part, Zone) else [part]:
                if paragraph and measure.parts(paragraph[-1], line):
                    self._put_paragraph(paragraph, measure, number)
                    paragraph = []
                paragraph.append(line)
        self._put_paragraph(paragraph, measure, number)

    def _put_paragraph(self, lines: list[Printed], measure: _Measure, number: int) -> None:
        """Put a paragraph as one line; the lines of a centred one, as in a title, stay apart."""
        if not lines:
            return
        self.draft.add(Line(0, "", number))
        centred = any(map(measure.centred, lines))
        texts = [self._text(line, measure) for line in lines]
        for text in texts if centred else [" ".join(texts)]:
            self.draft.add(
                Line(
                    0,
                    text,
                    number,
                    bold=all(line.bold for line in lines),
                    italic=all(line.italic for line in lines),
                    centred=centred,
                )
            )

    def _is_table(self, zone: Zone) -> bool:
        """Whether lines set in columns are a table or a letterhead, not lines with wide gaps."""
        rows = self._rows(zone)
        many = len(zone.columns) > 2 or is_ordinal_heading(rows[0][0])
        return is_letterhead(rows) or (zone.paired > 2 and many)

    def _put_zone(self, zone: Zone, number: int) -> None:
        rows = self._rows(zone)
        if is_letterhead(rows):
            self.draft.add_table(rows, page=number, bordered=False)
        else:
            self.draft.add_table(_closed_up(rows), page=number)

    def _rows(self, zone: Zone) -> list[list[str]]:
        return [[self._words(part) if part else "" for part in row] for row in zone.rows]

    def _put_grid(self, grid: Grid, number: int) -> None:
        lines = [
            [[self._text(p) for p in printed_lines(cell)] for cell in row] for row in grid.rows
        ]
        rows = [["\n".join(cell) for cell in row] for row in lines]
        if is_letterhead(rows):
            self._end_table()
            self.draft.add_table(list(line_by_line(rows)), page=number, bordered=False)
            return
        rows = [["\n".join(_entries(cell)) for cell in row] for row in lines if any(row)]
        if self._table and rows and len(rows[0]) == len(self._table[0]):
            self._continue_table(rows)
        else:
            self._end_table()
            self._table, self._table_page = rows, number

    def _continue_table(self, rows: list[list[str]]) -> None:
        """A table goes on over the page: its heading is not repeated, a broken row is closed."""
        if rows[0] == self._table[0]:
            rows = rows[1:]
        if rows and _goes_on(self._table[-1], rows[0]):
            self._table[-1] = _joined(self._table[-1], rows[0])
            rows = rows[1:]
        self._table.extend(rows)

    def _end_table(self) -> None:
        if self._table:
            self.draft.add_table(self._table, page=self._table_page)
        self._table = []

    def _text(self, line: Printed, measure: _Measure | None = None) -> str:
        """A line's text; a tab where a gap is wider than justified text leaves between words."""
        full = measure is not None and line.x1 > measure.right - _INDENT
        text = ""
        for before, part in zip((None, *line.segments), line.segments, strict=False):
            gap = 0.0 if before is None else part.x0 - before.x1
            between = " " if full and gap < _WIDE_GAP * line.size else "\t"
            text += (between if before is not None else "") + self._words(part)
        return text

    def _words(self, segment: Segment) -> str:
        return tidy(self._repair.words(segment.pieces)).strip()


def _measured(lines: Sequence[Printed]) -> _Measure:
    if not lines:
        return _Measure(0.0, 0.0, 0.0, 0.0, False)
    gaps = [above.y - below.y for above, below in pairwise(lines) if above.y > below.y]
    right = sorted(line.x1 for line in lines)[-1 - len(lines) // 20]
    starts = Counter(round(line.x0) for line in lines)
    habits = sorted(x for x, times in starts.items() if times >= max(2, _HABIT * len(lines)))
    left = habits[0] if habits else min(starts)
    indent = next((x for x in habits if x > left + _INDENT), left)
    broken = sum(
        below.goes_on and above.x1 + below.opening > right for above, below in pairwise(lines)
    )
    leading = median(gaps) if gaps else 0.0
    return _Measure(left, right, indent, leading, broken >= _FEWEST_WRAPS)


def _entries(lines: Iterable[str]) -> Iterator[str]:
    """The printed lines of a cell, those that one entry was broken into joined."""
    entry = ""
    for line in lines:
        if entry and line.startswith(_ENTRY):
            yield entry
            entry = line
        else:
            entry = f"{entry} {line}".strip()
    yield entry


def _closed_up(rows: list[list[str]]) -> list[list[str]]:
    """Rows of aligned columns, a line without a first cell joined to the row above it."""
    closed: list[list[str]] = []
    for row in rows:
        if closed and not row[0]:
            closed[-1] = _joined(closed[-1], row)
        else:
            closed.append(row)
    return closed


def _joined(row: list[str], more: list[str]) -> list[str]:
    return [f"{cell} {text}".strip() for cell, text in zip(row, more, strict=True)]


def _goes_on(row: list[str], more: list[str]) -> bool:
    """Whether a row without an ordinal is the rest of the row above, broken by the page."""
    filled = [place for place, cell in enumerate(more) if cell]
    if not filled or filled[0] == 0:
        return False
    first = more[filled[0]]
    lonely = len(filled) == 1 and not row[filled[0]].endswith((".", ";", ":"))
    return first[0].islower() or (lonely and not first.isupper())
