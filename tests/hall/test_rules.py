"""The clock, lateness, floods, order, and the minutes' words: pure."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.hall.minutes import Frame, Happening, course, draft
from doithoai.hall.rules import (
    Clock,
    clock_figures,
    flood_words,
    lateness,
    lateness_words,
    minutes_words,
    moved,
    size_of,
)

NINE = datetime(2024, 10, 7, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("after", "left"), [(0, 170), (100, 70), (200, -30)])
def test_a_running_clock_counts_what_was_spent_before(after, left):
    clock = Clock(limit=180, spent=10, since=NINE)

    assert clock.left(NINE + timedelta(seconds=after)) == left


def test_a_stopped_clock_stands_still():
    assert Clock(180, 45, None).left(NINE) == 135


def test_a_clock_never_runs_backwards_when_machines_disagree():
    assert Clock(180, 0, NINE).left(NINE - timedelta(seconds=5)) == 180


@pytest.mark.parametrize(
    ("seconds", "words"), [(180, "3 phút"), (150, "2 phút 30 giây"), (45, "45 giây"), (0, "0 giây")]
)
def test_lengths_are_said_in_minutes_and_seconds(seconds, words):
    assert minutes_words(seconds) == words


@pytest.mark.parametrize(("seconds", "figures"), [(135, "2:15"), (-12, "0:12"), (0, "0:00")])
def test_figures_have_two_digits_of_seconds(seconds, figures):
    assert clock_figures(seconds) == figures


@pytest.mark.parametrize(
    ("length", "size"), [(140, "short"), (141, "medium"), (221, "long"), (421, "longest")]
)
def test_long_questions_stand_smaller(length, size):
    assert size_of("a" * length) == size


@pytest.mark.parametrize(
    ("started", "now", "late"),
    [
        (time(8, 12), time(9, 0), 12),
        (time(7, 57), time(9, 0), -3),
        (None, time(8, 5), 5),
        (None, time(7, 0), 0),
    ],
)
def test_an_item_is_late_by_its_start_or_while_it_waits(started, now, late):
    assert lateness(time(8, 0), started, now) == late


def test_without_a_planned_hour_nothing_is_late():
    assert lateness(None, time(9, 0), time(9, 0)) == 0


@pytest.mark.parametrize(
    ("minutes", "words"), [(12, "chậm 12 phút"), (-63, "sớm 1 giờ 3 phút"), (0, "đúng giờ")]
)
def test_lateness_is_told_in_words(minutes, words):
    assert lateness_words(minutes) == words


@pytest.mark.parametrize(
    ("waiting", "ago", "in_a_minute", "word"),
    [(0, None, 0, ""), (3, None, 0, "chờ duyệt"), (0, 5, 0, "20 giây"), (0, 60, 90, "một phút")],
)
def test_a_telephone_waits_its_turn(waiting, ago, in_a_minute, word):
    last = None if ago is None else NINE - timedelta(seconds=ago)
    said = flood_words(waiting, last, in_a_minute, NINE)

    assert (word in said) if word else said == ""


@given(st.integers(1, 12), st.integers(0, 11), st.integers(-15, 15))
def test_moving_keeps_everyone_in_the_queue(length, place, places):
    keys = list(range(100, 100 + length))
    key = keys[place % length]
    found = moved(keys, key, places)

    assert sorted(found) == keys
    assert [one for one in found if one != key] == [one for one in keys if one != key]


def happened(key, kind, text, minute, undoes=None):
    return Happening(key, kind, text, datetime(2024, 10, 7, 8, minute, tzinfo=UTC), undoes)


def test_the_course_leaves_out_what_was_taken_back_and_what_drove_screens():
    events = [
        happened(1, "started", "Khai mạc hội nghị.", 0),
        happened(2, "screen", "Màn hình: Chào mừng.", 1),
        happened(3, "speaking", "Đại biểu nêu câu C-001.", 2),
        happened(4, "undone", "Hoàn tác.", 3, undoes=3),
        happened(5, "speaking", "Đại biểu nêu câu C-002.", 4),
    ]
    assert course(events) == ["8:00. Khai mạc hội nghị.", "8:04. Đại biểu nêu câu C-002."]


def test_the_minutes_follow_the_model_form():
    started = datetime(2024, 10, 7, 8, 0, tzinfo=UTC)
    frame = Frame("Đối thoại", "Hội trường", ("Sở Y tế",), "Chủ tịch", "Lê Tám", started, None)
    text = draft(frame, [happened(1, "started", "Khai mạc hội nghị.", 0)])
    heads = ["Thời gian bắt đầu: 8 giờ 00, ngày 07 tháng 10 năm 2024", "Địa điểm: Hội trường"]
    heads += ["Thành phần tham dự:\n- Sở Y tế", "Chủ trì: Chủ tịch", "Thư ký: Lê Tám", "8:00."]
    places = [text.index(head) for head in [*heads, "kết thúc vào hồi (ghi giờ, ngày)"]]

    assert places == sorted(places)
