"""Lines and tables become logical paragraphs: broken lines joined, page numbers gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from doithoai.reading.passages import Passage, Word, join_words, passage_of, words_in
from doithoai.reading.source import Line, SourceDocument, Table
from doithoai.reading.verbs import first_verb, opens_with_verb
from doithoai.reading.wrapping import COLUMNS, first_line_indent, indent_of, wrap_width
from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.outline import Marker, MarkerKind, read_marker

_RULE = re.compile(r"[\s\-_=*.~–—]{3,}|[\s\-_=*~–—]+")
_PAGE_NUMBER = re.compile(r"(?:trang|page)?\s*[-–—]?\s*(\d{1,3})\s*(?:[-–—]|/\s*\d{1,3})?", re.I)
_FULL_STOP = tuple(".:!?")
_TERMINAL = tuple('.;:!?…”"')
_OPEN_END = re.compile(
    r"\b(?:theo|cua|va|voi|cac|ve|cho|trong|tai|do|de|tu|den|ngay|so|la|nhung|thuoc|nam|thang|gui"
    r"|cung|giua|hoac|bang|duoc|khong|co)$"
)
_OPENING_WORDS = re.compile(r"(?:can cu (?!vao)|noi nhan|tren day la)")
_OVERLONG = 4
_SPLIT_NAME = re.compile(r"(?:thuong binh|truyen hinh|xa hoi|nu cong)\b")
_BULLETS = (MarkerKind.DASH, MarkerKind.PLUS, MarkerKind.BULLET)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its marker if any, its words, and how the source sets it."""

    marker: Marker | None
    body: Passage
    columns: tuple[Passage, ...]
    line: int
    end_line: int
    level: int = 0
    bold: bool = False
    centred: bool = False
    gap: bool = False

    @property
    def kind(self) -> MarkerKind | None:
        """The kind of marker that opens the paragraph."""
        return self.marker.kind if self.marker else None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, cell by cell."""

    line: int
    cells: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the source."""

    rows: tuple[Row, ...]
    bordered: bool = True

    @property
    def line(self) -> int:
        """The first line of the table."""
        return self.rows[0].line

    @property
    def end_line(self) -> int:
        """The last line of the table."""
        return self.rows[-1].line


Item = Block | Grid


@dataclass(slots=True)
class _Draft:
    """A paragraph still growing."""

    first: Line
    marker: Marker | None
    words: list[Word]
    columns: tuple[Passage, ...]
    gap: bool
    last: Line = field(init=False)
    length: int = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.first
        self.length = sum(len(word.text) + 1 for word in self.words)

    def ends(self) -> str:
        return self.words[-1].text if self.words else ""

    def grow(self, words: list[Word], line: Line) -> None:
        self.words += words
        self.length += sum(len(word.text) + 1 for word in words)
        self.last = line

    def waits_for(self, rest: str) -> bool:
        """Whether it is a heading without a verb, and `rest` the first task under it."""
        if self.marker is None or self.marker.kind in _BULLETS or not opens_with_verb(rest):
            return False
        return first_verb(join_words(self.words)) is None

    def finished(self) -> Block:
        body = join_words(self.words)
        return Block(
            self.marker,
            body,
            self.columns,
            self.first.number,
            self.last.number,
            self.first.level,
            self.first.bold,
            self.first.centred,
            self.gap,
        )


def read_blocks(document: SourceDocument) -> tuple[Item, ...]:
    """The whole document as paragraphs and tables, in order."""
    return tuple(_Joiner(document).items())


