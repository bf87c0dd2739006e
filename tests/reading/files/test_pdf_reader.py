"""A PDF's glyphs become the lines and tables its page shows."""

import io

import pypdf
import pytest

from doithoai.reading.files.pdf.reader import read_pdf
from doithoai.reading.source import Line, Table, Unreadable
from tests.reading.files.old_encodings import to_tcvn3
from tests.reading.files.pdf_files import (
    SIZE,
    assembled,
    centred,
    lines,
    pdf_file,
    ruled,
    stream,
    text,
)

FULL = "Hội nghị lắng nghe kiến nghị của người dân toàn tỉnh, giải đáp từng câu"


def opened(*pages, **how):
    return read_pdf(pdf_file(*pages, **how), "ke-hoach.pdf")


def texts(document):
    return [part.text for part in document.elements if isinstance(part, Line) and part.text]


def tables(document):
    return [part for part in document.elements if isinstance(part, Table)]


def cells(document):
    return [row.cells for table in tables(document) for row in table.rows]


def test_lines_come_from_top_to_bottom_however_they_were_drawn():
    document = opened(text(85, 700, "Dòng hai của trang") + text(85, 720, "Dòng một của trang"))
    assert texts(document) == ["Dòng một của trang", "Dòng hai của trang"]
    assert {line.page for line in document.elements} == {1}


def test_pieces_of_a_word_join_and_words_stay_apart():
    half = SIZE / 2
    drawn = (
        text(85, 700, "Kế")
        + text(85 + 2 * half, 700, "t luận")
        + text(85 + 9.5 * half, 700, "đối thoại")
    )
    pieces = f"<{_hex('Kế')}> -300 <{_hex('hoạ')}> 20 <{_hex('ch')}>"
    adjusted = f"BT /F0 {SIZE} Tf 85 680 Td [{pieces}] TJ ET"
    assert texts(opened(drawn + adjusted)) == ["Kết luận đối thoại", "Kế hoạch"]


def _hex(words):
    return words.encode("utf-16-be").hex()


def test_paragraphs_part_at_an_indent_a_short_line_and_a_space():
    body = "lắng nghe kiến nghị của người dân toàn tỉnh, giải đáp từng câu hỏi một,"
    drawn = text(120, 700, f"Hội nghị {body[:-15]}") + lines(682, body, body, body, "và ghi lại.")
    drawn += text(85, 610, f"Đoàn {body[:-5]}") + text(85, 592, "Sau đó.") + text(85, 550, "Hết.")
    document = opened(drawn)
    assert [line.text for line in document.elements] == [
        "",
        f"Hội nghị {body[:-15]} {body} {body} {body} và ghi lại.",
        "",
        f"Đoàn {body[:-5]} Sau đó.",
        "",
        "Hết.",
    ]


def test_lines_that_never_wrap_stay_apart():
    assert texts(opened(lines(700, "Thời gian", "Địa điểm tổ chức", "Thành phần"))) == [
        "Thời gian",
        "Địa điểm tổ chức",
        "Thành phần",
    ]


def test_bold_and_centred_lines_are_told():
    drawn = centred(760, "KẾ HOẠCH", font=1, middle=330) + lines(740, FULL, FULL)
    first, *others = (line for line in opened(drawn).elements if line.text)
    assert (first.text, first.bold, first.centred) == ("KẾ HOẠCH", True, True)
    assert {(line.bold, line.centred) for line in others} == {(False, False)}


def test_page_numbers_and_running_headers_are_shown_but_no_element():
    pages = [
        centred(810, str(number))
        + lines(760, f"Nội dung phần {name}", FULL, f"Kết phần {name}")
        + text(85, 40, "Kế hoạch đối thoại năm 2025")
        for number, name in enumerate(("nhất", "hai", "ba"), 1)
    ]
    document = opened(*pages)
    assert texts(document) == [
        words
        for name in ("nhất", "hai", "ba")
        for words in (f"Nội dung phần {name}", FULL, f"Kết phần {name}")
    ]
    assert document.lines.count("Kế hoạch đối thoại năm 2025") == 3


def test_what_its_maker_marks_as_a_header_is_not_text():
    words = text(85, 810, "Dự thảo lần 2")
    header = f"/Artifact <</Type /Pagination /Subtype /Header>> BDC {words} EMC\n"
    assert texts(opened(header + lines(700, FULL))) == [FULL]


