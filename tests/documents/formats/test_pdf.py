"""A PDF carries its fonts, numbers its pages, and takes any text as text."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from doithoai.documents.formats.fonts import faces, has_letters, shipped, usable
from doithoai.documents.formats.pdf import draw_pages, write_pdf
from doithoai.documents.paper import Column, Paragraph, Row, RowStyle, Table
from tests.documents.papers import FULL


def fonts_of(reader):
    return [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]


def test_every_font_is_embedded_and_of_the_chosen_family():
    fonts = fonts_of(PdfReader(io.BytesIO(write_pdf(FULL))))

    family = faces().family.replace(" ", "")
    assert fonts
    for font in fonts:
        described = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert family in font["/BaseFont"].replace(" ", "")
        assert {"/FontFile2", "/FontFile3"} & set(described)


def test_the_font_has_every_vietnamese_letter():
    paths = [path for given in faces().files for path in (sorted(given.rglob("*.ttf")) or [given])]

    assert all(map(has_letters, paths))


def test_a_family_that_lacks_letters_is_passed_over(tmp_path):
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        (tmp_path / f"Tinos-{name}.ttf").write_bytes(b"not a font")

    assert list(usable((tmp_path,))) == []
    assert shipped().family == "Noto Serif"


def test_pages_are_numbered_from_the_second_and_anew_for_each_paper():
    long = replace(FULL, body=tuple(Paragraph("Một dòng.") for _ in range(60)))
    pages = PdfReader(io.BytesIO(write_pdf(long, long))).pages

    tops = [page.extract_text().split("\n")[0].strip() for page in pages]
    assert [top if top.isdigit() else "" for top in tops] == ["", "2", "3", "", "2", "3"]


@pytest.mark.parametrize("text", ['#panic("x")', "$x$", '"); #read("/etc/passwd")', "a\\b", "[*_`"])
def test_text_is_never_taken_for_a_command(text):
    paper = replace(FULL, body=(Paragraph(text),))

    assert text in PdfReader(io.BytesIO(write_pdf(paper))).pages[0].extract_text()


def test_a_row_longer_than_a_page_runs_on(tmp_path):
    table = next(block for block in FULL.body if type(block).__name__ == "Table")
    row = replace(table.rows[1], cells=("1", "Rất dài. " * 900, "01"))
    pages = draw_pages(replace(FULL, body=(replace(table, rows=(row,)),)), ppi=20)

    assert len(pages) > 2


def test_a_total_never_stands_alone_on_a_page():
    columns = (Column("TT", 1), Column("Tên", 5))
    total = Row(("", "Tổng cộng"), RowStyle.TOTAL)
    for count in range(25, 30):
        rows = [Row((str(number), f"Dòng {number}")) for number in range(count)]
        paper = replace(FULL, body=(Table(columns, (*rows, total)),))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(paper))).pages]
        assert "Dòng" in next(page for page in pages if "Tổng cộng" in page)
