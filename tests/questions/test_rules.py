"""Receipt codes and the collecting window."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.questions.rules import (
    contact_faults,
    is_open,
    is_said,
    new_code,
    read_code,
)
from doithoai.vietnamese.codes import LETTERS
from doithoai.vietnamese.phones import read_phone


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


@pytest.mark.parametrize(
    "typed, digits",
    [
        ("", ""),
        ("  ", ""),
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("(0273) 3872 582", "02733872582"),
        ("09\uff112345678", "0912345678"),
        ("\uff0b84 912 345 678", "0912345678"),
    ],
)
def test_a_phone_is_read_however_it_is_spaced(typed, digits):
    assert read_phone(typed) == digits


@pytest.mark.parametrize(
    "typed, message",
    [
        ("0912 345 67", "có 10 chữ số. Số đang có 9 chữ số."),
        ("0123456789", "bắt đầu bằng 03, 05, 07, 08 hoặc 09."),
        ("không có", "bằng chữ số."),
    ],
)
def test_a_wrong_phone_is_told_how_to_mend_it(typed, message):
    with pytest.raises(ValueError, match=message):
        read_phone(typed)


def test_nobody_finds_a_text_by_a_name_that_is_masked():
    text = "Ông Nguyễn Văn Bình lấp mương nước"

    assert is_said("lấp mương", text)
    assert not is_said("Nguyễn Văn Bình", text)


def test_nobody_finds_a_text_by_a_number_that_is_masked():
    text = "Gọi 0912345678 về nước sạch"

    assert is_said("NUOC SACH", text)
    assert not is_said("0912345678", text)
    assert not is_said("345", text)


@pytest.mark.parametrize(
    "sender, fields",
    [
        ({}, []),
        ({"phone": "0912345678", "consents_contact": True}, []),
        ({"email": "a@vidu.vn"}, ["consents_contact"]),
        ({"consents_contact": True}, ["phone"]),
        ({"consents_name": True, "sender_name": ""}, ["sender_name"]),
    ],
)
def test_contact_name_and_consents_go_together(sender, fields):
    assert list(contact_faults(sender, sender)) == fields