def test_rulings_make_a_table_and_broken_cells_are_closed():
    xs, ys = (80, 120, 400, 500), (700, 680, 640, 620)
    drawn = (
        ruled(xs, ys) + text(85, 685, "TT") + text(125, 685, "Thành phần") + text(405, 685, "Số")
    )
    drawn += text(85, 665, "1") + text(125, 665, "Lãnh đạo các sở,") + text(125, 647, "ngành tỉnh")
    drawn += text(405, 665, "18") + text(85, 625, "TỔNG") + text(405, 625, "18")
    document = opened(lines(760, FULL) + drawn + lines(600, FULL))
    assert cells(document) == [
        ("TT", "Thành phần", "Số"),
        ("1", "Lãnh đạo các sở, ngành tỉnh", "18"),
        ("TỔNG", "", "18"),
    ]
    assert texts(document) == [FULL, FULL]


def test_a_merged_cell_is_filled_once_at_its_top():
    xs = (80, 200, 400, 500)
    level = "".join(f"80 {y} 420 0.5 re f\n" for y in (700, 660)) + "200 680 300 0.5 re f\n"
    upright = "".join(f"{x} 660 0.5 40 re f\n" for x in xs)
    drawn = text(85, 665, "Sở Y tế") + text(205, 685, "Việc một") + text(205, 665, "Việc hai")
    assert cells(opened(level + upright + drawn + lines(640, FULL))) == [
        ("Sở Y tế", "Việc một", ""),
        ("", "Việc hai", ""),
    ]


def test_stroked_lines_make_the_same_table():
    drawn = "".join(f"80 {y} m 300 {y} l S\n" for y in (700, 680, 660))
    drawn += "".join(f"{x} 660 m {x} 700 l S\n" for x in (80, 150)) + "300 660 0.2 40 re S\n"
    drawn += text(85, 685, "TT") + text(155, 685, "Việc")
    drawn += text(85, 665, "1") + text(155, 665, "Họp")
    assert cells(opened(drawn + lines(640, FULL))) == [("TT", "Việc"), ("1", "Họp")]


def test_an_underline_and_a_frame_make_no_table():
    drawn = "85 698 200 0.5 re f\n" + "60 60 480 720 re S\n" + lines(700, FULL, FULL)
    document = opened(drawn)
    assert tables(document) == []
    assert texts(document) == [FULL, FULL]


def test_a_table_goes_on_over_the_page():
    heading = ("TT", "Việc", "Hạn")
    first = _table((100, 80, 60, 40), heading, ("1", "Họp", "5/5"), ("2", "Gửi giấy", "6/5"))
    second = _table((780, 760, 740, 720), heading, ("", "mời", ""), ("3", "Tổng kết", "7/5"))
    (table,) = tables(opened(lines(760, FULL) + first, second + lines(600, FULL)))
    assert [row.cells for row in table.rows] == [
        ("TT", "Việc", "Hạn"),
        ("1", "Họp", "5/5"),
        ("2", "Gửi giấy mời", "6/5"),
        ("3", "Tổng kết", "7/5"),
    ]


def _table(ys, *rows):
    drawn = ruled((80, 120, 400, 500), ys)
    bases = (y + 6 for y in ys[1:])
    return drawn + "".join(_row(y, (85, 125, 405), row) for y, row in zip(bases, rows, strict=True))


def _row(y, xs, words):
    return "".join(text(x, y, word) for x, word in zip(xs, words, strict=True))


def test_a_letterhead_and_a_signature_are_layout():
    drawn = centred(780, "UBND TỈNH A", middle=150) + centred(780, "CỘNG HÒA XÃ HỘI", middle=400)
    drawn += centred(762, "Số: 5/KH", middle=150) + centred(762, "Độc lập - Tự do", middle=400)
    drawn += centred(720, "KẾ HOẠCH", middle=297) + lines(700, FULL, FULL)
    drawn += text(85, 500, "Nơi nhận:") + centred(500, "CHỦ TỊCH", middle=430)
    drawn += (
        text(85, 484, "- Như trên;")
        + text(85, 470, "- Lưu: VT.")
        + centred(420, "Lê Văn A", middle=430)
    )
    document = opened(drawn)
    assert [table.bordered for table in tables(document)] == [False, False]
    assert cells(document) == [
        ("UBND TỈNH A", "CỘNG HÒA XÃ HỘI"),
        ("Số: 5/KH", "Độc lập - Tự do"),
        ("Nơi nhận:", "CHỦ TỊCH"),
        ("- Như trên;", ""),
        ("- Lưu: VT.", ""),
        ("", "Lê Văn A"),
    ]
    assert texts(document) == ["KẾ HOẠCH", FULL, FULL]


