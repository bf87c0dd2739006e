"""A first draft of the official wording."""

import pytest

from doithoai.matching.drafting import NO_MARKS, NUMBERS, drafted

CHAT = "E hỏi vay vốn nuôi dê dc ko ạ? nhà e k phải hộ nghèo. sdt e 09•• ••• •78, tks ad nhìu"


def test_short_forms_are_written_out_and_courtesies_and_numbers_left_off():
    draft = drafted(CHAT)

    assert draft.text == "Vay vốn nuôi dê được không ạ? Nhà em không phải hộ nghèo."
    assert NUMBERS in draft.faults
    assert any("“dc”, “ko”" in fault for fault in draft.faults)


def test_marks_are_never_put_on():
    text = "khi nao xa Phu Tan co nuoc sach"

    assert drafted(text).text == "Khi nao xa Phu Tan co nuoc sach"
    assert drafted(text).faults == (NO_MARKS,)


@pytest.mark.parametrize(
    "text",
    [
        "Khi nào xã Phú Tân có nước sạch?",
        "Đề nghị UBND tỉnh và BHXH trả lời việc đóng tiếp.",
        "Tôi tên S•••, bà H••• ở ấp bên cũng hỏi như tôi.",
        "Nghị định 115/2015/NĐ-CP cho hưởng 6.000.000 đồng?",
    ],
)
def test_a_slip_in_official_words_stays_as_it_is(text):
    assert drafted(text) == type(drafted(text))(text, ())


def test_a_greeting_goes_only_with_what_calls_for_a_look():
    assert drafted("Kính gửi Hội Phụ nữ. Ấp tôi chưa có nước.").faults == ()
    assert drafted("Kính gửi Hội Phụ nữ. Ấp tôi ko có nước.").text == "Ấp tôi không có nước."
