"""A Word document is read as its page shows it."""

import io
import zipfile

import docx
import pytest

from doithoai.reading.files.word.reader import read_word
from doithoai.reading.source import Line, Table
from tests.reading.files.old_encodings import to_tcvn3, to_vni
from tests.reading.files.word_files import (
    LINED,
    cell,
    item,
    level,
    lists,
    package,
    paragraph,
    table,
    word_file,
    words,
)


def opened(body, **parts):
    return read_word(word_file(body, **parts), "ke-hoach.docx")


def texts(body, **parts):
    return [line.text for line in opened(body, **parts).elements if isinstance(line, Line)]


def rows(body):
    (found,) = [part for part in opened(body).elements if isinstance(part, Table)]
    return [row.cells for row in found.rows]


def test_paragraphs_and_tables_come_in_the_order_of_the_body():
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH").runs[0].bold = True
    grid = document.add_table(2, 3, style="Table Grid")
    for place, text in enumerate(("TT", "Việc", "Hạn", "1", "Họp", "10/5")):
        grid.rows[place // 3].cells[place % 3].text = text
    document.add_paragraph("Nơi nhận:")
    held = io.BytesIO()
    document.save(held)
    read = read_word(held.getvalue(), "ke-hoach.docx")
    assert read.lines == ("KẾ HOẠCH", "TT\tViệc\tHạn", "1\tHọp\t10/5", "Nơi nhận:")
    first, middle, last = read.elements
    assert first == Line(1, "KẾ HOẠCH", bold=True, whole=True)
    assert (middle.bordered, [row.number for row in middle.rows]) == (True, [2, 3])
    assert last.number == 4


def test_the_mark_is_apart_from_the_text_and_shown_with_it():
    document = opened(item("Mục đích"), numbering=lists(level(0, "upperRoman", "%1.")))
    assert document.lines == ("I. Mục đích",)
    assert (document.elements[0].marker, document.elements[0].text) == ("I.", "Mục đích")


def test_accepted_changes_are_read_and_deleted_words_are_not():
    body = (
        f"<w:p>{words('Họp ')}<w:ins>{words('ngày 5')}</w:ins><w:del><w:r><w:delText>ngày 4"
        f"</w:delText></w:r></w:del><w:moveFrom>{words('cũ')}</w:moveFrom></w:p>"
    )
    document = opened(body)
    assert document.lines == ("Họp ngày 5",)
    assert "Track Changes" in document.notes[0]


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    body = paragraph("Chủ tịch ", "<w:rPr><w:del/></w:rPr>") + paragraph("chủ trì.")
    assert texts(body) == ["Chủ tịch chủ trì."]


def test_content_controls_links_and_fields_are_read_but_prompts_are_not():
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Trong khung')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{words('Cổng')}</w:hyperlink><w:fldSimple>{words(' tỉnh')}"
        f"</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{words('Bấm vào đây')}</w:sdtContent></w:sdt></w:p>"
    )
    assert texts(body) == ["Trong khung", "Cổng tỉnh"]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('Số: 5/KH-UBND')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(f"<w:p>{words('Kế hoạch')}{drawn}</w:p>") == ["Kế hoạch", "Số: 5/KH-UBND"]


def test_a_break_parts_lines_unless_it_stands_inside_a_sentence():
    broken = "</w:t><w:br/><w:t>".join(
        (
            "KẾ HOẠCH",
            "Tổ chức đối thoại",
            "giữa Chủ tịch với thanh niên",
            "Nơi nhận:",
            "- Như trên;",
        )
    )
    assert texts(paragraph(broken)) == [
        "KẾ HOẠCH",
        "Tổ chức đối thoại giữa Chủ tịch với thanh niên",
        "Nơi nhận:",
        "- Như trên;",
    ]


def test_special_characters_of_a_run():
    marks = "<w:noBreakHyphen/><w:t>UBND</w:t><w:softHyphen/><w:tab/><w:t>x</w:t>"
    run = f"<w:r><w:t>KH</w:t>{marks}</w:r>"
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="zz"/></w:r>'
    assert texts(f"<w:p>{run}{sign}</w:p>") == ["KH-UBND\tx•"]


