"""Roman numerals: there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.roman import roman_value, to_roman


@given(st.integers(1, 3999))
def test_a_numeral_reads_back_as_its_number(number):
    assert roman_value(to_roman(number)) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "iv", "12", "VIỆC"])
def test_other_text_is_no_numeral(text):
    assert roman_value(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_numeral_are_refused(number):
    with pytest.raises(ValueError, match="La Mã"):
        to_roman(number)
