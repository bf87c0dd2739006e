"""Words in a Word file: aligned, indented, in runs."""

from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from doithoai.documents.formats.layout import BODY_PT, INDENT_MM
from doithoai.documents.paper import Align

SIDES = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}

UNWRITABLE = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
"""Signs that XML knows not: one of them, pasted by anyone, would keep a whole paper unwritten."""


def add_words(
    to: Any,
    words: str,
    *,
    align: Align = Align.JUSTIFY,
    size: int = 0,
    is_bold: bool = False,
    is_italic: bool = False,
) -> Any:
    """Add words to a paragraph, or a paragraph of them to a document; returns the paragraph.

    What is not asked for is left to the style. Justified paragraphs are indented.
    """
    is_new = hasattr(to, "add_paragraph")
    paragraph = to.add_paragraph() if is_new else to
    if is_new or not paragraph.runs:
        if align is not Align.LEFT:
            paragraph.alignment = SIDES[align]
        if align is Align.JUSTIFY:
            paragraph.paragraph_format.first_line_indent = Mm(INDENT_MM)
    run = paragraph.add_run(words.translate(UNWRITABLE))
    if is_bold:
        run.bold = True
    if is_italic:
        run.italic = True
    if size:
        run.font.size = Pt(size)
    return paragraph


def paragraph_in(cell: Any, style_id: str) -> Any:
    """The one paragraph every cell begins with, in a style."""
    paragraph = cell.paragraphs[0]
    paragraph._p.style = style_id
    return paragraph


@dataclass(slots=True)
class Side:
    """A cell of a table without rules, written line by line."""

    cell: Any
    is_begun: bool = False

    def add(
        self,
        words: str,
        *,
        size: int = BODY_PT,
        align: Align = Align.CENTRE,
        is_bold: bool = False,
        is_italic: bool = False,
    ) -> Any:
        """The next line."""
        paragraph = self.line()
        add_words(paragraph, words, align=align, size=size, is_bold=is_bold, is_italic=is_italic)
        return paragraph

    def line(self) -> Any:
        """The next line, still empty."""
        paragraph = self.cell.add_paragraph() if self.is_begun else self.cell.paragraphs[0]
        self.is_begun = True
        form = paragraph.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(0), 1.0
        return paragraph
