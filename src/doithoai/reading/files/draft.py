"""A document in the making: lines get their numbers here, and text its one clean form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from doithoai.reading.files.columns import with_tables
from doithoai.reading.source import Line, SourceDocument, Table, TableRow, Unreadable
from doithoai.vietnamese.letters import nfc

MOST_CHARACTERS = 1_000_000
MOST_LINES = 40_000
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Bullets of Symbol and Wingdings, which Word keeps in the private use area.
_BULLETS = str.maketrans({chr(code): "•" for code in range(0xF020, 0xF0FF)} | {"\uf02d": "-"})
# The national motto, the number line and the signature block: text laid out in a table.
_LETTERHEAD = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|Nơi nhận\s*:|^\s*(?:TM|KT|TL|TUQ|Q)\.\s",
    re.MULTILINE | re.IGNORECASE,
)
TOO_LONG = (
    "Tệp dài hơn mọi kế hoạch (trên 300 trang chữ); giữ lại phần kế hoạch và phụ lục của nó "
    "rồi tải lên lại."
)


def tidy(text: str) -> str:
    """Text in NFC, without marks nobody sees; tabs and newlines stay."""
    return _UNSEEN.sub("", nfc(text.translate(_BULLETS)))


def is_letterhead(rows: Iterable[Sequence[str]]) -> bool:
    """Whether a table only lays out the national motto, a letterhead or a signature block."""
    return any(_LETTERHEAD.search(cell) for cells in rows for cell in cells)


def line_by_line(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Rows of a layout table as the lines of the page: left and right cell side by side."""
    for cells in rows:
        yield from zip_longest(*(cell.split("\n") for cell in cells), fillvalue="")


class Draft:
    """Collects a document's lines and elements in reading order; raises Unreadable when huge."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._elements: list[Line | Table] = []
        self._characters = 0
        self._has_text = False

    def show(self, raw: str = "") -> int:
        """Add a line a person sees (empty: a blank line) and return its number."""
        self._characters += len(raw)
        if self._characters > MOST_CHARACTERS or len(self._lines) >= MOST_LINES:
            raise Unreadable(TOO_LONG)
        self._lines.append(raw)
        return len(self._lines)

    def add(self, line: Line, raw: str | None = None) -> None:
        """Show a line and keep it; its number is given here, `raw` is how a person sees it."""
        shown = f"{line.marker} {line.text}".strip() if raw is None else raw
        self.keep(replace(line, number=self.show(shown)))

    def keep(self, line: Line) -> None:
        """Keep a line that is already shown; a blank one parts its neighbours."""
        self._elements.append(line)
        self._has_text = self._has_text or bool(line.text.strip())

    def add_table(
        self, rows: Sequence[Sequence[str]], *, page: int | None = None, bordered: bool = True
    ) -> None:
        """Show a table, one line a row with tabs between the cells, and keep it."""
        numbered = [
            TableRow(self.show("\t".join(cells).replace("\n", " ")), tuple(cells)) for cells in rows
        ]
        self._elements.append(Table(tuple(numbered), page, bordered))
        self._has_text = True

    def finish(self, name: str, kind: str, notes: Iterable[str] = ()) -> SourceDocument:
        """The document; raises Unreadable when it holds no text at all."""
        if not self._has_text:
            raise Unreadable("Tệp không có chữ nào; kiểm tra lại tệp kế hoạch rồi tải lên lại.")
        elements = tuple(map(_with_layout, with_tables(self._elements)))
        return SourceDocument(name, kind, tuple(self._lines), elements, tuple(notes))


def _with_layout(element: Line | Table) -> Line | Table:
    if isinstance(element, Table) and is_letterhead(row.cells for row in element.rows):
        return replace(element, bordered=False)
    return element
