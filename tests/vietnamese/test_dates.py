"""Dates: written for a paper, and found in one."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.dates import (
    date_in_words,
    find_dates,
    last_day_of_month,
    long_date,
    moment_words,
    official_date,
    short_date,
)
from doithoai.vietnamese.letters import fold


def days(text, year=None):
    return [m.date.isoformat() if m.date else None for m in find_dates(text, year=year)]


@pytest.mark.parametrize(
    "text, day",
    [
        ("Dự kiến ngày 24/5/2022 (sẽ có Giấy mời sau)", "2022-05-24"),
        ("ngày 24-5-2022", "2022-05-24"),
        ("24.5.2022", "2022-05-24"),
        ("ngày 24 / 5 / 2022", "2022-05-24"),
        ("05/02/24", "2024-02-05"),
        ("ngày 12 tháng 7 năm 2024", "2024-07-12"),
        ("Mỹ Tho, ngày **12** tháng **7** năm 2024", "2024-07-12"),
        ("ngay 12 thang 7 nam 2024", "2024-07-12"),
        ("ngày 12 tháng 7/2024", "2024-07-12"),
        ("ngày mùng 8 tháng 3 năm 2024", "2024-03-08"),
        ("ngày 5 tháng Tư năm 2024", "2024-04-05"),
        ("NGÀY 12 THÁNG 7 NĂM 2024", "2024-07-12"),
        (
            "ngày hai mươi tư tháng năm năm hai nghìn không trăm hai mươi hai",
            "2022-05-24",
        ),
    ],
)
def test_a_full_date_is_found(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text, day",
    [
        ("trước 10.12", "2021-12-10"),
        ("trước ngày 10.12", "2021-12-10"),
        ("sáng 24/5", "2021-05-24"),
        ("8h00, 24/5", "2021-05-24"),
        ("Thứ Ba, 24/5", "2021-05-24"),
        ("ngày 24-5", "2021-05-24"),
        ("ngày 12 tháng 7", "2021-07-12"),
    ],
)
def test_a_date_without_year_takes_the_year_of_the_plan(text, day):
    assert days(text, year=2021) == [day]
    assert days(text) == [None]


@pytest.mark.parametrize(
    "text, month, year",
    [
        ("dự kiến trong tháng 10/2024", "2024-10", 2024),
        ("tháng 10 năm 2024", "2024-10", 2024),
        ("tháng Mười năm 2024", "2024-10", 2024),
        ("tháng Mười hai năm 2024", "2024-12", 2024),
        ("tháng Giêng năm 2025", "2025-01", 2025),
        ("tháng Năm năm 2024", "2024-05", 2024),
        ("ngày     tháng 7 năm 2024", "2024-07", 2024),
        ("ngày      /9/2023", "2023-09", 2023),
        ("ngày … / … /2022", None, 2022),
        ("quý III/2024", None, 2024),
        ("Quý III năm 2024", None, 2024),
        ("đối thoại năm 2024", None, 2024),
        ("ngày    tháng     năm 2024", None, 2024),
        ("trong tháng 8", "2023-08", 2023),
    ],
)
def test_a_month_or_a_year_is_found(text, month, year):
    (mention,) = find_dates(text, year=2023)
    assert (mention.date, mention.month, mention.year) == (None, month, year)


@pytest.mark.parametrize(
    "text, found",
    [
        ("15-25/9/2023", ["2023-09-15", "2023-09-25"]),
        ("từ ngày 15 đến ngày 25/9/2023", ["2023-09-15", "2023-09-25"]),
        ("từ 15 đến 25 tháng 9 năm 2023", ["2023-09-15", "2023-09-25"]),
        ("từ ngày 30/9 đến ngày 02/10/2023", ["2023-09-30", "2023-10-02"]),
        ("30/9 - 02/10/2023", ["2023-09-30", "2023-10-02"]),
        ("ngày 17 hoặc 18/11/2020", ["2020-11-17", "2020-11-18"]),
        ("ngày 17, 18 và 19/11/2020", ["2020-11-17", "2020-11-18", "2020-11-19"]),
        ("ngày 30 tháng 9 và ngày 01 tháng 10 năm 2024", ["2024-09-30", "2024-10-01"]),
        ("ngày 30/9 - 2/10", ["2019-09-30", "2019-10-02"]),
        ("từ ngày 15/9/2023 đến 25/9", ["2023-09-15", "2023-09-25"]),
    ],
)
def test_joined_dates_share_what_they_lack(text, found):
    assert days(text, year=2019) == found


@pytest.mark.parametrize(
    "text",
    ["tháng 9-10/2024", "tháng 9 và tháng 10 năm 2024", "cuối tháng 9, đầu tháng 10/2024"],
)
def test_joined_months_share_their_year(text):
    assert [mention.month for mention in find_dates(text, year=2020)] == ["2024-09", "2024-10"]


def test_a_room_number_before_a_date_is_no_day():
    assert days("Phòng họp số 2 - 24/5/2022") == ["2022-05-24"]


@pytest.mark.parametrize(
    "text",
    [
        "dịp 30/4 và 1/5",
        "Luật số 57/2020/QH14",
        "Nghị định số 13/2021/NĐ-CP",
        "1.500 đại biểu",
        "1/3 số đại biểu",
        "từ 2/3 số đại biểu trở lên",
        "trước 1.5 triệu đồng",
        "giai đoạn 2018 - 2022",
        "đường 30/4",
        "trong 03 tháng",
        "45/13/2022",
        "Covid-19",
    ],
)
def test_figures_that_are_no_date_are_left_alone(text):
    assert find_dates(text, year=2024) == []


def test_a_day_the_calendar_lacks_has_no_date():
    (mention,) = find_dates("ngày 31/2/2024")
    assert (mention.date, mention.month) == (None, "2024-02")


def test_a_mention_knows_its_place():
    text = "Gửi trước ngày 19/5/2022; họp ngày 24 tháng 5 năm 2022."
    mentions = find_dates(text)
    assert [m.text for m in mentions] == ["19/5/2022", "ngày 24 tháng 5 năm 2022"]
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_papers_pad_days_below_ten_and_the_first_two_months():
    assert official_date(date(2024, 2, 5)) == "ngày 05 tháng 02 năm 2024"
    assert official_date(date(2024, 3, 15)) == "ngày 15 tháng 3 năm 2024"
    assert short_date(date(2022, 5, 4)) == "4/5/2022"
    assert long_date(date(2024, 10, 7)) == "Thứ Hai, 7/10/2024"


def test_a_month_ends_on_its_last_day():
    assert last_day_of_month(2024, 2) == date(2024, 2, 29)
    assert last_day_of_month(2023, 8) == date(2023, 8, 31)


@given(st.dates(date(1975, 1, 1), date(2099, 12, 31)))
def test_every_written_form_reads_back(day):
    for write in (official_date, short_date, long_date, date_in_words):
        assert days(write(day)) == [day.isoformat()]
    assert days(fold(official_date(day))) == [day.isoformat()]


@given(st.text("0123456789/.- ngàythá", max_size=40))
def test_any_text_is_read_without_overlaps(text):
    mentions = find_dates(text, year=2024)
    edges = [edge for m in mentions for edge in (m.start, m.end)]
    assert edges == sorted(edges)


def test_a_moment_is_told_by_the_clock_of_viet_nam():
    assert moment_words(datetime(2024, 10, 6, 21, 22, tzinfo=UTC)) == "04:22, 7/10/2024"
