"""Paragraphs of a Word document: runs, breaks and boxes, as a reader of the page sees them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from doithoai.reading.files.mojibake import is_old_font
from doithoai.reading.files.word.markup import down, switch, value
from doithoai.reading.files.word.numbering import Mark, Numbering
from doithoai.reading.files.word.styles import Look, Styles, look_of

# Deleted and moved-away words, field codes, properties: on no page.
_UNSEEN = frozenset(
    ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "instrText", "delText", "fldData")
    + ("delInstrText", "annotationRef", "footnoteRef", "endnoteRef", "rt")
)
_DRAWN = frozenset(("drawing", "pict", "object", "AlternateContent"))
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CHARACTERS |= {"softHyphen": "\xad"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look; a newline in it is a break within the paragraph."""

    text: str
    font: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, the text boxes anchored in it, and whether its end is deleted (`joins`)."""

    pieces: tuple[Piece, ...]
    mark: Mark | None
    centred: bool
    joins: bool
    boxes: tuple[Element, ...]


class Paragraphs:
    """Reads paragraphs one after another, so that the numbering counts on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self.hidden = 0

    def read(self, element: Element) -> Paragraph:
        """Read one w:p."""
        properties = element.find("pPr")
        style = value(properties, "pStyle")
        look = look_of(None, properties).over(self._styles.paragraph(style))
        direct = look_of(None, properties).level
        boxes: list[Element] = []
        pieces = tuple(self._pieces(element, look, boxes))
        mark = self._numbering.mark(look.list_id, direct, style)
        joins = down(properties, "rPr", "del") is not None
        return Paragraph(pieces, mark, bool(look.centred), joins, tuple(boxes))

    def _pieces(self, parent: Element, look: Look, boxes: list[Element]) -> Iterator[Piece]:
        for child in parent:
            if child.tag in _UNSEEN or switch(child.find("sdtPr"), "showingPlcHdr"):
                continue
            if child.tag in _DRAWN:
                boxes.extend(text_boxes(child))
            elif child.tag == "r":
                yield from self._run(child, look, boxes)
            else:
                yield from self._pieces(child, look, boxes)

    def _run(self, run: Element, under: Look, boxes: list[Element]) -> Iterator[Piece]:
        properties = run.find("rPr")
        character = self._styles.character(value(properties, "rStyle"))
        look = look_of(properties).over(character).over(under)
        text = "".join(self._texts(run, boxes))
        if look.hidden:
            self.hidden += bool(text.strip())
            return
        font = look.font or ""
        if look.capitals and not is_old_font(font):
            text = text.upper()
        if text:
            yield Piece(text, font, bool(look.bold), bool(look.italic))

    def _texts(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        for child in run:
            if child.tag == "t":
                yield child.text or ""
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag == "sym":
                yield _symbol(child.get("char", ""))
            elif child.tag in _DRAWN:
                boxes.extend(text_boxes(child))


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once though Word stores them twice."""
    if element.tag == "txbxContent":
        yield element
        return
    for child in element:
        found = list(text_boxes(child))
        yield from found
        if found and element.tag == "AlternateContent":
            return


def split_at_breaks(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each printed line of a paragraph with breaks in it."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(_retold(piece, first))
        lines.extend([_retold(piece, text)] for text in others)
    return lines


def _retold(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.font, piece.bold, piece.italic)


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
