"""Receipt codes and the collecting window."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.questions.rules import LETTERS, is_open, new_code, read_code


def test_a_code_is_read_back_however_it_is_typed():
    code = new_code("TG", 2024)

    assert read_code(code) == code
    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code(f"  {code.replace('-', '')} ") == code


@given(st.integers(0, 7), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_caught(place, letter):
    head, first, second = new_code("CB", 2022).split("-")
    body = list(first + second)
    changed = [*body[:place], letter, *body[place + 1 :]]
    if changed != body:
        assert read_code(f"{head}-{''.join(changed)}") is None


@given(st.integers(0, 6))
def test_two_swapped_letters_are_always_caught(place):
    head, first, second = new_code("CB", 2022).split("-")
    body = list(first + second)
    body[place], body[place + 1] = body[place + 1], body[place]
    if "".join(body) != first + second:
        assert read_code(f"{head}-{''.join(body)}") is None


@pytest.mark.parametrize(
    "typed", ["", "TG24", "xin chào", "TG24-0000-0000", "A" * 500, "½½½½½½½½½½½½"]
)
def test_what_is_no_code_is_none(typed):
    assert read_code(typed) is None


@pytest.mark.parametrize(
    "day, opened",
    [
        (date(2024, 7, 31), False),
        (date(2024, 8, 1), True),
        (date(2024, 10, 9), True),
        (date(2024, 10, 10), False),
    ],
)
def test_the_window_holds_both_its_days(day, opened):
    assert is_open(date(2024, 8, 1), date(2024, 10, 9), day) is opened
