from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.features import FEATURES, Standing, Weighing, features, profile, weighed

ALONE = Standing(likeness=0.5, places=(0, 0), best=(0.5, 0.5), second=(0.1, 0.1))


def numbers(one, other):
    weighing = Weighing(())
    left, right = weighed(profile(one), weighing), weighed(profile(other), weighing)
    found = features(left, right, weighing, ALONE)
    return dict(zip(FEATURES, found, strict=True))


def test_the_same_thing_by_another_name_is_covered():
    assert numbers("sổ đỏ", "giấy chứng nhận quyền sử dụng đất")["subject_low"] == 1


def test_a_name_that_the_other_has_not_is_missed():
    missed = numbers("Chợ ở xã Long Mỹ hỏng", "Chợ ở xã Tân Phú hỏng")
    assert missed["names_missed_low"] > 0


def test_a_place_named_by_both_speaks_for_one_matter_however_it_is_typed():
    told = numbers("Đèn đường hẻm 12 Lý Tự Trọng hư cả tháng", "hem 12 ly tu trong toi om")
    assert told["name_shared"] == 1
    assert told["numbers_shared"] == 0.5
    elsewhere = numbers("Đèn đường hẻm 12 Lý Tự Trọng hư", "Đèn đường hẻm 9 Hùng Vương hư")
    assert elsewhere["name_shared"] == elsewhere["numbers_shared"] == 0


def test_a_road_of_another_number_is_seen():
    assert numbers("quốc lộ 1 hỏng", "quốc lộ 53 hỏng")["other_number"] == 1
    assert numbers("quốc lộ 1 hỏng", "quốc lộ 1 ngập")["other_number"] == 0


def test_another_count_of_the_same_thing_is_seen():
    assert numbers("nghỉ 15 ngày", "nghỉ 20 ngày")["other_quantity"] == 1
    assert numbers("nghỉ 15 ngày", "nghỉ 2 tháng")["other_quantity"] == 0


def test_opposed_terms_are_seen():
    assert numbers("cấp giấy phép lái xe", "thu hồi giấy phép lái xe")["opposed_terms"] == 1


def test_asking_for_papers_is_not_asking_how_long():
    asked = numbers("Đăng ký kết hôn cần giấy tờ gì?", "Đăng ký kết hôn mất bao lâu?")
    assert asked["asked_otherwise"] == 1


@given(st.text(), st.text())
def test_a_pair_has_the_same_numbers_whichever_comes_first(one, other):
    assert numbers(one, other) == numbers(other, one)


def test_rare_words_weigh_more_than_common_ones_even_in_a_list_of_two():
    weighing = Weighing([profile("đường xã ngập"), profile("đường xã hỏng")])
    assert 0 <= weighing.of("duong") < weighing.of("xeo") <= 1


def test_words_that_only_fold_alike_are_not_the_same():
    assert numbers("bán đất", "bạn đất")["share_high"] < numbers("bán đất", "ban dat")["share_high"]
