import random

from doithoai.matching.duplicates import Reason, near_duplicates
from doithoai.matching.words import normalise

TEXTS = {
    "p1": "Trạm bơm ấp 3 xã Tân Phú hỏng từ đầu vụ, khi nào sửa chữa",
    "p2": "tram bom ap 3 xa tan phu hong tu dau vu khi nao sua chua",
    "p3": "Khi nào sửa chữa trạm bơm ấp 3 xã Tân Phú hỏng từ đầu vụ?",
    "q1": "Trạm bơm ấp 3 xã Long An hỏng từ đầu vụ, khi nào sửa chữa",
    "q2": "Xin hỏi trạm bơm ấp 3 xã Long Ann hỏng từ đầu vụ, khi nào sửa chữa",
    "r": "Hộ nghèo xã Tân Phú được vay vốn bao nhiêu",
}


def grouped(texts):
    return near_duplicates((id, normalise(text)) for id, text in texts.items())


def test_questions_are_grouped_by_text_and_place():
    assert [group.members for group in grouped(TEXTS)] == [("p1", "p2", "p3"), ("q1", "q2")]


def test_each_group_is_held_together_by_links_with_their_reasons():
    pumps, _ = grouped(TEXTS)

    assert {link.left for link in pumps.links} | {link.right for link in pumps.links} == {
        "p1",
        "p2",
        "p3",
    }
    assert len(pumps.links) == 2
    assert all(link.verdict.same for link in pumps.links)
    assert pumps.links[0].verdict.reason is Reason.IDENTICAL


def test_the_order_given_changes_no_group():
    expected = {frozenset(group.members) for group in grouped(TEXTS)}
    for seed in range(6):
        ids = list(TEXTS)
        random.Random(seed).shuffle(ids)
        found = grouped({id: TEXTS[id] for id in ids})
        assert {frozenset(group.members) for group in found} == expected


def test_no_questions_make_no_groups():
    assert grouped({}) == []
    assert grouped({"one": TEXTS["p1"]}) == []


def test_questions_without_a_word_are_nobodys_duplicates():
    assert grouped({"empty": "", "also": "…"}) == []
