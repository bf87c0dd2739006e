import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.duplicates import Reason, is_near_duplicate
from doithoai.matching.words import normalise

PUMP = "Trạm bơm ấp 3 xã Tân Phú hỏng từ đầu vụ, khi nào sửa chữa"


def judged(one, other):
    return is_near_duplicate(normalise(one), normalise(other))


@pytest.mark.parametrize(
    "other",
    [
        "TRẠM BƠM ẤP 3 XÃ TÂN PHÚ HỎNG TỪ ĐẦU VỤ, KHI NÀO SỬA CHỮA",
        "tram bom ap 3 xa tan phu hong tu dau vu, khi nao sua chua",
        "Khi nào sửa chữa trạm bơm ấp 3 xã Tân Phú hỏng từ đầu vụ?",
        "Kính thưa đồng chí Chủ tịch, trạm bơm ấp 3 xã Tân Phú hỏng từ đầu vụ, khi nào sửa chữa ạ",
        "Trạm bmơ ấp 3 xã Tân Phú hỏngg từ đầu vụ, khi nào sửa chữa",
        "Trạm bơm ấp 3 xã Tân Phú hỏng từ đầu vụ, ruộng khô hết cả, khi nào sửa chữa",
    ],
)
def test_one_text_typed_twice_is_one_text(other):
    assert judged(PUMP, other).same
    assert judged(other, PUMP).same


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("Trạm bơm ấp 5 xã Tân Phú hỏng từ đầu vụ, khi nào sửa chữa", Reason.NUMBER),
        ("Trạm bơm xã Tân Phú hỏng từ đầu vụ, khi nào sửa chữa", Reason.NUMBER),
        ("Trạm bơm ấp 3 xã Long An hỏng từ đầu vụ, khi nào sửa chữa", Reason.WORDING),
        ("Trạm bơm ấp 3 xã Phú Tân hỏng từ đầu vụ, khi nào sửa chữa", Reason.PLACE),
        ("Trạm bơm ấp 3 xã Tân Phú Đông hỏng từ đầu vụ, khi nào sửa chữa", Reason.PLACE),
        ("Trạm bơm ấp 3 xã Tân Phúc hỏng từ đầu vụ, khi nào sửa chữa", Reason.WORDING),
        ("Trạm điện ấp 3 xã Tân Phú hỏng từ đầu vụ, khi nào sửa chữa", Reason.WORDING),
    ],
)
def test_another_place_number_or_thing_is_another_matter(other, reason):
    assert judged(PUMP, other).reason is reason
    assert judged(other, PUMP).reason is reason


def test_names_written_with_other_marks_are_other_places():
    one, other = "Trạm bơm xã Tân Thành hỏng từ đầu vụ", "Trạm bơm xã Tân Thạnh hỏng từ đầu vụ"

    assert str(judged(one, other)) == "Khác nơi chốn: “thành” / “thạnh”"
    assert judged(one, "Tram bom xa Tan Thanh hong tu dau vu").reason is Reason.IDENTICAL
    assert judged("đường Bãi Sậy sụt lún", "đường Bải Sậy sụt lún").reason is Reason.IDENTICAL


def test_numbers_that_count_other_things_are_other_numbers():
    one, other = "ấp 2 xã Tân Phú chờ 5 năm chưa có nước", "ấp 5 xã Tân Phú chờ 2 năm chưa có nước"

    assert judged(one, other).reason is Reason.NUMBER


def test_a_long_addition_is_more_than_the_same_text():
    more = "và đề xuất lắp thêm đèn chiếu sáng, nâng cấp chợ, mở rộng cầu, trồng cây dọc kênh"

    assert judged(PUMP, f"{PUMP} {more}").reason is Reason.LONGER


def test_the_reason_shows_the_words_as_they_were_written():
    verdict = judged(PUMP, "Trạm bơm ấp 3 xã Long An hỏng từ đầu vụ, khi nào sửa chữa")

    assert str(verdict) == "Khác nội dung: “tân phú” / “long an”"


def test_an_abbreviation_nobody_listed_is_known_by_its_initials():
    assert judged("Mức chi thấp hơn quy định ở xã Tân Phú", "Muc chi thap hon qd o xa Tan Phu").same


@given(st.text("abdhinouxáàđê 12,.", max_size=40), st.text("abdhinouxáàđê 12,.", max_size=40))
def test_a_verdict_is_the_same_from_both_sides(one, other):
    assert judged(one, other).same == judged(other, one).same


@given(st.text(max_size=60))
def test_any_text_is_identical_to_itself(text):
    assert judged(text, text).reason is Reason.IDENTICAL
