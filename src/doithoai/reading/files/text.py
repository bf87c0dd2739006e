"""Plain text and Markdown: pages, tables, and the lines that are left."""

import re
from collections.abc import Sequence
from itertools import accumulate

from doithoai.reading.files.draft import Draft, tidy
from doithoai.reading.files.emphasis import is_all_bold, without_markup, without_stars
from doithoai.reading.files.encodings import decode
from doithoai.reading.files.furniture import page_number_lines, running_lines
from doithoai.reading.source import Line, SourceDocument

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_RULER = re.compile(r"\s*([-*_=])(?:\s*\1){2,}\s*")
_STAR_BULLET = re.compile(r"^([ \t]*)\*([ \t]+)(?=\S)", re.MULTILINE)
_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
_HARD_BREAK = re.compile(r"(?:\s*<br\s*/?>|\\)\s*$", re.IGNORECASE)


def read_text(data: bytes, name: str, kind: str) -> SourceDocument:
    """Read a .txt or .md (`kind`); raises Unreadable when the bytes are no text."""
    text, notes = decode(data)
    pages = [[line.rstrip(" ") for line in tidy(page).split("\n")] for page in text.split("\f")]
    shown = [line for page in pages for line in page]
    starts = list(accumulate(map(len, pages), initial=0))
    numbers = page_number_lines(shown)
    unread = numbers | {starts[page] + index for page, index in running_lines(pages)}
    page_of = _page_of_each_line(len(shown), numbers, starts[1:-1])
    draft = Draft()
    for index, (line, plain) in enumerate(zip(shown, _stripped(shown, kind), strict=True)):
        number = draft.show(line)
        if index not in unread and not _RULER.fullmatch(plain):
            page = page_of[index] if page_of[-1] > 1 else None
            draft.keep(_line(number, plain, line, page))
    return draft.finish(name, kind, notes)


def _stripped(shown: Sequence[str], kind: str) -> list[str]:
    """The lines without markup, as many as before."""
    if kind == "txt":
        return without_stars("\n".join(shown)).split("\n")
    plain = "\n".join(_HARD_BREAK.sub("", _QUOTED.sub("", line)) for line in shown)
    return without_markup(_STAR_BULLET.sub(r"\1-\2", plain)).split("\n")


def _page_of_each_line(count: int, numbers: set[int], breaks: Sequence[int]) -> list[int]:
    """The page of every line: a form feed opens one, and so does a page number without it."""
    opened = set(breaks) or {index + 1 for index in numbers}
    pages, page = [], 1
    for index in range(count):
        page += index in opened
        pages.append(page)
    return pages


def _line(number: int, text: str, shown: str, page: int | None) -> Line:
    heading = _HEADING.fullmatch(text)
    bold = heading is not None or is_all_bold(shown)
    return Line(number, heading.group(1) if heading else text, page, bold=bold)
