"""How a Word file begins: letterhead, title, head of an annex."""

from typing import Any

from docx.shared import Mm, Pt

from doithoai.documents.formats import docx_marks as marks
from doithoai.documents.formats.docx_words import Side, add_words
from doithoai.documents.formats.layout import LETTERHEAD_MM, text_width_mm
from doithoai.documents.paper import MOTTO, NATION, Align, AnnexBreak, Letterhead, Paper

TITLE_STYLE = "Heading 1"
MOTTO_MM, ISSUER_RULE_MM, TITLE_RULE_MM = 66, 24, 36


def put_letterhead(document: Any, head: Letterhead, width_mm: float) -> None:
    """Issuer and motto side by side, under them number and place with day."""
    issuer_mm = width_mm * LETTERHEAD_MM / text_width_mm(is_landscape=False)
    widths = [issuer_mm, width_mm - issuer_mm]
    table = document.add_table(rows=2, cols=2)
    marks.fix_table(table, widths, ruled=False)
    for row in table.rows:
        marks.place_cells(row, widths)
    (issuer, nation), (number, day) = (list(map(Side, row.cells)) for row in table.rows)
    for line in head.parent:
        issuer.add(line, size=13)
    for line in head.issuer:
        issuer.add(line, size=13, is_bold=True)
    marks.rule_off(issuer.line(), widths[0], ISSUER_RULE_MM)
    nation.add(NATION, size=13, is_bold=True)
    nation.add(MOTTO, is_bold=True)
    marks.rule_off(nation.line(), widths[1], MOTTO_MM)
    number.add(head.number, size=13)
    if head.about:
        number.add(head.about, size=12).paragraph_format.space_before = Pt(6)
    day.add(head.place_and_day, is_italic=True)


def put_title(document: Any, paper: Paper, width_mm: float) -> None:
    """The kind of paper in capitals, its subject, a short rule."""
    _put_kind(document, paper.title).paragraph_format.space_before = Pt(14)
    if paper.subject:
        subject = add_words(document, paper.subject, align=Align.CENTRE, is_bold=True)
        form = subject.paragraph_format
        form.left_indent = form.right_indent = Mm(5)
    _put_rule(document, width_mm)


def put_annex_title(document: Any, annex: AnnexBreak, width_mm: float) -> None:
    """`Phụ lục I`, its title, what it belongs to, a short rule."""
    if annex.label:
        add_words(document, annex.label, align=Align.CENTRE, is_bold=True)
    _put_kind(document, annex.title)
    if annex.attached:
        add_words(document, annex.attached, align=Align.CENTRE, is_italic=True)
    _put_rule(document, width_mm)


def _put_kind(document: Any, words: str) -> Any:
    paragraph = document.add_paragraph(style=TITLE_STYLE)
    return add_words(paragraph, words, align=Align.CENTRE)


def _put_rule(document: Any, width_mm: float) -> None:
    paragraph = document.add_paragraph()
    marks.rule_off(paragraph, width_mm, TITLE_RULE_MM)
    paragraph.paragraph_format.space_after = Pt(6)
