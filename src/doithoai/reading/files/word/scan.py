"""First pass over a .docx: paragraphs and tables in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from doithoai.reading.files.budget import Budget
from doithoai.reading.files.word.numbering import Numbering
from doithoai.reading.files.word.package import Parts
from doithoai.reading.files.word.paragraphs import Paragraph, Paragraphs, Piece
from doithoai.reading.files.word.styles import Styles
from doithoai.reading.files.word.tables import has_lines, rows_of

_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_PARAGRAPH_STEPS = 100
_TRACKED = (
    "Tệp còn dấu sửa đổi (Track Changes); đã đọc như khi chấp nhận mọi sửa đổi, cần soát lại."
)
_HIDDEN = "Tệp có chữ ẩn; phần chữ ẩn không được đọc."
_EMBEDDED = (
    "Tệp có phần nhúng từ tệp khác không đọc được; mở bằng Word, lưu lại rồi tải lên để đọc đủ."
)
_FOOTNOTES = "Tệp có chú thích cuối trang; lời chú thích được chép ở cuối, không đưa vào kế hoạch."


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each a list of what stands in it."""

    rows: tuple[tuple[tuple[Paragraph | Grid, ...], ...], ...]
    lined: bool


Block = Paragraph | Grid


class Scan:
    """Reads the body once, counting the numbering as it goes."""

    def __init__(self, parts: Parts) -> None:
        self._document = parts.document
        self._styles = Styles(parts.styles)
        self._paragraphs = Paragraphs(self._styles, Numbering(parts.numbering, self._styles))
        self._embedded = False
        self._budget = Budget()

    def body(self) -> list[Block]:
        """Everything in the body of the document."""
        return [block for body in self._document.iter("body") for block in self._blocks(body)]

    def footnotes(self, root: Element | None) -> list[Block]:
        """The footnotes the author wrote, without Word's separators."""
        written = root.findall("footnote") if root is not None else []
        return [b for note in written if note.get("type") is None for b in self._blocks(note)]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the official should know about how the file was read."""
        changed = any(next(self._document.iter(tag), None) is not None for tag in ("ins", "del"))
        footnoted = next(self._document.iter("footnoteReference"), None) is not None
        said = (
            (changed, _TRACKED),
            (self._paragraphs.hidden > 0, _HIDDEN),
            (self._embedded, _EMBEDDED),
            (footnoted, _FOOTNOTES),
        )
        return tuple(note for holds, note in said if holds)

    def _blocks(self, parent: Element) -> Iterator[Block]:
        open_end: Paragraph | None = None
        for child in self._unwrapped(parent):
            if child.tag == "tbl":
                yield self._grid(child)
            elif child.tag == "p":
                self._budget.spend(_PARAGRAPH_STEPS)
                paragraph = _joined(open_end, self._paragraphs.read(child))
                open_end = paragraph if paragraph.joins else None
                if open_end is None:
                    yield paragraph
                for box in paragraph.boxes:
                    yield from self._blocks(box)
        if open_end is not None:
            yield open_end

    def _unwrapped(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            if child.tag in _WRAPPERS:
                yield from self._unwrapped(child)
            elif child.tag == "AlternateContent" and len(child):
                yield from self._unwrapped(child[0])
            else:
                self._embedded = self._embedded or child.tag == "altChunk"
                yield child

    def _grid(self, table: Element) -> Grid:
        rows = tuple(
            tuple(() if cell.content is None else tuple(self._blocks(cell.content)) for cell in row)
            for row in rows_of(table)
        )
        return Grid(rows, has_lines(table, self._styles))


def _joined(open_end: Paragraph | None, paragraph: Paragraph) -> Paragraph:
    """A paragraph after one whose end was deleted: the two are one."""
    if open_end is None:
        return paragraph
    return Paragraph(
        open_end.pieces + paragraph.pieces,
        open_end.mark or paragraph.mark,
        paragraph.centred,
        paragraph.joins,
        paragraph.boxes,
    )


def pieces_of(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Every piece of text in these blocks."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.pieces
        else:
            for row in block.rows:
                for cell in row:
                    yield from pieces_of(cell)
