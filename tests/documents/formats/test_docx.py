"""A Word file keeps the sizes of Nghị định 30/2020/NĐ-CP."""

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from doithoai.documents.formats.docx import write_docx
from doithoai.documents.paper import Column, Paper, Paragraph, Row, RowStyle, Table
from tests.documents.papers import FULL


@pytest.fixture(scope="module")
def document():
    return docx.Document(io.BytesIO(write_docx(FULL)))


def test_pages_are_a4_with_the_decrees_margins(document):
    section = document.sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]


def test_a_wide_annex_lies_on_its_side(document):
    assert document.sections[1].orientation == WD_ORIENT.LANDSCAPE
    assert document.sections[1].page_width > document.sections[1].page_height


def test_every_script_is_times_new_roman_at_14_points(document):
    style = document.styles["Normal"]
    fonts = style.element.rPr.rFonts

    scripts = {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert scripts == {"Times New Roman"}
    assert style.font.size == Pt(14)


def test_running_text_is_indented_and_justified(document):
    said = next(p for p in document.paragraphs if p.text.startswith("Một dòng “trích”"))

    assert said.paragraph_format.first_line_indent == pytest.approx(Mm(12.7), abs=700)
    assert said.alignment == 3


def test_pages_are_numbered_in_the_top_margin_from_the_second_and_anew_in_each_annex(document):
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert section.first_page_header.paragraphs[0].text == ""
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_the_national_title_has_more_than_98_millimetres_without_cell_margins(document):
    table = document.tables[0]

    assert [round(column.width.mm) for column in table.columns] == [62, 103]
    margins = table._tbl.tblPr.find(qn("w:tblCellMar"))
    assert {side.get(qn("w:w")) for side in margins} == {"0"}


def test_the_head_of_a_table_repeats_and_short_rows_stay_whole(document):
    head, *rows = document.tables[1].rows

    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_signs_that_xml_knows_not_keep_no_paper_unwritten():
    odd = Paper(None, "Bảng\x01", "", (Paragraph("Đường\x0b\ufffe hỏng"),))
    written = docx.Document(io.BytesIO(write_docx(odd)))

    assert written.paragraphs[-1].text == "Đường hỏng"


def test_the_row_before_a_total_stays_with_it():
    rows = (Row(("1",)), Row(("2",)), Row(("Tổng cộng",), RowStyle.TOTAL))
    paper = replace(FULL, body=(Table((Column("Tên", 5),), rows),))
    table = docx.Document(io.BytesIO(write_docx(paper))).tables[-1]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]

    assert kept[-3:] == [None, True, None]
