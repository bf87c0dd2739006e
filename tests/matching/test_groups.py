import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.matching.groups import Contradiction, Item, group, near, score_pairs

TEXTS = {
    "a1": "Đường liên thôn Bản Sen xuống cấp, nhiều ổ gà, đề nghị sửa chữa.",
    "a2": "duong lien thon ban sen hu hong nang, de nghi sua",
    "b1": "Hồ sơ cấp giấy chứng nhận quyền sử dụng đất gồm những gì?",
    "b2": "Làm sổ đỏ cần giấy tờ gì ạ?",
    "c1": "Trạm y tế xã Long Mỹ thiếu thuốc, đề nghị bổ sung.",
    "d1": "Lao động nữ nghỉ thai sản được hưởng mấy tháng lương?",
    "e1": "Đường liên thôn Bản Cháo xuống cấp, nhiều ổ gà, đề nghị sửa chữa.",
}
ITEMS = [Item(name, text) for name, text in TEXTS.items()]


def matters(items, **links):
    return {frozenset(item.id for item in found.items) for found in group(items, **links)}


def test_one_matter_in_two_spellings_is_one_group():
    assert {"a1", "a2"} in matters(ITEMS)


def test_the_same_words_about_another_place_are_another_matter():
    together = next(found for found in matters(ITEMS) if "e1" in found)
    assert "a1" not in together


def test_a_text_sent_twice_scores_one():
    twice = [Item("x", "Bao giờ có nước sạch?"), Item("y", "bao giờ có  NƯỚC SẠCH"), *ITEMS]
    best = score_pairs(twice)[0]
    assert ({best.one.id, best.other.id}, best.score) == ({"x", "y"}, 1.0)


def test_every_question_stands_in_exactly_one_group():
    members = [item.id for found in group(ITEMS) for item in found.items]
    assert sorted(members) == sorted(TEXTS)


def test_one_text_sent_by_hundreds_is_one_group():
    items = [Item(f"{n:03}", "Khi nào có nước sạch ở xã Phú Tân?") for n in range(300)]
    apart = [("007", "008")]

    assert [len(one.items) for one in group(items)] == [300]
    assert len(group(items, cannot_link=apart)) == 2


def test_officials_decisions_are_kept():
    found = matters(ITEMS, must_link=[("c1", "d1")], cannot_link=[("a1", "a2")])
    assert any({"c1", "d1"} <= together for together in found)
    assert not any({"a1", "a2"} <= together for together in found)


def test_decisions_about_questions_that_are_gone_are_passed_over():
    assert matters(ITEMS, must_link=[("a1", "gone")]) == matters(ITEMS)


def test_decisions_that_contradict_each_other_are_refused():
    with pytest.raises(Contradiction):
        group(ITEMS, must_link=[("a1", "b1"), ("b1", "c1")], cannot_link=[("c1", "a1")])


def test_an_id_that_comes_twice_is_refused():
    with pytest.raises(ValueError, match="a1"):
        group([*ITEMS, ITEMS[0]])


def test_a_list_of_none_or_of_empty_texts_is_grouped_too():
    assert group([]) == []
    assert matters([Item("x", ""), Item("y", "?!")]) == {frozenset("x"), frozenset("y")}


def test_the_nearest_come_best_first_and_never_oneself():
    found = near(ITEMS)
    assert found["a1"][0] == "a2" or found["a2"][0] == "a1"
    assert all(name not in its for name, its in found.items())


def test_a_pair_tells_its_reasons():
    pair = next(p for p in score_pairs(ITEMS) if {p.one.id, p.other.id} == {"a1", "e1"})
    assert any(reason.startswith("Cùng nói: ") for reason in pair.reasons())


@settings(max_examples=15, deadline=None)
@given(st.permutations(ITEMS), st.permutations(sorted(TEXTS)))
def test_the_order_of_a_list_changes_nothing_and_must_links_are_kept(items, names):
    links = [(names[0], names[1]), (names[1], names[2])]
    assert group(items, must_link=links) == group(ITEMS, must_link=links)
    assert any(set(names[:3]) <= together for together in matters(items, must_link=links))
