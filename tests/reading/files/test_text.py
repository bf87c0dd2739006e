"""Plain text and Markdown become lines and tables."""

import pytest

from doithoai.reading.files.text import read_text
from doithoai.reading.source import Line, Table, Unreadable

PARAGRAPH = "Hội nghị lắng nghe kiến nghị của người dân và giải đáp từng câu hỏi. " * 8


def opened(text, kind="txt"):
    return read_text(text.encode(), f"ke-hoach.{kind}", kind)


def texts(document):
    lines = [element for element in document.elements if isinstance(element, Line)]
    return [line.text for line in lines if line.text]


def tables(document):
    return [
        [row.cells for row in element.rows]
        for element in document.elements
        if isinstance(element, Table)
    ]


def test_every_line_keeps_its_number_and_its_indent():
    document = opened("KẾ HOẠCH\n\n  Đối thoại năm 2025\n")
    assert document.lines == ("KẾ HOẠCH", "", "  Đối thoại năm 2025", "")
    assert document.elements == (
        Line(1, "KẾ HOẠCH"),
        Line(2, ""),
        Line(3, "  Đối thoại năm 2025"),
        Line(4, ""),
    )


def test_text_is_composed_and_free_of_marks_nobody_sees():
    document = opened("Ke\u0302\u0301\u200b hoa\u0323ch\x07\u00a0số Ð\uf0b7")
    assert texts(document) == ["Kế hoạch số Đ•"]


def test_a_form_feed_opens_a_page():
    document = opened("Trang đầu\n\fTrang sau\nvà hết")
    assert [(line.text, line.page) for line in document.elements if line.text] == [
        ("Trang đầu", 1),
        ("Trang sau", 2),
        ("và hết", 2),
    ]


def test_page_numbers_stay_visible_but_are_no_text():
    document = opened(f"{PARAGRAPH}\n\n2\n\n{PARAGRAPH}\n3\n{PARAGRAPH}\n- 4 -\nTrang 5/7\nhết")
    assert texts(document) == [PARAGRAPH.strip()] * 3 + ["hết"]
    assert "2" in document.lines
    assert [line.page for line in document.elements if line.text] == [1, 2, 3, 5]


def test_a_column_of_numbers_is_not_taken_for_page_numbers():
    cells = "TT\nThành phần\nSố lượng\n1\nSở Nội vụ\n2\n2\nSở Y tế\n3\n"
    assert len(texts(opened(f"{PARAGRAPH}\n{cells}"))) == 10


def test_a_running_header_of_paged_text_is_no_text():
    pages = [f"KH đối thoại 2025\nNội dung phần {name}\n{n}" for n, name in enumerate("abc", 1)]
    assert texts(opened("\f".join(pages))) == [f"Nội dung phần {name}" for name in "abc"]


def test_emphasis_goes_from_the_text_and_stays_in_the_line():
    document = opened(
        "**II. NỘI DUNG**\nTháng 10 (*sẽ báo sau*), số **27/KH** ngày **5**; 2*3\n(*) Dự"
    )
    assert texts(document) == [
        "II. NỘI DUNG",
        "Tháng 10 (sẽ báo sau), số 27/KH ngày 5; 2*3",
        "(*) Dự",
    ]
    assert [line.bold for line in document.elements] == [True, False, False]
    assert document.lines[0] == "**II. NỘI DUNG**"


def test_tabs_make_a_table_that_blank_lines_do_not_end():
    document = opened("TT\tĐại biểu\tSố lượng\nI\tCẤP TỈNH\t3\n\n\n1\tSở Y tế\t\nTỔNG\t\t3\n\nHết")
    assert tables(document) == [
        [
            ("TT", "Đại biểu", "Số lượng"),
            ("I", "CẤP TỈNH", "3"),
            ("1", "Sở Y tế", ""),
            ("TỔNG", "", "3"),
        ]
    ]
    assert [row.number for row in document.elements[0].rows] == [1, 2, 5, 6]


def test_a_row_broken_over_lines_is_one_row():
    document = opened(
        "TT\tNội dung\tThực hiện\n1\tVăn nghệ\nchào mừng\tTỉnh đoàn\n"
        "2\tKhai mạc\tLãnh đạo Ủy ban\nnhân dân tỉnh\n3\tBế mạc\tChủ trì"
    )
    assert tables(document)[0][1:] == [
        ("1", "Văn nghệ chào mừng", "Tỉnh đoàn"),
        ("2", "Khai mạc", "Lãnh đạo Ủy ban nhân dân tỉnh"),
        ("3", "Bế mạc", "Chủ trì"),
    ]


def test_a_part_named_between_rows_is_a_row():
    document = opened("TT\tNội dung\tThực hiện\n1\tA\tB\nPhần hai: Đối thoại\n2\tC\tD")
    assert tables(document)[0][2] == ("Phần hai: Đối thoại", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "1.\tMục đích\n2.\tYêu cầu",
        "-\tMột\n-\tHai",
        "Thời gian:\t8h\nĐịa điểm:\tPhòng 2",
        "\tMột\n\tHai",
    ],
)
def test_tabs_after_a_mark_or_label_make_no_table(text):
    assert tables(opened(text)) == []


def test_a_letterhead_in_columns_is_layout():
    document = opened("UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1\tĐộc lập - Tự do")
    assert [table.bordered for table in document.elements] == [False]


def test_a_star_makes_a_bullet_only_where_a_line_begins():
    document = opened("| **I** | **Cấp tỉnh** |\n| 1 | 2 * 3 |\n\n  * **Giờ:** 8h\n", kind="md")
    assert tables(document) == [[("I", "Cấp tỉnh"), ("1", "2 * 3")]]
    assert texts(document)[-1].strip() == "- Giờ: 8h"


def test_markdown_loses_its_marks():
    document = opened(
        "# KẾ HOẠCH\n\n## I. MỤC ĐÍCH\n\n* Một _ý_ \\- hai\n---\n> 1\\. Ba<br>\n", kind="md"
    )
    assert texts(document) == ["KẾ HOẠCH", "I. MỤC ĐÍCH", "- Một ý - hai", "1. Ba"]
    assert [line.bold for line in document.elements if line.text] == [True, True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "| TT | Nội dung |\n|---|:---:|\n| 1 | Khai\\|mạc<br>lễ |",
        "TT | Nội dung |\n--- | --- |\n1 | Khai\\|mạc<br>lễ |",
    ],
)
def test_bars_make_a_table_without_its_rules(text):
    assert tables(opened(text, kind="md")) == [[("TT", "Nội dung"), ("1", "Khai|mạc\nlễ")]]


def test_a_drawn_grid_joins_the_lines_of_a_row():
    grid = "+--+---+\n|TT|Việc|\n+--+---+\n|1 |Khai|\n|  |mạc |\n+--+---+\n|2 |Bế |\n+--+---+"
    assert tables(opened(grid)) == [[("TT", "Việc"), ("1", "Khai mạc"), ("2", "Bế")]]


def test_a_text_of_rules_only_has_no_words():
    with pytest.raises(Unreadable, match="không có chữ nào"):
        opened("---\n\n***\n")