class _Joiner:
    """Walks the elements once and decides where one paragraph ends."""

    def __init__(self, document: SourceDocument) -> None:
        self.document = document
        self.width = wrap_width(document)
        self.indent = first_line_indent(document)
        self.draft: _Draft | None = None
        self.gap = False
        self.page_break = False
        self.next_page = 2
        self.last_number = 0

    def items(self) -> Iterator[Item]:
        for element in self.document.elements:
            if isinstance(element, Table):
                yield from self._flush()
                if element.rows:
                    yield _grid(element)
                    self.last_number = element.rows[-1].number
            elif element.text.strip() or element.marker:
                self._look_between(element)
                if not self._is_furniture(element):
                    yield from self._take(element)
                self.last_number = element.number
        yield from self._flush()

    def _look_between(self, line: Line) -> None:
        """Blank lines before a line part paragraphs; a page number left out is a page's end."""
        skipped = self.document.lines[self.last_number : line.number - 1]
        if skipped:
            self.gap = True
        if any(re.search(r"\d", text) and len(text) < 40 for text in skipped):
            self.page_break = True

    def _flush(self) -> Iterator[Block]:
        if self.draft is not None:
            yield self.draft.finished()
        self.draft = None
        self.gap = self.page_break = False

    def _is_furniture(self, line: Line) -> bool:
        """A ruled line, or a page number standing alone where the next page is due."""
        text = line.text.strip()
        if _RULE.fullmatch(text) and not line.marker:
            return True
        match = _PAGE_NUMBER.fullmatch(text)
        if not match or line.marker or not self.gap or self._next_is_near(line):
            return False
        number = int(match[1])
        if not self.next_page <= number <= self.next_page + 2:
            return False
        self.next_page = number + 1
        self.page_break = True
        return True

    def _next_is_near(self, line: Line) -> bool:
        return any(text.strip() for text in self.document.lines[line.number : line.number + 1])

    def _take(self, line: Line) -> Iterator[Block]:
        text = line.text.strip()
        marker, rest = _opening(line, text)
        column = self._column(line)
        draft = self.draft
        if draft and draft.last.page != line.page and line.page is not None:
            self.page_break = True
        if draft and self._continues(draft, line, marker, rest):
            joined = rest if marker is None else text.strip()
            start = column + len(text) - len(joined)
            draft.grow(words_in(joined, line.number, start), line)
            self.gap = self.page_break = False
            return
        gap = self.gap
        yield from self._flush()
        start = column + max(len(text) - len(rest), 0)
        words = words_in(rest, line.number, start)
        self.draft = _Draft(line, marker, words, _columns(line, column), gap)

    def _column(self, line: Line) -> int:
        """Where the text of a line begins in the line as shown."""
        shown = self.document.lines[line.number - 1] if line.number else ""
        found = shown.find(line.text.strip()[:12])
        return found if found >= 0 else len(shown) - len(shown.lstrip())

    def _length(self, line: Line) -> int:
        return len(self.document.lines[line.number - 1].rstrip())

    def _continues(self, draft: _Draft, line: Line, marker: Marker | None, rest: str) -> bool:
        if len(draft.columns) > 1 or len(_columns(line)) > 1 or line.marker or not draft.words:
            return False
        if self._opens_paragraph(draft, line, rest):
            return False
        if marker is not None:
            return self._is_false_marker(draft, line, marker, rest)
        if rest[0].islower() or rest[0] in ",;.)":
            return not (draft.ends().endswith(("/.", ".")) and self.gap)
        if not self.gap and self._full(draft, line):
            return True
        return not draft.ends().endswith(_TERMINAL) and self._breaks_off(draft, rest)

    def _opens_paragraph(self, draft: _Draft, line: Line, rest: str) -> bool:
        """Whether its indent or its first words tell that a line opens a paragraph."""
        if self.indent and indent_of(self.document, line) == self.indent:
            return True
        if not rest[:1].isupper():
            return False
        return bool(_OPENING_WORDS.match(fold(rest[:20]))) or draft.waits_for(rest)

    def _breaks_off(self, draft: _Draft, rest: str) -> bool:
        """Whether a paragraph without a full stop was cut by a page or a stray blank line."""
        if rest.isupper():
            return False
        if self.page_break or (rest[0].isdigit() and not self.gap):
            return draft.length >= 50
        tail = fold(" ".join(word.text for word in draft.words[-2:]))
        return draft.length >= 80 and bool(_OPEN_END.search(tail))

    def _is_false_marker(self, draft: _Draft, line: Line, marker: Marker, rest: str) -> bool:
        """A hyphen or number that a broken line has pushed to the margin."""
        if self.gap or not rest or draft.ends().endswith((*_TERMINAL, ",")):
            return False
        if marker.kind is MarkerKind.DASH:
            full = self._full(draft, line)
            split = rest[0].islower() or _SPLIT_NAME.match(fold(rest))
            return full or bool(split and draft.length >= 40)
        if marker.kind in (MarkerKind.ARABIC, MarkerKind.DECIMAL):
            return self._full(draft, line) and not draft.first.bold
        return False

    def _full(self, draft: _Draft, line: Line) -> bool:
        """Whether the first word of `line` would not have fitted on the line before it."""
        if not self.width or draft.last.whole or line.whole:
            return False
        slack = 0
        if self.document.kind == "pdf":
            # Letters have many widths, and a first line is indented.
            slack = self.width // (10 if draft.ends().endswith(_FULL_STOP) else 4)
        elif self._length(draft.last) > self.width + _OVERLONG:
            return False
        first = line.text.split(maxsplit=1)[0]
        return self._length(draft.last) + 1 + len(first) > self.width - slack


def _opening(line: Line, text: str) -> tuple[Marker | None, str]:
    found = read_marker(f"{line.marker} {text}" if line.marker else text)
    if found is None or text[:3].lower() == "v/v":
        return None, text.strip()
    return found


def _columns(line: Line, column: int = 0) -> tuple[Passage, ...]:
    """The pieces of a line that tabs or wide gaps set apart."""
    text = line.text.strip()
    columns: list[Passage] = []
    start = 0
    for match in COLUMNS.finditer(text):
        columns.append(passage_of(text[start : match.start()], line.number, column + start))
        start = match.end()
    columns.append(passage_of(text[start:], line.number, column + start))
    return tuple(piece for piece in columns if piece)


def _grid(table: Table) -> Grid:
    rows = []
    for row in table.rows:
        column, cells = 0, []
        for cell in row.cells:
            cells.append(passage_of(cell, row.number, column))
            column += len(cell) + 1
        rows.append(Row(row.number, tuple(cells)))
    return Grid(tuple(rows), table.bordered)
