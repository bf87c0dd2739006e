"""Seats and programme: tables and lists, exactly as stated."""

import pytest

from .plans_in_words import read, read_with, text_with

SEATS = """
PHÂN BỔ ĐẠI BIỂU
Ghi chú\tChỉ tiêu\tĐơn vị\tTT
\t15\tCấp tỉnh\tI
\t05\tSở Nội vụ\t01
\t08 đại biểu\tTỉnh đoàn\t02
\t20\tCấp xã\tII
\t20\tCác xã\t1
\t36\tTổng cộng\t
"""


def test_seats_are_kept_as_stated_even_when_they_do_not_add_up():
    plan = read_with(after=SEATS)
    found = [
        (
            section.no,
            section.name,
            section.seats,
            [(row.no, row.name, row.seats) for row in section.rows],
        )
        for section in plan.quotas
    ]
    assert found == [
        ("I", "Cấp tỉnh", 15, [(1, "Sở Nội vụ", 5), (2, "Tỉnh đoàn", 8)]),
        ("II", "Cấp xã", 20, [(1, "Các xã", 20)]),
    ]
    assert plan.quota_total.value == 36


def test_a_table_without_sections_is_one_section_without_a_name():
    plan = read_with(after="\nDANH SÁCH\nTT\tThành phần\tSố lượng\n1\tSở A\t2\n2\tSở B\t3\n")
    (section,) = plan.quotas
    assert (section.no, section.name, section.seats) == (None, None, None)
    assert [row.seats for row in section.rows] == [2, 3]


def items(plan):
    return [
        (
            part.no,
            part.name,
            [(item.no, item.time, item.name, item.performer) for item in part.items],
        )
        for part in plan.programme
    ]


PROGRAMME = """
DỰ KIẾN CHƯƠNG TRÌNH
Thực hiện\tNội dung\tSTT
\tKHAI MẠC\tI
Tỉnh đoàn\tVăn nghệ\t1
\tĐỐI THOẠI\tII
Chủ tịch UBND tỉnh\tKết luận\t2
"""


def test_a_programme_table_has_its_parts():
    assert items(read_with(after=PROGRAMME)) == [
        ("I", "KHAI MẠC", [(1, None, "Văn nghệ", "Tỉnh đoàn")]),
        ("II", "ĐỐI THOẠI", [(2, None, "Kết luận", "Chủ tịch UBND tỉnh")]),
    ]


def test_a_programme_may_be_a_timed_list():
    people = (
        "III. CHƯƠNG TRÌNH\n- 07h30 - 08h00: Đón tiếp đại biểu (Ban Tổ chức);\n"
        "- Từ 8 giờ 00 đến 11 giờ 00: Đối thoại.\n"
    )
    assert items(read_with(people=people)) == [
        (
            None,
            None,
            [
                (None, "07h30 - 08h00", "Đón tiếp đại biểu", "Ban Tổ chức"),
                (None, "Từ 8 giờ 00 đến 11 giờ 00", "Đối thoại", None),
            ],
        )
    ]


def test_who_performs_an_item_may_follow_a_colon():
    people = (
        "III. CHƯƠNG TRÌNH\n- 8h00: Khai mạc: Chủ tịch UBND tỉnh;\n- 8h10: Phóng sự: Tuổi trẻ.\n"
    )
    (part,) = read_with(people=people).programme
    found = [(item.name, item.performer) for item in part.items]
    assert found == [("Khai mạc", "Chủ tịch UBND tỉnh"), ("Phóng sự: Tuổi trẻ", None)]


def test_a_table_of_money_has_no_seats():
    money = "\nDỰ TOÁN\nTT\tNội dung\tSố lượng\tĐơn giá\n1\tNước uống\t50\t40.000\n2\tIn\t9\t100\n"
    assert read_with(after=money).quotas == ()


