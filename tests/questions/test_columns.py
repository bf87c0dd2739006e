"""Headings of lists under the names officials give them."""

import pytest

from doithoai.questions.rules.columns import field_of, find_columns


@pytest.mark.parametrize(
    "label, field",
    [
        ("Nội dung kiến nghị", "text"),
        ("NỘI DUNG CÂU HỎI, Ý KIẾN", "text"),
        ("Câu hỏi", "text"),
        ("Ý kiến của hội viên", "text"),
        ("Kiến nghị, đề xuất (ghi rõ)", "text"),
        ("Họ tên", "sender_name"),
        ("Họ và tên người có ý kiến", "sender_name"),
        ("Người gửi", "sender_name"),
        ("Người kiến nghị", "sender_name"),
        ("Đơn vị", "sender_unit"),
        ("Địa chỉ", "sender_unit"),
        ("Nơi công tác", "sender_unit"),
        ("ĐT", "phone"),
        ("SĐT", "phone"),
        ("Số điện thoại", "phone"),
        ("Điện thoại liên hệ", "phone"),
        ("Nội dung trả lời", ""),
        ("Email", "email"),
        ("E-mail", "email"),
        ("Địa chỉ email", "email"),
        ("Thư điện tử", "email"),
        ("Đồng ý liên hệ", "consents_contact"),
        ("Đồng ý để báo kết quả (có/không)", "consents_contact"),
        ("Đồng ý nêu tên", "consents_name"),
        ("Đồng ý cho công khai họ tên", "consents_name"),
        ("Ngày", "day"),
        ("Ngày nhận", "day"),
        ("Ghi chú", "note"),
        ("STT", ""),
        ("TT", ""),
        ("Lĩnh vực", ""),
        ("Đề nghị Ủy ban xem xét " * 9, ""),
    ],
)
def test_a_heading_is_known_by_the_names_in_use(label, field):
    assert field_of(label) == field


def test_columns_stand_in_any_order_below_titles():
    rows = [
        ["HỘI LIÊN HIỆP PHỤ NỮ XÃ", "", "", ""],
        ["DANH SÁCH Ý KIẾN, KIẾN NGHỊ", "", "", ""],
        ["", "", "", ""],
        ["STT", "SĐT", "Ý kiến", "Họ tên"],
        ["1", "0912345678", "Khi nào sửa đường?", "Nguyễn Thị Mười"],
    ]
    found = find_columns(rows)

    assert found.head == 4
    assert found.fields == {"phone": 1, "text": 2, "sender_name": 3}


def test_a_heading_of_two_rows_is_read_as_one():
    rows = [
        ["TT", "Người gửi", "", "Nội dung"],
        ["", "Họ tên", "Địa chỉ", ""],
        ["1", "Nguyễn Thị Mười", "Ấp 3", "Khi nào sửa đường?"],
    ]
    found = find_columns(rows)

    assert found.head == 2
    assert found.fields == {"sender_name": 1, "sender_unit": 2, "text": 3}


def test_without_a_heading_the_longest_column_is_proposed():
    rows = [["1", "Khi nào sửa đường liên ấp?"], ["2", "Bao giờ có nước sạch?"]]
    found = find_columns(rows)

    assert (found.head, dict(found.fields)) == (0, {"text": 1})


def test_a_text_that_speaks_of_questions_is_no_heading():
    rows = [["Ý kiến"], ["Kiến nghị sửa đường liên ấp"], ["Câu hỏi về nước sạch"]]

    assert find_columns(rows).head == 1


def test_of_two_columns_of_one_name_the_first_is_taken():
    assert find_columns([["Nội dung", "Nội dung"]]).fields == {"text": 0}


def test_an_empty_file_has_no_columns():
    assert dict(find_columns([]).fields) == {}


@pytest.mark.parametrize(
    "rows, head",
    [
        ([["Mã hội viên", "Tuổi", "Nghề nghiệp"], ["12", "45", "Nông dân"]], 1),
        ([["Họ tên", "Nghề nghiệp"], ["Nguyễn Thị Mười", "Nông dân"]], 1),
        ([["12", "45", "Nông dân"], ["13", "36", "Công nhân"]], 0),
    ],
)
def test_a_list_without_sentences_has_no_text_and_its_names_are_no_row(rows, head):
    found = find_columns(rows)

    assert "text" not in found.fields
    assert found.head == head


def test_sentences_below_an_unknown_name_are_proposed_without_the_name():
    rows = [["Mã", "Ghi nhận"], ["12", "Khi nào sửa đường liên ấp?"]]
    found = find_columns(rows)

    assert (found.head, dict(found.fields)) == (1, {"text": 1})


def test_a_first_row_that_already_asks_is_no_heading():
    rows = [["Mười", "Khi nào sửa đường liên ấp?"], ["Tám", "Bao giờ có nước sạch?"]]

    assert find_columns(rows).head == 0
