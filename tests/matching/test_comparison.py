from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.comparison import Likeness, compare

LEFT = "Đề nghị cấp sổ đỏ cho 12 hộ thôn Bản Sen"
RIGHT = "Xin làm giấy chứng nhận quyền sử dụng đất cho 15 hộ thôn Bản Cháo"


def pieces(text, stretches, likeness):
    return [text[s.start : s.end] for s in stretches if s.likeness is likeness]


def test_what_only_one_side_says_is_marked_on_its_side():
    compared = compare(LEFT, RIGHT)
    assert any("Sen" in piece for piece in pieces(LEFT, compared.left, Likeness.ONLY_HERE))
    assert any("Cháo" in piece for piece in pieces(RIGHT, compared.right, Likeness.ONLY_HERE))


def test_the_same_thing_by_another_name_is_alike():
    assert pieces(LEFT, compare(LEFT, RIGHT).left, Likeness.ALIKE) == ["sổ đỏ"]


def test_numbers_that_differ_are_a_reason():
    assert "Khác số: 12 – 15." in compare(LEFT, RIGHT).reasons


def test_opposed_terms_are_a_reason():
    reasons = compare("Cấp giấy phép lái xe", "Thu hồi giấy phép lái xe").reasons
    assert any(reason.startswith("Khác việc: ") for reason in reasons)


def test_reasons_name_what_both_say_and_what_each_says_alone():
    labels = [reason.split(":")[0] for reason in compare(LEFT, RIGHT).reasons]
    assert labels[:3] == ["Cùng nói", "Chỉ câu này", "Chỉ câu kia"]


@given(st.text(), st.text())
def test_stretches_cover_each_text_whole(one, other):
    compared = compare(one, other)
    for text, stretches in ((one, compared.left), (other, compared.right)):
        assert "".join(text[s.start : s.end] for s in stretches) == text
        assert all(a.end == b.start for a, b in zip(stretches, stretches[1:], strict=False))


def test_words_that_every_question_may_have_are_no_reason():
    one = "Em gửi đơn rồi mà chưa thấy mấy chú trả lời cho em"
    other = "roi may chu cho em hoi ma hop dong dien sao lau qua"

    assert not {"roi", "rồi", "cho", "em", "ma", "mà"} & {*compare(one, other).shared}


def test_what_both_say_is_shown_with_its_marks_when_one_of_them_writes_them():
    assert any("nước" in said for said in compare("sua ong nuoc sach", "Sửa ống nước sạch").shared)


def test_words_that_stand_apart_by_chance_are_no_shared_matter():
    one = "em di hop di van dong suot, tien xang khong du"
    other = "Con em bịnh phải đóng tiền ngoài. Mấy bên phối hợp sao mà dân phải chạy tới chạy lui?"

    assert compare(one, other).shared == ()
