"""Lists of people in any order of columns: what is read and what is said of each fault."""

import pytest

from doithoai.delegates.people import MOST_ROWS, NotAList, Person, read_people

HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số điện thoại", "Email"]
LAN = [1, "Nguyễn Thị Lan", "Chủ tịch", "Hội Phụ nữ xã Tân Phú", "0912 345 678", "lan@vidu.vn"]


def people(*rows):
    return [row.person for row in read_people(rows)]


def faults(*cells):
    return read_people([HEAD, list(cells)])[0].faults


def test_a_list_as_the_template_has_it_is_read():
    assert people(HEAD, LAN) == [
        Person("Nguyễn Thị Lan", "Chủ tịch", "Hội Phụ nữ xã Tân Phú", "0912345678", "lan@vidu.vn")
    ]


def test_columns_may_stand_in_any_order_under_other_names_below_a_title():
    rows = [
        ["DANH SÁCH ĐẠI BIỂU"],
        [],
        ["SĐT", "ĐƠN VỊ CÔNG TÁC", "HỌ TÊN *", "Chức danh", "Phát biểu", "Ngân sách chi trả"],
        [912345678.0, "Sở Y tế", "Trần Văn Bé", "Giám đốc", "x", "không"],
    ]

    assert people(*rows) == [
        Person("Trần Văn Bé", "Giám đốc", "Sở Y tế", "0912345678", "", True, False)
    ]
    assert read_people(rows)[0].number == 4


def test_family_and_given_name_in_two_columns_are_one_name():
    found = people(["Họ và tên đệm", "Tên"], ["Lê Thị", "Hoa"])
    assert found == [Person("Lê Thị Hoa")]


def test_one_by_post_needs_no_name():
    assert people(HEAD, [1, None, "Lãnh đạo", "Sở Y tế"]) == [Person("", "Lãnh đạo", "Sở Y tế")]


def test_empty_rows_are_passed_over():
    assert len(people(HEAD, LAN, [], [None] * 6, ["", " "], LAN)) == 2


@pytest.mark.parametrize(
    "cells, words",
    [
        ((1, "", "", "Sở Y tế"), "Ghi họ và tên, hoặc chức vụ nếu chưa biết tên."),
        ((1, "0912345678", "", ""), "Họ và tên có chữ số. Xem lại có nhầm cột không."),
        ((1, "Lan", "", "", "12345"), "Nhập số điện thoại có 10 chữ số. Số đang có 5 chữ số."),
        *(
            ((1, "Lan", "", "", "", address), "Viết thư điện tử theo mẫu ten@vidu.vn")
            for address in ("lan.vidu.vn", "nguyễn@x.vn", "a,b@x.vn", "x@y..vn", "a@-b.vn")
        ),
        ((1, "L" * 121), "Chữ quá dài ở một ô: 121 ký tự, nhiều nhất 120."),
    ],
)
def test_each_fault_says_what_to_do(cells, words):
    assert any(fault.startswith(words) for fault in faults(*cells))


@pytest.mark.parametrize(
    "rows, words",
    [
        ([], "Không thấy cột"),
        ([["Mặt hàng", "Giá"], ["Ghế", 5]], "Không thấy cột"),
        ([HEAD], "Bảng chưa có dòng nào."),
        ([HEAD, *[LAN] * (MOST_ROWS + 1)], "Bảng có 501 dòng"),
    ],
)
def test_what_is_no_list_is_told(rows, words):
    with pytest.raises(NotAList, match=words):
        read_people(rows)
