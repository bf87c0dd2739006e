"""Kinds by words, the clock of the day, what changed between two versions."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.programme.models import ItemKind
from doithoai.programme.rules.items import KIND_CUES, USUAL_MINUTES, kind_of, usual_items
from doithoai.programme.rules.timing import (
    Row,
    Span,
    clockwork,
    differences,
    duration,
    questions_that_fit,
)


@pytest.mark.parametrize(
    "words, kind",
    [
        ("Văn nghệ chào mừng", "performance"),
        ("Tuyên bố lý do, giới thiệu đại biểu", "introduction"),
        ("Khai mạc Hội nghị đối thoại", "opening"),
        ("Phóng sự: Những kết quả nổi bật", "documentary"),
        ("Trao đổi, đối thoại và trả lời ý kiến, kiến nghị", "dialogue"),
        ("Kết luận nội dung đối thoại", "conclusion"),
        ("Lãnh đạo Tỉnh ủy phát biểu tại Hội nghị đối thoại", "address"),
        ("Khen thưởng tập thể, cá nhân", "award"),
        ("Báo cáo kết quả phối hợp. Ký kết Quy chế phối hợp", "signing"),
        ("Báo cáo kết quả giải quyết kiến nghị năm trước", "report"),
        ("Kết thúc Hội nghị", "closing"),
        ("BẾ MẠC", "closing"),
        ("Đón tiếp đại biểu", "welcome"),
        ("Giải lao", "break"),
        ("Chụp ảnh lưu niệm", "other"),
    ],
)
def test_an_item_is_what_its_words_say(words, kind):
    assert kind_of(words) == kind


def test_every_kind_of_the_rules_is_a_kind_of_the_table():
    assert set(USUAL_MINUTES) == set(ItemKind.values)
    assert {kind for kind, _ in KIND_CUES} <= set(ItemKind.values)


def test_usual_items_are_of_their_kinds():
    assert [kind_of(item.name) for item in usual_items("Chủ tịch")] == [
        item.kind for item in usual_items("Chủ tịch")
    ]


SPANS = [
    Span(1, "Khai mạc", "opening", 10),
    Span(2, "Đối thoại", "dialogue", 90),
    Span(3, "Bế mạc", "closing", 5),
]


def test_items_run_one_after_another():
    clock = clockwork(SPANS, start=time(8), end=time(9, 30))

    hours = [(slot.starts, slot.ends) for slot in clock.slots.values()]
    assert hours == [(time(8), time(8, 10)), (time(8, 10), time(9, 40)), (time(9, 40), time(9, 45))]
    assert (clock.minutes, clock.ends, clock.over) == (105, time(9, 45), 15)
    assert [span.key for span in clock.longest] == [2, 1, 3]


def test_the_dialogue_holds_so_many_questions():
    clock = clockwork(SPANS, start=None, end=None)

    assert (clock.dialogue, clock.questions) == (90, 11)
    assert (clock.over, clock.ends) == (None, None)
    assert questions_that_fit(7) == 0


def test_a_programme_without_items_runs_over_nothing():
    clock = clockwork([], start=time(8), end=time(11))

    assert (clock.over, clock.ends, clock.minutes) == (None, None, 0)


@given(st.lists(st.integers(1, 120), max_size=12))
def test_items_leave_no_gap(lengths):
    spans = [Span(n, str(n), "other", minutes) for n, minutes in enumerate(lengths)]
    slots = list(clockwork(spans, start=time(7), end=None).slots.values())

    assert all(one.ends == two.starts for one, two in zip(slots, slots[1:], strict=False))


@pytest.mark.parametrize(
    "minutes, words",
    [(45, "45 phút"), (120, "2 giờ"), (195, "3 giờ 15 phút"), (0, "0 phút")],
)
def test_minutes_in_words(minutes, words):
    assert duration(minutes) == words


def row(key: str, name: str, minutes: str = "10 phút") -> Row:
    return Row(key, name, (("thời lượng", minutes),))


def test_what_changed_between_two_versions_is_told():
    old = [row("1", "Khai mạc"), row("2", "Phóng sự"), row("3", "Đối thoại"), row("4", "Bế mạc")]
    new = [row("2", "Phóng sự"), row("1", "Khai mạc"), row("3", "Đối thoại", "60 phút")]

    assert differences(old, [*new, row("5", "Ký kết")]) == [
        "Thêm “Ký kết”.",
        "Bỏ “Bế mạc”.",
        "Chuyển chỗ “Khai mạc”.",
        "“Đối thoại”: thời lượng 10 phút → 60 phút.",
    ]


def test_the_same_twice_changed_nothing():
    rows = [row("1", "Khai mạc"), row("2", "Bế mạc")]

    assert differences(rows, list(rows)) == []


def test_a_long_text_is_told_as_mended():
    old, new = Row("1", "Khai mạc", (("lời dẫn", "a" * 90),)), Row("1", "Khai mạc", ())

    assert differences([new], [old]) == ["“Khai mạc”: sửa lời dẫn."]


def test_a_name_inside_quotation_marks_has_single_ones():
    assert differences([], [row("1", "Chương trình “Sáng kiến”")]) == [
        "Thêm “Chương trình ‘Sáng kiến’”."
    ]
