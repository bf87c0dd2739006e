"""Broken lines become paragraphs again; headings, bullets and pages stay apart."""

from doithoai.reading.blocks import Block, read_blocks
from doithoai.reading.source import open_source


def bodies(text):
    items = read_blocks(open_source(text.encode(), "a.txt"))
    return [item.body.text for item in items if isinstance(item, Block)]


WRAPPED = """\
- Lấy ý kiến đoàn viên, thanh niên qua phiếu giấy và biểu mẫu; gửi kết quả về Sở
Nội vụ trước ngày 10/3/2023 để tổng hợp, phân loại theo từng lĩnh vực của Sở Lao
động - Thương binh và Xã hội, Sở Xây dựng, Ban Quản lý các khu công nghiệp tỉnh.
- Chuẩn bị nội dung trả lời thuộc lĩnh vực quản lý; cử lãnh đạo dự và trả lời trực
tiếp tại Hội nghị; phối hợp với Văn phòng Ủy ban nhân dân tỉnh hoàn thiện bài phát
biểu của lãnh đạo tỉnh, gửi lại trước khi tổ chức Hội nghị một tuần để kiểm tra kỹ
nội dung.
Sở Tài chính
- Thẩm định dự toán.
- Cấp kinh phí.
- Quyết toán.
"""


def test_lines_broken_at_a_column_are_joined():
    found = bodies(WRAPPED)
    assert len(found) == 6
    assert "về Sở Nội vụ trước" in found[0]
    assert found[1].endswith("nội dung.")


def test_a_hyphen_pushed_to_the_margin_opens_no_bullet():
    found = bodies("Chủ trì, phối hợp với các đơn vị thuộc Sở Lao động\n- Thương binh và Xã hội.\n")
    assert found == ["Chủ trì, phối hợp với các đơn vị thuộc Sở Lao động - Thương binh và Xã hội."]


def test_a_paragraph_goes_on_after_a_blank_line_in_lower_case():
    assert bodies("- Khó khăn của phụ nữ;\n\nnhững vấn đề khác.\n") == [
        "Khó khăn của phụ nữ; những vấn đề khác."
    ]


def test_a_heading_and_the_paragraph_under_it_stay_apart():
    assert bodies("1. Sở Tài chính\nThẩm định dự toán.\n") == ["Sở Tài chính", "Thẩm định dự toán."]


def test_a_number_broken_after_its_hyphen_is_closed():
    assert bodies("Thực hiện Kế hoạch số 272/KH-\nubnd của tỉnh\n") == [
        "Thực hiện Kế hoạch số 272/KH-ubnd của tỉnh"
    ]


def test_rules_are_left_out():
    assert bodies("A B\n-------\nC D\n") == ["A B", "C D"]


INDENTED = """\
    Hội nghị lắng nghe, giải đáp kiến nghị của thanh niên trên địa bàn tỉnh
về việc làm, học nghề, khởi nghiệp.
    Các cơ quan chuẩn bị nội dung trả lời trước khi Hội nghị diễn ra mười
ngày.
"""


def test_an_indent_opens_a_paragraph_where_first_lines_stand_in():
    found = bodies(INDENTED * 4)
    assert len(found) == 8
    assert found[0].endswith("học nghề, khởi nghiệp.")
    cut = INDENTED.replace(
        "trên địa bàn tỉnh\nvề việc làm, học nghề, khởi nghiệp.", "các xã vùng cao"
    )
    assert len(bodies(cut * 8)) == 16, "a full line before an indent ends its paragraph"


def test_a_line_longer_than_the_others_was_not_broken():
    title = "Tổ chức đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh " + "với thanh niên" * 4
    assert bodies(f"{title}\nXét đề nghị của Sở Nội vụ:\n{WRAPPED}")[:2] == [
        title,
        "Xét đề nghị của Sở Nội vụ:",
    ]


def test_a_page_that_ends_with_a_heading_does_not_join_it_to_its_task():
    heading = "1. Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, truyền hình Cao Bằng"
    found = bodies(f"{heading}\n\n2\n\nTuyên truyền trước, trong và sau Hội nghị.\n")
    assert found[-1] == "Tuyên truyền trước, trong và sau Hội nghị."