def test_aligned_columns_make_a_table_without_rulings():
    rows = [("TT", "Nội dung", "Thực hiện"), ("1", "Khai mạc", "Chủ tịch")]
    broken = ("2", "Đối thoại và", "Các sở")
    heights = zip((700, 680, 660), (*rows, broken), strict=True)
    drawn = "".join(_row(y, (85, 130, 400), row) for y, row in heights)
    drawn += text(130, 642, "giải đáp")
    assert cells(opened(drawn + lines(560, FULL))) == [
        *rows,
        ("2", "Đối thoại và giải đáp", "Các sở"),
    ]


def test_words_drawn_twice_for_bold_are_read_once():
    assert texts(opened(text(85, 700, FULL) + text(85.4, 700, FULL))) == [FULL]


def test_words_across_the_page_are_left_out_and_a_turned_page_is_read():
    slanted = f"BT /F0 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <{_hex('DỰ THẢO')}> Tj ET\n"
    assert texts(opened(slanted + lines(700, FULL))) == [FULL]
    turned = f"BT /F0 14 Tf 0 1 -1 0 200 60 Tm <{_hex(FULL)}> Tj ET\n"
    assert texts(opened(turned, rotate=90)) == [FULL]


def test_old_fonts_of_a_pdf_are_converted():
    drawn = text(85, 720, to_tcvn3("kế hoạch đối thoại"), font=1) + lines(700, to_tcvn3(FULL))
    document = opened(drawn, names=("ABCDEF+.VnTime", "ABCDEF+.VnTimeH"))
    assert texts(document) == ["KẾ HOẠCH ĐỐI THOẠI", FULL]
    assert "TCVN3" in document.notes[0]


def test_text_inside_a_form_is_read():
    form = stream(lines(700, FULL).encode()).replace(
        b"<<", b"<< /Subtype /Form /Matrix [1 0 0 1 0 0] ", 1
    )
    fonts = _objects_of(pdf_file(""))
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R /Resources "
        "<< /Font << /F0 4 0 R >> /XObject << /X1 12 0 R >> >> >>"
    )
    held = assembled([*fonts[:9], page, stream(b"q /X1 Do Q"), form])
    assert texts(read_pdf(held, "a.pdf")) == [FULL]


def _objects_of(held):
    parts = held.split(b" 0 obj\n")[1:]
    return [part.split(b"\nendobj")[0] for part in parts]


def test_pages_without_words_are_noted():
    document = opened(lines(700, FULL), "")
    assert document.notes == ("Trang 2 của tệp PDF không có chữ (có thể là ảnh quét), chưa đọc.",)


@pytest.mark.parametrize("page", ["", "0 0 100 100 re f", "q /Im1 Do Q"])
def test_a_scan_has_no_words(page):
    with pytest.raises(Unreadable, match="ảnh quét"):
        opened(page)


def test_a_locked_pdf_is_refused_and_an_open_one_is_read():
    for password, words in (("mat-khau", None), ("", [FULL])):
        writer = pypdf.PdfWriter(io.BytesIO(pdf_file(lines(700, FULL))))
        writer.encrypt(password, "owner", algorithm="AES-256")
        held = io.BytesIO()
        writer.write(held)
        if words is None:
            with pytest.raises(Unreadable, match="mật khẩu"):
                read_pdf(held.getvalue(), "a.pdf")
        else:
            assert texts(read_pdf(held.getvalue(), "a.pdf")) == words


def test_letters_without_a_code_table_are_refused():
    held = pdf_file(lines(700, FULL)).replace(b"/ToUnicode 3 0 R", b"                ")
    with pytest.raises(Unreadable, match="bảng mã"):
        read_pdf(held, "a.pdf")
