"""Numbers and money, in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.numbers import (
    format_money,
    format_number,
    from_words,
    money_in_words,
    parse_number,
    to_words,
)


@pytest.mark.parametrize(
    "number, words",
    [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (450, "bốn trăm năm mươi"),
        (2022, "hai nghìn không trăm hai mươi hai"),
        (7_500_000, "bảy triệu năm trăm nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_000_000_000_000, "hai nghìn tỷ"),
        (-3, "âm ba"),
    ],
)
def test_a_number_is_spoken(number, words):
    assert to_words(number) == words


@pytest.mark.parametrize(
    "words, number",
    [
        ("hai ngàn không trăm lẻ bốn", 2004),
        ("ba tỉ", 3_000_000_000),
        ("hai mươi bốn", 24),
        ("bẩy", 7),
        ("Một trăm năm mươi", 150),
        ("hai muoi lam", 25),
    ],
)
def test_other_ways_of_speaking_are_understood(words, number):
    assert from_words(words) == number


@pytest.mark.parametrize(
    "text", ["", "đại biểu", "một hai", "nghìn", "hai nghìn ba triệu", "âm", "tỷ", "một trăm hai"]
)
def test_words_that_say_no_number_give_none(text):
    assert from_words(text) is None


@given(st.integers(-(10**20), 10**20))
def test_words_say_the_number_they_were_made_from(number):
    assert from_words(to_words(number)) == number
    assert from_words(fold(to_words(number))) == number


@pytest.mark.parametrize(
    "text, number",
    [
        ("01", 1),
        (" 1.500 ", 1500),
        ("1.234.567", 1_234_567),
        ("10 (mười)", 10),
        ("mười lăm", 15),
        ("1,5", None),
        ("10.12", None),
        ("24/5", None),
        ("1" * 5000, None),
        ("", None),
    ],
)
def test_a_number_is_read_from_a_cell(text, number):
    assert parse_number(text) == number


@given(st.integers(0, 10**15))
def test_figures_read_back(number):
    assert parse_number(format_number(number)) == number


def test_money_is_written_for_a_voucher():
    assert format_number(1884) == "1.884"
    assert format_money(7_500_000) == "7.500.000 đ"
    assert money_in_words(7_500_000) == "Bảy triệu năm trăm nghìn đồng chẵn"
    assert money_in_words(1_250) == "Một nghìn hai trăm năm mươi đồng"
    assert money_in_words(0) == "Không đồng"
