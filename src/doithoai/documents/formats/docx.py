"""Papers as Word files that offices go on editing."""

import io
from functools import singledispatch
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from doithoai.documents.formats import docx_marks as marks
from doithoai.documents.formats import layout
from doithoai.documents.formats.docx_letterhead import (
    TITLE_STYLE,
    put_annex_title,
    put_letterhead,
    put_title,
)
from doithoai.documents.formats.docx_words import UNWRITABLE, Side, add_words, paragraph_in
from doithoai.documents.paper import (
    Addressees,
    Align,
    Block,
    Bullets,
    Closing,
    Heading,
    Labelled,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    QrCode,
    QuestionAnswer,
    Row,
    RowStyle,
    Sheet,
    Signature,
    Table,
    addressee_lines,
    name_of,
    numbered_bullets,
    recipient_lines,
    sheets_of,
    with_next,
)
from doithoai.vietnamese.qr import as_png

UPRIGHT = {"Normal", "Heading 4"}
CELL_STYLES = {layout.TABLE_PT: "TableText", layout.COMPACT_PT: "TableTextCompact"}
HEADING_STYLES = {0: "Heading 2", 1: "Heading 2", 2: "Heading 3", 3: "Heading 4"}


def write_docx(*papers: Paper) -> bytes:
    """One Word file of all the papers, each numbering its own pages."""
    word_file = docx.Document()
    _set_styles(word_file)
    marks.number_header(word_file.sections[0])
    sheets = [(paper, sheet) for paper in papers for sheet in sheets_of(paper)]
    for place, (paper, sheet) in enumerate(sheets):
        section = (
            word_file.sections[0] if place == 0 else word_file.add_section(WD_SECTION.NEW_PAGE)
        )
        _set_page(section, sheet)
        _open_sheet(word_file, paper, sheet)
        for block, stays in with_next(sheet.blocks):
            ink(block, word_file, sheet)
            if stays:
                word_file.paragraphs[-1].paragraph_format.keep_with_next = True
    first = papers[0]
    issuer = " ".join(first.letterhead.issuer) if first.letterhead else ""
    word_file.core_properties.title = name_of(first).translate(UNWRITABLE)[:255]
    word_file.core_properties.author = issuer.translate(UNWRITABLE)[:255]
    word_file.core_properties.language = "vi-VN"
    content = io.BytesIO()
    word_file.save(content)
    return content.getvalue()


def _set_styles(document: Any) -> None:
    for name in ("Normal", TITLE_STYLE, *sorted({*HEADING_STYLES.values()})):
        style = document.styles[name]
        marks.set_font(style, layout.BODY_PT)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold, style.font.italic = name not in UPRIGHT, False
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(6), Pt(0), 1.15
    document.styles["Header"].paragraph_format.space_before = Pt(0)
    for size, name in CELL_STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        marks.set_font(style, size)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(2), Pt(2), 1.0


