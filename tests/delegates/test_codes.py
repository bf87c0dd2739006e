"""Codes of delegates: read however typed, a slip is caught."""

from hypothesis import given
from hypothesis import strategies as st

from doithoai.delegates.rules import badge_of, new_code, read_code
from doithoai.vietnamese.codes import LETTERS


def test_a_code_is_read_however_it_is_typed_or_scanned():
    code = new_code()

    assert read_code(code) == read_code(badge_of(code)) == code
    assert read_code(f" {badge_of(code).lower()} ") == code


@given(st.integers(0, 5), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_caught(place, letter):
    code = new_code()
    wrong = code[:place] + letter + code[place + 1 :]

    assert read_code(wrong) == (code if wrong == code else None)


def test_what_is_no_code_is_none():
    for typed in ("", "7K3", "7K3-M9QX", "O10ILU", "Nguyễn Thị Lan"):
        assert read_code(typed) is None
