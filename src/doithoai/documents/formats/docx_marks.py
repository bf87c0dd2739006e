"""What python-docx has no word for: fonts of every script, rules, fixed tables, page numbers."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
BORDERS_COME_BEFORE = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def set_font(style: Any, size: int) -> None:
    """Times New Roman for every script of a style, black, `size` points."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def rule_off(paragraph: Any, width_mm: float, line_mm: float) -> None:
    """Make an empty paragraph a rule of `line_mm` in the middle of `width_mm`."""
    border = OxmlElement("w:pBdr")
    border.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(border, *BORDERS_COME_BEFORE)
    side = Mm((width_mm - line_mm) / 2)
    form = paragraph.paragraph_format
    form.left_indent, form.right_indent, form.first_line_indent = side, side, Mm(0)
    form.space_before, form.space_after, form.line_spacing = Pt(2), Pt(0), Pt(4)


def fix_table(table: Any, widths_mm: list[float], *, ruled: bool) -> None:
    """Give a table exact widths; without rules its cells have no margins."""
    table.autofit = False
    if ruled:
        table.style = "Table Grid"
    else:
        margins = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(_element(f"w:{side}", w="0", type="dxa"))
        table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)


def place_cells(row: Any, widths_mm: list[float]) -> None:
    """Repeat the widths on the cells: Word reads them there."""
    for cell, width in zip(row.cells, widths_mm, strict=True):
        cell.width = Mm(width)


def keep_with_next(row: Any) -> None:
    """Keep a row on the page of the one after it: a heading, or what a total adds up."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def keep_whole(row: Any) -> None:
    """Never part this row between two pages."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def repeat_head(row: Any) -> None:
    """Show this row again at the top of every page."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def number_header(section: Any) -> None:
    """The page number in the middle of the top margin; later sections take the header over."""
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for part in (
        _element("w:fldChar", fldCharType="begin"),
        _instruction("PAGE"),
        _element("w:fldChar", fldCharType="end"),
    ):
        run._r.append(part)


def number_from_one(section: Any) -> None:
    """Count this section's pages from one, the first without its number."""
    section.different_first_page_header_footer = True
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    number = _element("w:pgNumType", start="1")
    section._sectPr.insert_element_before(number, "w:cols", "w:titlePg", "w:docGrid")


def _instruction(words: str) -> Any:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = words
    return element


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