def test_the_total_column_counts_when_seats_are_split():
    after = "\nPHÂN BỔ\nĐơn vị\tSố lượng nam\tTổng số\nSở Nội vụ\t2\t5\nSở Y tế\t1\t4\n"
    (section,) = read_with(after=after).quotas
    assert [(row.name, row.seats) for row in section.rows] == [("Sở Nội vụ", 5), ("Sở Y tế", 4)]


SPACED = """III. CHƯƠNG TRÌNH
TT   Thời gian        Nội dung                        Người thực hiện
1    07h30 - 08h00    Đón tiếp đại biểu, phát tài     Tỉnh đoàn
                      liệu
2    08h00 - 11h00    Đối thoại                       Chủ tịch UBND tỉnh
"""


def test_a_table_drawn_with_spaces_is_a_table():
    assert items(read_with(people=SPACED)) == [
        (
            None,
            None,
            [
                (1, "07h30 - 08h00", "Đón tiếp đại biểu, phát tài liệu", "Tỉnh đoàn"),
                (2, "08h00 - 11h00", "Đối thoại", "Chủ tịch UBND tỉnh"),
            ],
        )
    ]


def test_the_order_of_columns_does_not_matter():
    turned = "\n".join("\t".join(reversed(row.split("\t"))) for row in SEATS.split("\n"))
    assert read(text_with(after=turned)).quota_total.value == 36


@pytest.mark.parametrize(
    "heading, first, second",
    [
        ("Nhóm đại biểu\tCơ quan mời\tSố lượng", "Nữ công nhân\tSở A\t2", "Nữ nông dân\tSở A\t3"),
        ("Cơ quan mời\tNhóm\tSố lượng", "Sở A\tNữ công nhân\t2", "Sở A\tNữ nông dân\t3"),
        ("Đối tượng\tSố lượng\tGhi chú", "Nữ công nhân\t2\tKCN\t", "Nữ nông dân\t3\tXã B"),
        ("Nữ giới\tSố lượng\tĐơn vị cử", "Nữ công nhân\t2\tSở A", "Nữ nông dân\t3\tSở A"),
    ],
)
def test_the_column_of_names_is_told_from_notes(heading, first, second):
    (section,) = read_with(after=f"\nPHÂN BỔ\n{heading}\n{first}\n{second}\n").quotas
    found = [(row.name, row.seats) for row in section.rows]
    assert found == [("Nữ công nhân", 2), ("Nữ nông dân", 3)]


def test_who_performs_an_item_may_be_named_by_a_label():
    people = (
        "III. CHƯƠNG TRÌNH\n- 8h00: Khai mạc. Thực hiện: Chủ tịch UBND tỉnh.\n"
        "- 8h10: Đối thoại (người điều hành: Sở Nội vụ; các sở).\n"
    )
    (part,) = read_with(people=people).programme
    found = [(item.name, item.performer) for item in part.items]
    assert found == [("Khai mạc", "Chủ tịch UBND tỉnh"), ("Đối thoại", "Sở Nội vụ; các sở")]


def test_seats_may_be_lines_of_a_list():
    after = (
        "\nPHỤ LỤC 1\nPHÂN BỔ ĐẠI BIỂU\n1. Khối tỉnh: 12 đại biểu\n- Sở Nội vụ: 05 đại biểu;\n"
        "- Tỉnh đoàn (07 người).\n2. Khối xã: 1.020 đại biểu\n- Phường Tân Giang: 1.020 đại biểu.\n"
        "Tổng cộng: 1.032 đại biểu.\n"
    )
    plan = read_with(after=after)
    found = [
        (section.no, section.name, section.seats, [(row.name, row.seats) for row in section.rows])
        for section in plan.quotas
    ]
    assert found == [
        ("1", "Khối tỉnh", 12, [("Sở Nội vụ", 5), ("Tỉnh đoàn", 7)]),
        ("2", "Khối xã", 1020, [("Phường Tân Giang", 1020)]),
    ]
    assert plan.quota_total.value == 1032
