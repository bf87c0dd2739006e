"""The source of a plan as paragraphs and tables with marks; long runs without facts folded away."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from doithoai.web.planning.marks import Mark, Segment, segments_of

SHOWN_WITHOUT_FACTS = 3
HEADING_LENGTH = 100


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the source: a paragraph of one cell, or a row of a table.

    `is_continued` tells a line that goes on with a fact begun on the line above.
    """

    line: int
    cells: tuple[tuple[Segment, ...], ...]
    is_unread: bool = False
    is_continued: bool = False

    @property
    def segments(self) -> list[Segment]:
        """The words of all cells."""
        return [segment for cell in self.cells for segment in cell]

    @property
    def shown(self) -> list[SafeString]:
        """The words of each cell with their marks."""
        return [format_html_join("", "{}", ((s.html,) for s in cell)) for cell in self.cells]

    @property
    def text(self) -> str:
        """The line without its marks."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph ("line"), a table, or a fold that holds blocks without facts."""

    kind: str
    rows: tuple[SourceRow, ...] = ()
    inside: tuple["Block", ...] = ()

    @property
    def has_facts(self) -> bool:
        """Whether a fact or an unread paragraph keeps it in sight."""
        return any(row.is_unread or any(s.numbers for s in row.segments) for row in self.rows)

    @property
    def is_heading(self) -> bool:
        """Short enough to be the heading of what follows."""
        return self.kind == "line" and len(self.rows[0].text) <= HEADING_LENGTH

    @property
    def is_capital(self) -> bool:
        """Written in capitals, as titles are."""
        return self.kind == "line" and self.rows[0].text.isupper()


def source_blocks(
    lines: Iterable[str], marks: Iterable[Mark], unread: Collection[int]
) -> list[Block]:
    """The whole source: paragraphs and tables in order, runs that say nothing new folded."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        for line in range(mark.line, mark.end_line + 1):
            by_line.setdefault(line, []).append(mark)
    rows = (
        _row(text, number, by_line.get(number, []), number in unread)
        for number, text in enumerate(lines, start=1)
        if text.strip()
    )
    return list(_folded(_blocks(rows)))


def _row(text: str, line: int, marks: list[Mark], is_unread: bool) -> SourceRow:
    continued = any(mark.line < line for mark in marks)
    return SourceRow(line, tuple(_cells(text, line, marks)), is_unread, continued)


def _cells(text: str, line: int, marks: list[Mark]) -> Iterator[tuple[Segment, ...]]:
    start = 0
    for cell in text.split("\t"):
        yield tuple(segments_of(text, line, marks, start, start + len(cell)))
        start += len(cell) + 1


def _blocks(rows: Iterable[SourceRow]) -> Iterator[Block]:
    """Rows of one table, line after line, become one block."""
    for is_table, group in groupby(rows, lambda row: len(row.cells) > 1):
        if is_table:
            yield Block("table", tuple(group))
        else:
            yield from (Block("line", (row,)) for row in group)


def _folded(blocks: Iterable[Block]) -> Iterator[Block]:
    run: list[Block] = []
    for block in blocks:
        if not block.has_facts:
            run.append(block)
            continue
        yield from _close_run(run, is_followed=True)
        run = []
        yield block
    yield from _close_run(run, is_followed=False)


def _close_run(run: list[Block], *, is_followed: bool) -> Iterator[Block]:
    """A short run stays; a long one folds, save the heading of what follows."""
    if len(run) <= SHOWN_WITHOUT_FACTS:
        yield from run
        return
    kept = run[-1:] if is_followed and run[-1].is_heading else []
    yield Block("fold", inside=tuple(run[: len(run) - len(kept)]))
    yield from kept