def _set_page(section: Any, sheet: Sheet) -> None:
    width, height = layout.PAGE_MM[::-1] if sheet.is_landscape else layout.PAGE_MM
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.is_landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(layout.TOP_MM), Mm(layout.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(layout.LEFT_MM), Mm(layout.RIGHT_MM)
    section.header_distance = Mm(10)
    marks.number_from_one(section)


def _open_sheet(document: Any, paper: Paper, sheet: Sheet) -> None:
    width = layout.text_width_mm(is_landscape=sheet.is_landscape)
    if sheet.annex:
        put_annex_title(document, sheet.annex, width)
        return
    if paper.letterhead:
        put_letterhead(document, paper.letterhead, width)
    if paper.title:
        put_title(document, paper, width)
    for basis in paper.bases:
        add_words(document, basis, is_italic=True)


@singledispatch
def ink(block: Block, document: Any, sheet: Sheet) -> None:
    """Write one block at the end of the document."""
    raise TypeError(f"No such block: {type(block).__name__}")


@ink.register
def _heading(block: Heading, document: Any, sheet: Sheet) -> None:
    centred = block.level == 0
    paragraph = document.add_paragraph(style=HEADING_STYLES[block.level])
    paragraph.paragraph_format.keep_with_next = True
    add_words(paragraph, block.text, align=Align.CENTRE if centred else Align.JUSTIFY)


@ink.register
def _paragraph(block: Paragraph, document: Any, sheet: Sheet) -> None:
    add_words(
        document, block.text, align=block.align, is_bold=block.is_bold, is_italic=block.is_italic
    )


@ink.register
def _labelled(block: Labelled, document: Any, sheet: Sheet) -> None:
    paragraph = add_words(document, f"{block.label}:", is_bold=not block.is_strong)
    add_words(paragraph, f" {block.text}", is_bold=block.is_strong)


@ink.register(Bullets)
@ink.register(Numbered)
def _list(block: Bullets | Numbered, document: Any, sheet: Sheet) -> None:
    for line in numbered_bullets(block):
        add_words(document, line)


@ink.register
def _addressees(block: Addressees, document: Any, sheet: Sheet) -> None:
    for place, line in enumerate(addressee_lines(block)):
        paragraph = add_words(document, line, align=Align.LEFT)
        paragraph.paragraph_format.left_indent = Mm(25 if place == 0 else 43)


@ink.register
def _question(block: QuestionAnswer, document: Any, sheet: Sheet) -> None:
    asked = add_words(document, f"{block.number}. {block.question}", is_bold=True)
    asked.paragraph_format.keep_with_next = True
    if block.asked_by:
        add_words(document, block.asked_by, is_italic=True)
    if block.answered_by:
        answered = add_words(document, block.answered_by, is_bold=True, is_italic=True)
        answered.paragraph_format.keep_with_next = True
    for line in block.answer:
        add_words(document, line)


@ink.register
def _table(block: Table, document: Any, sheet: Sheet) -> None:
    widths = layout.widths_mm(block.columns, is_landscape=sheet.is_landscape)
    table = document.add_table(rows=0, cols=len(widths))
    marks.fix_table(table, widths, ruled=True)
    head = Row(tuple(column.head for column in block.columns), RowStyle.GROUP)
    centred = [Align.CENTRE] * len(widths)
    marks.repeat_head(_add_row(table, head, centred, block, widths))
    sides = [column.align for column in block.columns]
    for row, after in zip_longest(block.rows, block.rows[1:]):
        added = _add_row(table, row, sides, block, widths)
        if row.style is RowStyle.GROUP or (after and after.style is RowStyle.TOTAL):
            marks.keep_with_next(added)
    document.add_paragraph().paragraph_format.space_before = Pt(0)


def _add_row(table: Any, row: Row, sides: list[Align], block: Table, widths: list[float]) -> Any:
    added = table.add_row()
    marks.place_cells(added, widths)
    if layout.stays_whole(row):
        marks.keep_whole(added)
    cells = list(added.cells)
    if len(row.cells) == 1:
        cells, sides = [cells[0].merge(cells[-1])], [Align.LEFT]
    size = layout.COMPACT_PT if block.is_compact else layout.TABLE_PT
    for cell, words, side in zip(cells, row.cells, sides, strict=True):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        add_words(
            paragraph_in(cell, CELL_STYLES[size]),
            words,
            align=Align.LEFT if side is Align.JUSTIFY else side,
            is_bold=row.style is not RowStyle.PLAIN,
        )
    return added


@ink.register
def _closing(block: Closing, document: Any, sheet: Sheet) -> None:
    width = layout.text_width_mm(is_landscape=sheet.is_landscape)
    lines = recipient_lines(block)
    has_left = bool(lines) or len(block.signatures) == 1
    columns = len(block.signatures) + has_left
    table = document.add_table(rows=1, cols=columns)
    widths = [width / columns] * columns
    marks.fix_table(table, widths, ruled=False)
    marks.place_cells(table.rows[0], widths)
    marks.keep_whole(table.rows[0])
    cells = list(table.rows[0].cells)
    if has_left:
        _put_recipients(cells.pop(0), lines)
    for cell, signature in zip(cells, block.signatures, strict=True):
        _put_signature(cell, signature)


def _put_recipients(cell: Any, lines: list[str]) -> None:
    side = Side(cell)
    if lines:
        side.add("Nơi nhận:", size=12, align=Align.LEFT, is_bold=True, is_italic=True)
    for line in lines:
        side.add(line, size=11, align=Align.LEFT)


def _put_signature(cell: Any, signature: Signature) -> None:
    side = Side(cell)
    for line in signature.capacity:
        side.add(line, is_bold=True)
    if signature.note:
        side.add(signature.note, size=13, is_italic=True)
    for _ in range(4):
        side.add("")
    side.add(signature.name, is_bold=True)


@ink.register
def _page_break(block: PageBreak, document: Any, sheet: Sheet) -> None:
    document.add_page_break()


@ink.register
def _qr(block: QrCode, document: Any, sheet: Sheet) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run().add_picture(as_png(block.content), width=Mm(block.width_mm))
    if block.caption:
        add_words(document, block.caption, align=Align.CENTRE, is_italic=True, size=11)
