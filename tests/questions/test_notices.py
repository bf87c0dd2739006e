"""What senders are told about their data, and until when a question is taken late."""

from datetime import date

import pytest

from doithoai.questions.rules import is_taken_late, notice_of, notice_on, notice_versions

ABOUT = ["Ai giữ", "Để làm gì", "Ai xem được", "Giữ bao lâu", "Quyền của ông/bà"]
LAST = date(2024, 10, 9)


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        (date(2022, 5, 1), "Luật An toàn thông tin mạng số 86/2015/QH13."),
        (date(2024, 10, 7), "Nghị định số 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân."),
        (date(2026, 1, 1), "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15;"),
    ],
)
def test_the_notice_told_rests_on_the_law_of_the_day(day, basis):
    assert dict(notice_of(notice_on(day)).items)["Căn cứ"].startswith(basis)


def test_the_newest_version_is_told_now_and_old_ones_are_still_read():
    assert notice_versions()[0] == notice_on(date(2026, 11, 22))
    assert "2026-1" in notice_versions()


@pytest.mark.parametrize("version", notice_versions())
def test_every_version_says_who_why_how_long_and_which_rights(version):
    told = dict(notice_of(version).told_by("Hội Nông dân tỉnh"))

    assert set(ABOUT) <= set(told)
    assert told["Ai giữ"].startswith("Hội Nông dân tỉnh và ")
    assert all(words.endswith(".") for words in told.values())


def test_no_line_of_a_version_is_lost_in_reading():
    lengths = {version: len(notice_of(version).items) for version in notice_versions()}

    assert lengths == {"2022-1": 8, "2023-1": 8, "2026-1": 6, "2026-2": 8, "2026-3": 8}


def test_a_version_that_never_was_is_not_read():
    with pytest.raises(KeyError):
        notice_of("../2026-1")


@pytest.mark.parametrize(
    "last, held_on, month, today, taken",
    [
        (LAST, date(2024, 10, 24), "", date(2024, 10, 9), False),
        (LAST, date(2024, 10, 24), "", date(2024, 10, 10), True),
        (LAST, date(2024, 10, 24), "", date(2024, 10, 24), True),
        (LAST, date(2024, 10, 24), "", date(2024, 10, 25), False),
        (LAST, None, "2024-10", date(2024, 10, 31), True),
        (LAST, None, "2024-10", date(2024, 11, 1), False),
        (LAST, None, "", date(2025, 3, 1), True),
        (None, None, "", date(2024, 10, 9), False),
    ],
)
def test_late_is_from_the_last_day_to_the_conference(last, held_on, month, today, taken):
    assert is_taken_late(last, held_on, month, today) is taken
