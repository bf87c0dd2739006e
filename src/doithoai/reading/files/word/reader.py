"""A .docx read in two passes: first what stands on the page, then its text in Unicode."""

from collections.abc import Iterator, Sequence

from doithoai.reading.files.columns import is_ordinal_heading
from doithoai.reading.files.draft import Draft, is_letterhead, line_by_line, tidy
from doithoai.reading.files.mojibake import Repair
from doithoai.reading.files.word.package import open_parts
from doithoai.reading.files.word.paragraphs import Paragraph, Piece, split_at_breaks
from doithoai.reading.files.word.scan import Block, Grid, Scan, pieces_of
from doithoai.reading.source import Line, SourceDocument

_SENTENCE_ENDS = tuple(".;:!?/")


def read_word(data: bytes, name: str) -> SourceDocument:
    """Read a .docx; raises Unreadable when the package is broken, unsafe or empty."""
    parts = open_parts(data)
    scan = Scan(parts)
    blocks = scan.body()
    notes_below = scan.footnotes(parts.footnotes)
    repair = Repair((piece.text, piece.font) for piece in pieces_of([*blocks, *notes_below]))
    page = _Page(repair)
    for block in blocks:
        page.put(block)
    for note in notes_below:
        page.put_below(note)
    return page.draft.finish(name, "docx", (*repair.notes, *scan.notes))


class _Page:
    """Second pass: the text of every block, clean and in Unicode, put into the draft."""

    def __init__(self, repair: Repair) -> None:
        self.draft = Draft()
        self._repair = repair

    def put(self, block: Block) -> None:
        """Put one block, in order."""
        if isinstance(block, Paragraph):
            for line in self._lines(block):
                self.draft.add(line)
        elif _is_frame(block):
            for inner in (inner for row in block.rows for cell in row for inner in cell):
                self.put(inner)
        else:
            self._put_table(block)

    def put_below(self, block: Block) -> None:
        """Show a footnote under the text, outside the elements."""
        for text in self._texts(block):
            self.draft.show(text)

    def _put_table(self, grid: Grid) -> None:
        width = max(map(len, grid.rows))
        rows = [
            ["\n".join(self._texts(*cell)) for cell in row] + [""] * (width - len(row))
            for row in grid.rows
        ]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        tabular = grid.lined or is_ordinal_heading(rows[0][0]) or min(len(rows), width) > 2
        if tabular and not is_letterhead(rows):
            self.draft.add_table(rows)
        else:
            self.draft.add_table(list(line_by_line(rows)), bordered=False)

    def _texts(self, *blocks: Block) -> Iterator[str]:
        """The filled lines of a cell or a note, with their marks."""
        for block in blocks:
            if isinstance(block, Paragraph):
                lines = (f"{line.marker} {line.text}".strip() for line in self._lines(block))
                yield from (line.replace("\t", " ") for line in lines if line)
            else:
                for row in block.rows:
                    yield " ".join(text for cell in row for text in self._texts(*cell))

    def _lines(self, paragraph: Paragraph) -> Iterator[Line]:
        marker = self._marker(paragraph)
        level = paragraph.mark.level if paragraph.mark else 0
        for text, pieces in self._printed(paragraph):
            words = [piece for piece in pieces if piece.text.strip()]
            yield Line(
                0,
                text,
                marker=marker,
                level=level,
                bold=bool(words) and all(piece.bold for piece in words),
                italic=bool(words) and all(piece.italic for piece in words),
                centred=paragraph.centred,
                whole=True,
            )
            marker = ""

    def _printed(self, paragraph: Paragraph) -> list[tuple[str, list[Piece]]]:
        """The printed lines of a paragraph; a break inside a sentence is only a space."""
        lines: list[tuple[list[str], list[Piece]]] = []
        for pieces in split_at_breaks(paragraph.pieces):
            text = self._unicode(pieces)
            before = lines[-1][0][-1] if lines else ""
            if before and text[:1].islower() and not before.endswith(_SENTENCE_ENDS):
                lines[-1][0].append(text)
                lines[-1][1].extend(pieces)
            else:
                lines.append(([text], pieces))
        return [(" ".join(texts), pieces) for texts, pieces in lines]

    def _marker(self, paragraph: Paragraph) -> str:
        if paragraph.mark is None:
            return ""
        font = paragraph.mark.font or next((piece.font for piece in paragraph.pieces), "")
        return tidy(self._repair.words([(paragraph.mark.text, font)])).strip()

    def _unicode(self, pieces: Sequence[Piece]) -> str:
        return tidy(self._repair.words((piece.text, piece.font) for piece in pieces)).strip(" ")


def _is_frame(grid: Grid) -> bool:
    """A table of one column, or one drawn around another table: only a frame."""
    nested = any(isinstance(inner, Grid) for row in grid.rows for cell in row for inner in cell)
    return max(map(len, grid.rows), default=0) < 2 or (nested and len(grid.rows) < 3)
