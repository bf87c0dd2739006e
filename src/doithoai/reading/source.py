"""What every kind of file becomes before it is read: lines a person can see, and elements."""

from dataclasses import dataclass


class Unreadable(Exception):
    """The file cannot be read; its text is one Vietnamese sentence that says what to do."""


class NotAPlan(Unreadable):
    """The file holds text, but not the text of a plan; raised by the engine, never by a reader."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph (`whole`) or one physical line of the text.

    `text` is NFC without a newline and without the mark of automatic numbering, which stands in
    `marker` ("I.", "1.1.", "a)", "-", "•"); `number` is its place in `SourceDocument.lines`,
    counted from 1. A blank line keeps its place, with an empty `text`.
    """

    number: int
    text: str
    page: int | None = None
    marker: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `number` is its line in `SourceDocument.lines`, where tabs join the cells.

    A cell of several paragraphs keeps them apart with newlines; merged cells are filled once.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table in reading order; `bordered` is False for layout (letterhead, signature block)."""

    rows: tuple[TableRow, ...]
    page: int | None = None
    bordered: bool = True


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file opened: all its lines as shown to a person, and the elements the engine reads.

    `kind` is "txt", "md", "docx" or "pdf"; `notes` are Vietnamese sentences about what was done
    to the file on the way (converted from TCVN3, wrong extension …).
    """

    name: str
    kind: str
    lines: tuple[str, ...]
    elements: tuple[Line | Table, ...]
    notes: tuple[str, ...] = ()


def open_source(data: bytes, name: str) -> SourceDocument:
    """Open a .txt, .md, .docx or .pdf by its content; raises Unreadable."""
    from doithoai.reading.files.opening import open_file  # the readers build on this module

    return open_file(data, name)
