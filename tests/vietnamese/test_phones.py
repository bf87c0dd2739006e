"""Telephone numbers as people type them."""

import pytest

from doithoai.vietnamese.phones import read_phone


@pytest.mark.parametrize("typed", ["0912 345 678", "+84 912.345.678", "０９１２３４５６７８"])
def test_a_number_is_read_as_its_digits(typed):
    assert read_phone(typed) == "0912345678"


def test_a_pile_of_marks_is_turned_away_before_it_is_composed():
    with pytest.raises(ValueError, match="một số điện thoại"):
        read_phone("0912345678" + "\u0301\u0323" * 1000)
