"""The outline of official texts: what opens a line, and what only looks as if it did."""

import pytest

from doithoai.vietnamese.outline import ALPHABET, MarkerKind, letter_value, read_marker

K = MarkerKind


@pytest.mark.parametrize(
    "line, kind, value, rest",
    [
        ("Phần I", K.PART, 1, ""),
        ("PHẦN THỨ NHẤT", K.PART, 1, ""),
        ("Phần thứ hai: NỘI DUNG", K.PART, 2, "NỘI DUNG"),
        ("Phần II NỘI DUNG", K.PART, 2, "NỘI DUNG"),
        ("Chương II", K.CHAPTER, 2, ""),
        ("CHƯƠNG IV. TỔ CHỨC THỰC HIỆN", K.CHAPTER, 4, "TỔ CHỨC THỰC HIỆN"),
        ("Mục 2. Nội dung", K.SECTION, 2, "Nội dung"),
        ("Điều 3. Chủ trì", K.ARTICLE, 3, "Chủ trì"),
        ("DIEU 3: Chu tri", K.ARTICLE, 3, "Chu tri"),
        ("PHỤ LỤC", K.ANNEX, None, ""),
        ("Phụ lục II", K.ANNEX, 2, ""),
        ("PHỤ LỤC SỐ 01", K.ANNEX, 1, ""),
    ],
)
def test_titled_headings_open_a_line(line, kind, value, rest):
    marker, after = read_marker(line)
    assert (marker.kind, marker.value, after) == (kind, value, rest)


@pytest.mark.parametrize(
    "line, kind, value, rest",
    [
        ("A. PHẦN CHUNG", K.UPPER, 1, "PHẦN CHUNG"),
        ("Đ. Kinh phí tổ chức", K.UPPER, 5, "Kinh phí tổ chức"),
        ("I. MỤC ĐÍCH", K.ROMAN, 1, "MỤC ĐÍCH"),
        ("I.MỤC ĐÍCH", K.ROMAN, 1, "MỤC ĐÍCH"),
        ("II - NỘI DUNG", K.ROMAN, 2, "NỘI DUNG"),
        ("III/ Kinh phí", K.ROMAN, 3, "Kinh phí"),
        ("IV.", K.ROMAN, 4, ""),
        ("1. Mục đích", K.ARABIC, 1, "Mục đích"),
        ("1.Mục đích", K.ARABIC, 1, "Mục đích"),
        ("2) Yêu cầu", K.ARABIC, 2, "Yêu cầu"),
        ("(3) Thành phần", K.ARABIC, 3, "Thành phần"),
        ("4/ Kinh phí", K.ARABIC, 4, "Kinh phí"),
        ("5- Kinh phí", K.ARABIC, 5, "Kinh phí"),
        ("1.1 Mục đích", K.DECIMAL, 1, "Mục đích"),
        ("1.2. mục đích", K.DECIMAL, 2, "mục đích"),
        ("3.2.1. Cấp tỉnh", K.DECIMAL, 1, "Cấp tỉnh"),
        ("II.1. Cấp tỉnh", K.DECIMAL, 1, "Cấp tỉnh"),
        ("1 . Mục đích", K.ARABIC, 1, "Mục đích"),
        ("1/Nội dung", K.ARABIC, 1, "Nội dung"),
        ("a) Cấp tỉnh", K.LETTER, 1, "Cấp tỉnh"),
        ("a.2) Cấp tỉnh", K.LETTER, 2, "Cấp tỉnh"),
        ("b): Cấp tỉnh", K.LETTER, 2, "Cấp tỉnh"),
        ("đ) Cấp xã", K.LETTER, 5, "Cấp xã"),
        ("b. Cấp huyện", K.LETTER, 2, "Cấp huyện"),
        ("c/ Cấp xã", K.LETTER, 3, "Cấp xã"),
    ],
)
def test_numbers_and_letters_open_a_line(line, kind, value, rest):
    marker, after = read_marker(line)
    assert (marker.kind, marker.value, after) == (kind, value, rest)


@pytest.mark.parametrize(
    "line, kind",
    [
        ("- Lãnh đạo tỉnh", K.DASH),
        ("–Lãnh đạo tỉnh", K.DASH),
        ("—\tLãnh đạo tỉnh", K.DASH),
        ("+ Lãnh đạo tỉnh", K.PLUS),
        ("+Lãnh đạo tỉnh", K.PLUS),
        ("• Lãnh đạo tỉnh", K.BULLET),
        ("* Lãnh đạo tỉnh", K.BULLET),
        ("*Lãnh đạo tỉnh", K.BULLET),
        ("\uf0b7\tLãnh đạo tỉnh", K.BULLET),
        ("o Lãnh đạo tỉnh", K.BULLET),
    ],
)
def test_dashes_and_bullets_open_a_line(line, kind):
    marker, rest = read_marker("  " + line)
    assert (marker.kind, marker.value, rest) == (kind, None, "Lãnh đạo tỉnh")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Mục đích, yêu cầu",
        "Phần mềm tiếp nhận câu hỏi",
        "Phần I của Kế hoạch này",
        "Điều 3 Luật Thanh niên",
        "mục 2. của Kế hoạch",
        "1.500 đại biểu",
        "1.5 triệu đồng",
        "10.12 các đơn vị gửi danh sách",
        "24.5.2022",
        "24.5.22. Địa điểm",
        "2022. Yêu cầu",
        "24/5/2022",
        "15-25/9/2023",
        "1/3 số đại biểu",
        "V.I. Lênin",
        "V. I. Lênin",
        "C. Mác và Ph. Ăngghen",
        "Đ. N. Hùng",
        "-----",
        "* * *",
        "12/UBND-VX",
        "-/-",
        "**Thời gian**",
        "*dự kiến*",
        "của đại biểu",
        "Công an tỉnh",
        "IX",
    ],
)
def test_what_only_looks_like_a_marker_opens_nothing(line):
    assert read_marker(line) is None


def test_points_follow_the_official_alphabet():
    assert [letter_value(letter) for letter in "aăâbcdđeêgy"] == [
        1, None, None, 2, 3, 4, 5, 6, None, 7, 23,
    ]  # fmt: skip
    assert len(ALPHABET) == 23


def test_depth_grows_from_part_to_plus():
    lines = ["Phần I", "I. A", "1. A", "1.1. A", "1.1.1. A", "a) A", "a.1) A", "- A", "+ A"]
    depths = [read_marker(line)[0].depth for line in lines]
    assert depths == sorted(set(depths))


def test_a_decimal_keeps_all_its_numbers():
    marker, _ = read_marker("3.2. Thành phần")
    assert marker.numbers == (3, 2)
    assert marker.text == "3.2."