@pytest.mark.parametrize(
    ("properties", "run", "look"),
    [
        ("", "<w:b/>", (True, False, False)),
        ("", '<w:b w:val="0"/><w:i/>', (False, True, False)),
        ('<w:jc w:val="center"/>', "", (False, False, True)),
        ('<w:pStyle w:val="Con"/>', "", (True, False, True)),
        (
            '<w:pStyle w:val="Con"/><w:jc w:val="both"/>',
            '<w:b w:val="false"/>',
            (False, False, False),
        ),
        ("", '<w:rStyle w:val="Dam"/>', (True, False, False)),
    ],
)
def test_looks_come_from_runs_and_styles(properties, run, look):
    styles = (
        '<w:style w:type="paragraph" w:styleId="Cha"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Cha"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    )
    (line,) = opened(paragraph("Mục", properties, run), styles=styles).elements
    assert (line.bold, line.italic, line.centred) == look


def test_capitals_made_by_the_font_are_capitals_and_hidden_words_are_noted():
    document = opened(f"<w:p>{words('Mục đích', '<w:caps/>')}{words(' ẩn', '<w:vanish/>')}</w:p>")
    assert document.lines == ("MỤC ĐÍCH",)
    assert "chữ ẩn" in document.notes[0]


def test_merged_cells_are_filled_once():
    wide = cell("TỔNG CỘNG", '<w:gridSpan w:val="2"/>')
    top = cell("Sở Y tế", '<w:vMerge w:val="restart"/>')
    under = cell("Sở Y tế", "<w:vMerge/>")
    body = table(
        ("TT", "Việc", "Số"), (top, "a", "1"), (under, "b", "2"), (wide, "3"), properties=LINED
    )
    assert rows(body) == [
        ("TT", "Việc", "Số"),
        ("Sở Y tế", "a", "1"),
        ("", "b", "2"),
        ("TỔNG CỘNG", "", "3"),
    ]


def test_a_cell_keeps_its_paragraphs_apart_and_its_automatic_number():
    numbered = cell(item(""))
    body = table(("TT", "Việc"), (numbered, "Một\nHai"), properties=LINED)
    document = opened(body, numbering=lists(level(0, "decimal", "%1.")))
    assert document.elements[0].rows[1].cells == ("1.", "Một\nHai")
    assert document.lines[1] == "1.\tMột Hai"


def test_a_deleted_row_is_no_row():
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    body = table(("TT", "Việc", "Hạn"), ("1", "Họp", "5/5"), properties=LINED)
    assert len(rows(body.replace("</w:tbl>", f"{gone}</w:tbl>"))) == 2


def test_a_letterhead_is_layout_with_one_row_a_printed_line():
    body = table(("UBND TỈNH A\nSố: 5/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập"))
    (letterhead,) = opened(body).elements
    assert not letterhead.bordered
    assert [row.cells for row in letterhead.rows] == [
        ("UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 5/KH-UBND", "Độc lập"),
    ]


@pytest.mark.parametrize("properties", ["", LINED, '<w:tblStyle w:val="Luoi"/>'])
def test_a_table_of_figures_counts_as_one_with_or_without_lines(properties):
    styles = f'<w:style w:type="table" w:styleId="Luoi"><w:tblPr>{LINED}</w:tblPr></w:style>'
    body = table(
        ("TT", "Đại biểu", "Số"), ("1", "Tỉnh", "5"), ("2", "Xã", "6"), properties=properties
    )
    (found,) = opened(body, styles=styles).elements
    assert found.bordered


def test_a_frame_around_a_table_or_a_paragraph_is_no_table():
    inner = table(("TT", "Việc", "Hạn"), ("1", "Họp", "5/5"), properties=LINED)
    body = table((cell(paragraph("PHỤ LỤC") + inner),)) + table((cell("Lưu ý\nHai"),))
    document = opened(body)
    assert [type(part).__name__ for part in document.elements] == ["Line", "Table", "Line", "Line"]


def test_rows_typed_with_tabs_are_a_table():
    typed = (
        "TT</w:t><w:tab/><w:t>Việc</w:t><w:tab/><w:t>Hạn",
        "1</w:t><w:tab/><w:t>Họp</w:t><w:tab/><w:t>5/5",
    )
    assert rows("".join(map(paragraph, typed))) == [("TT", "Việc", "Hạn"), ("1", "Họp", "5/5")]


def test_old_fonts_are_converted_run_by_run():
    tcvn3, vni = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="VNI-Times"/>'
    upper = '<w:rFonts w:ascii=".VnTimeH"/>'
    body = (
        paragraph(to_tcvn3("kế hoạch đối thoại"), "", upper)
        + paragraph(to_tcvn3("Hội nghị thanh niên"), "", tcvn3)
        + f"<w:p>{words(to_vni('Địa điểm: ')[:4], vni)}{words(to_vni('Địa điểm: ')[4:], vni)}"
        + f"{words('xã Mỹ Lợi')}</w:p>"
    )
    document = opened(body)
    assert document.lines == ("KẾ HOẠCH ĐỐI THOẠI", "Hội nghị thanh niên", "Địa điểm: xã Mỹ Lợi")
    assert ["TCVN3" in document.notes[0], "VNI" in document.notes[1]] == [True, True]


def test_a_unicode_text_left_in_an_old_font_stays():
    old = '<w:rFonts w:ascii=".VnTime"/>'
    assert texts(paragraph("Có kế hoạch và có người làm", "", old)) == [
        "Có kế hoạch và có người làm"
    ]


def test_footnotes_are_shown_below_but_are_no_element():
    body = f"<w:p>{words('Đại biểu')}<w:r><w:footnoteReference/></w:r></w:p>"
    note = f"<w:footnote>{paragraph('Không kể báo chí')}</w:footnote>"
    document = opened(body, footnotes=f'<w:footnote w:type="separator"><w:p/></w:footnote>{note}')
    assert document.lines == ("Đại biểu", "Không kể báo chí")
    assert len(document.elements) == 1
    assert "chú thích" in document.notes[0]


def test_the_main_part_is_found_by_its_relationship():
    rels = '<r xmlns="x"><Relationship Id="a" Type="x/officeDocument" Target="/w2/main.xml"/></r>'
    inside = word_file(paragraph("KẾ HOẠCH"))
    text = zipfile.ZipFile(io.BytesIO(inside)).read("word/document.xml")
    held = package(**{"_rels/.rels": rels, "w2/main.xml": text, "word/settings.xml": "<a/>"})
    assert read_word(held, "a.docx").lines == ("KẾ HOẠCH",)
