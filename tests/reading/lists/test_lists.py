"""Lists as unions and communes really send them."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.reading import Unreadable
from doithoai.reading.lists import open_list

TABLE = [["STT", "Họ tên", "Ý kiến"], ["1", "Nguyễn Thị Mười", "Đường ấp 3 hỏng; khi nào sửa?"]]
ROWS = tuple(map(tuple, TABLE))


def read(data, name="danh-sach", most_rows=100):
    return open_list(data, name, most_rows=most_rows)


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        page = book.create_sheet()
        for row in rows:
            page.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def separated(mark, rows=TABLE):
    return "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)


def word(rows=(), paragraphs=()):
    document = Document()
    document.add_paragraph("DANH SÁCH Ý KIẾN, KIẾN NGHỊ")
    if rows:
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for place, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(place.cells, row, strict=True):
                cell.text = text
    for text in paragraphs:
        document.add_paragraph(text)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_a_workbooks_values_read_as_people_see_them():
    day = datetime(2024, 9, 2, 8)  # noqa: DTZ001
    rows = [[1, 2.5, day, date(2024, 9, 3), True, None, "a\r\nb", "=1+1"]]

    assert read(workbook(rows)).rows == (("1", "2.5", "2/9/2024", "3/9/2024", "có", "", "a\nb"),)


def test_of_several_sheets_the_longest_is_read_and_that_is_said():
    sheet = read(workbook([["Hướng dẫn"]], TABLE))

    assert sheet.rows == ROWS
    assert "có 2 trang tính" in sheet.notes[0]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_separators_and_encodings_are_guessed(mark, encoding):
    assert read(separated(mark).encode(encoding)).rows == ROWS


def test_old_vietnamese_code_pages_are_read_and_that_is_said():
    decomposed = separated(";").replace("Ý", "Y\u0301").replace("ý", "y\u0301")
    windows = "".join(
        letter if _in_page(letter) else _taken_apart(letter) for letter in decomposed
    ).encode("cp1258")
    sheet = read(windows)

    assert sheet.rows == ROWS
    assert "Windows-1258" in sheet.notes[0]


def _in_page(letter):
    return letter.encode("cp1258", "ignore") != b""


def _taken_apart(letter):
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    plain = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", "".join(c for c in plain if c not in tones))
    return base + "".join(c for c in plain if c in tones)


def test_excels_own_first_line_names_the_separator():
    assert read(f"sep=;\n{separated(';')}".encode()).rows == ROWS


def test_a_line_break_inside_a_quoted_cell_stays_in_it():
    assert read(b'a;b\n"mot\nhai";ba\n').rows == (("a", "b"), ("mot\nhai", "ba"))


def test_a_word_table_gives_its_rows():
    assert read(word(TABLE)).rows == ROWS


def test_numbered_paragraphs_of_word_give_one_row_each():
    said = ["Kính gửi ban tổ chức", "1. Khi nào có nước sạch?", "Ấp 3 thiếu từ Tết.", "Câu 2: Chợ?"]
    sheet = read(word(paragraphs=said))

    assert sheet.rows == (
        ("Nội dung",),
        ("Khi nào có nước sạch?\nẤp 3 thiếu từ Tết.",),
        ("Chợ?",),
    )
    assert "không có bảng" in sheet.notes[-1]


@pytest.mark.parametrize(
    "data, words",
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "đời cũ"),
        (b"%PDF-1.7\n", "Chọn tệp Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "Chọn tệp Excel"),
        (b"PK\x03\x04 xl/workbook.xml", "Không đọc được tệp Excel"),
        (bytes(range(256)) * 20, "Không đọc được chữ"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(data, words):
    with pytest.raises(Unreadable, match=words):
        read(data)


def test_no_more_rows_are_read_than_asked_for():
    many = [["a", "b"]] * 30

    assert len(read(workbook(many), most_rows=7).rows) == 7
    assert len(read(separated(",", many).encode(), most_rows=7).rows) == 7
    assert len(read(word(many), most_rows=7).rows) <= 7


def test_marks_nobody_sees_and_letters_taken_apart_are_mended():
    assert read("n\u0061\u0306m;\u200bhai\x01\n".encode()).rows == (("năm", "hai"),)


def read_or_refused(data):
    """The rows, or the words of the refusal; anything else that is raised fails the test."""
    try:
        return read(data).rows
    except Unreadable as fault:
        return str(fault)


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04xl/workbook.xml", b"\xff\xfe"]))
def test_whatever_the_bytes_are_they_are_read_or_refused_in_words(rest, start):
    assert isinstance(read_or_refused(start + rest), tuple | str)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4_000), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_damaged_file_is_read_or_refused_in_words(place, damage, is_word):
    whole = word(TABLE) if is_word else workbook(TABLE)
    damaged = whole[:place] + damage + whole[place + len(damage) :]

    assert isinstance(read_or_refused(damaged), tuple | str)


def test_a_workbook_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr("doithoai.reading.lists.workbook._MOST_INFLATED", 2_000)

    with pytest.raises(Unreadable, match="phình ra quá lớn"):
        read(workbook(TABLE))


def test_a_workbook_of_millions_of_cells_is_turned_away_unread(monkeypatch):
    monkeypatch.setattr("doithoai.reading.lists.workbook._MOST_TAGS", 50)

    with pytest.raises(Unreadable, match="phình ra quá lớn"):
        read(workbook(TABLE))


def test_a_picture_that_is_a_workbook_too_is_no_list():
    with pytest.raises(Unreadable, match="Chọn tệp Excel"):
        read(b"\x89PNG\r\n\x1a\n" + workbook(TABLE))
