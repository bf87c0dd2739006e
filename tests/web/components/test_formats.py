"""Dates, numbers and money on pages are written as officials write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from doithoai.web.templatetags.formats import (
    initials,
    long_date,
    moment,
    money,
    number_vi,
    short_date,
    tied,
)


def test_days_have_no_leading_zero():
    assert short_date(date(2024, 5, 4)) == "4/5/2024"
    assert long_date(date(2024, 10, 7)) == "Thứ Hai, 7/10/2024"


def test_moments_are_told_on_the_clock_of_vietnam():
    assert moment(datetime(2024, 10, 3, 18, 20, tzinfo=UTC)) == "01:20, 4/10/2024"


@pytest.mark.parametrize(
    ("number", "written"),
    [(7, "7"), (1884, "1.884"), (7_500_000, "7.500.000"), (Decimal("7.5"), "7,5")],
)
def test_thousands_take_a_point_and_decimals_a_comma(number, written):
    assert number_vi(number) == written


def test_money_never_breaks_before_its_unit():
    assert money(7_500_000) == "7.500.000\u00a0đ"


@pytest.mark.parametrize("written", [short_date, long_date, moment, number_vi, money])
def test_what_is_absent_is_written_as_nothing(written):
    assert written(None) == ""


@pytest.mark.parametrize(
    ("name", "letters"), [("Lê Thị Mười", "LM"), ("Đặng", "Đ"), ("nguyễn an", "NA"), ("", "")]
)
def test_initials_are_of_the_first_and_last_word(name, letters):
    assert initials(name) == letters


def test_a_hyphen_between_words_never_starts_a_line():
    assert tied("kinh tế - xã hội") == "kinh tế\u00a0- xã hội"
    assert tied("272/KH-UBND") == "272/KH-UBND"
