"""Plain text and Markdown: pages, tables, and the lines that are left."""

import re
from collections.abc import Sequence

from doithoai.reading.files.columns import Block, barred, tabbed
from doithoai.reading.files.draft import Draft, tidy
from doithoai.reading.files.emphasis import is_all_bold, without_markup, without_stars
from doithoai.reading.files.encodings import decode
from doithoai.reading.files.furniture import page_number_lines, running_lines
from doithoai.reading.source import Line, SourceDocument, TableRow

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_RULER = re.compile(r"\s*([-*_=])(?:\s*\1){2,}\s*")
_STAR_BULLET = re.compile(r"(\s*)\*(\s+)(?=\S)")
_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
_HARD_BREAK = re.compile(r"(?:\s*<br\s*/?>|\\)\s*$", re.IGNORECASE)


def read_text(data: bytes, name: str, kind: str) -> SourceDocument:
    """Read a .txt or .md (`kind`); raises Unreadable when the bytes are no text."""
    text, notes = decode(data)
    pages = [[line.rstrip(" ") for line in tidy(page).split("\n")] for page in text.split("\f")]
    shown = [line for page in pages for line in page]
    draft = Draft()
    for line in shown:
        draft.show(line)
    _Text(draft, _stripped(shown, kind), shown, pages).read()
    return draft.finish(name, kind, notes)


def _stripped(shown: Sequence[str], kind: str) -> list[str]:
    """The lines without markup, as many as before."""
    if kind == "txt":
        return without_stars("\n".join(shown)).split("\n")
    plain = "\n".join(_HARD_BREAK.sub("", _QUOTED.sub("", line)) for line in shown)
    return without_markup(_STAR_BULLET.sub(r"\1-\2", plain)).split("\n")


class _Text:
    """One pass over the lines of a text, from top to bottom."""

    def __init__(
        self, draft: Draft, lines: list[str], shown: list[str], pages: list[list[str]]
    ) -> None:
        self._draft, self._lines, self._shown = draft, lines, shown
        starts = [0]
        for page in pages:
            starts.append(starts[-1] + len(page))
        numbers = page_number_lines(shown)
        self._skipped = numbers | {starts[page] + index for page, index in running_lines(pages)}
        self._page_of = _page_of_each_line(len(shown), numbers, starts[1:-1])
        for index in self._skipped:
            lines[index] = ""

    def read(self) -> None:
        """Turn every line into an element, or part of one."""
        index = 0
        while index < len(self._lines):
            block = self._table_at(index)
            if block:
                self._keep(block)
            else:
                self._keep_line(index)
            index = block.end if block else index + 1

    def _table_at(self, index: int) -> Block | None:
        line = self._lines[index]
        if "\t" in line:
            return tabbed(self._lines, index)
        return barred(self._lines, index) if "|" in line or line.startswith("+-") else None

    def _page(self, index: int) -> int | None:
        return self._page_of[index] if self._page_of[-1] > 1 else None

    def _keep(self, block: Block) -> None:
        rows = tuple(TableRow(index + 1, tuple(cells)) for index, cells in block.rows)
        self._draft.keep_table(rows, page=self._page(block.rows[0][0]))

    def _keep_line(self, index: int) -> None:
        line = self._lines[index]
        if index in self._skipped or _RULER.fullmatch(line):
            return
        heading = _HEADING.fullmatch(line)
        text = heading.group(1) if heading else line.rstrip()
        bold = heading is not None or is_all_bold(self._shown[index])
        self._draft.keep(Line(index + 1, text, self._page(index), bold=bold))


def _page_of_each_line(count: int, numbers: set[int], breaks: Sequence[int]) -> list[int]:
    """The page of every line: a form feed opens one, and so does a page number without it."""
    opened = set(breaks) or {index + 1 for index in numbers}
    pages, page = [], 1
    for index in range(count):
        page += index in opened
        pages.append(page)
    return pages
