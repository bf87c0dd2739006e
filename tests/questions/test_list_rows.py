"""What a row of a list says, and what is told of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.questions.rules.fingerprints import fingerprint
from doithoai.questions.rules.list_rows import NO_CONSENT, read_row

TODAY = date(2024, 10, 7)
NAMES = ("text", "sender_name", "sender_unit", "phone", "email", "consents_contact", "day")
FIELDS = {name: place for place, name in enumerate((*NAMES, "consents_name"))}
TEXT = "Khi nào sửa đường ấp 3?"


def row(text=TEXT, **cells):
    said = {"text": text, **cells}
    return read_row(7, [said.get(name, "") for name in FIELDS], FIELDS, today=TODAY)


def test_a_full_row_is_kept_whole():
    found = row(
        sender_name=" Nguyễn  Thị Mười ",
        phone="912 345 678".replace(" ", ""),
        email="muoi@vidu.vn",
        consents_contact="x",
        consents_name="Có",
        day="02/09/2024",
    )

    assert found.faults == found.notes == ()
    assert found.values["sender_name"] == "Nguyễn Thị Mười"
    assert found.values["phone"] == "0912345678"
    assert found.values["day"] == "2024-09-02"
    assert found.values["consents_contact"] is found.values["consents_name"] is True


@pytest.mark.parametrize(
    "text",
    ["Kiến nghị sửa đường liên ấp", "Câu hỏi về đường ấp 3 xã Phú Tân", "Đề xuất mở lớp dạy nghề"],
)
def test_a_petition_that_begins_as_a_heading_does_is_taken(text):
    assert not row(text).notes


@pytest.mark.parametrize("text", ["Nội dung câu hỏi", "Ý kiến, kiến nghị", "Họ và tên"])
def test_a_heading_among_the_rows_is_taken_only_when_marked(text):
    assert row(text).notes


@pytest.mark.parametrize("consent", ["", "không", "chưa", "0"])
def test_contact_without_consent_is_left_out_and_that_is_said(consent):
    found = row(phone="0912345678", email="muoi@vidu.vn", consents_contact=consent)

    assert found.notes == (NO_CONSENT,)
    assert (found.values["phone"], found.values["email"]) == ("", "")
    assert "0912345678" not in str(found)


@pytest.mark.parametrize(
    "cells, words",
    [
        ({"text": "", "sender_name": "Mười"}, "Chưa có nội dung"),
        ({"text": "?!"}, "quá ngắn"),
        ({"text": "a " * 10_001}, "ký tự"),
        ({"sender_name": "a" * 121}, "họ tên còn 120"),
        ({"phone": "123", "consents_contact": "x"}, "10 chữ số"),
        ({"email": "muoi", "consents_contact": "x"}, "ten@vidu.vn"),
        ({"day": "tháng 9"}, "ngày/tháng/năm"),
        ({"day": "31/2/2024"}, "không có ngày này"),
        ({"day": "8/10/2024"}, "sau hôm nay"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(cells, words):
    found = row(**{"text": TEXT, **cells})

    assert words in " ".join(found.faults)
    assert found.fingerprint == ""


def test_a_blank_row_and_one_that_counts_columns_are_no_rows():
    assert row(text="") is None
    assert read_row(2, ["(1)", "(2)", "(3)"], {"text": 1}, today=TODAY) is None


def test_the_same_words_typed_otherwise_have_the_same_fingerprint():
    one = fingerprint("Khi nào  sửa đường?", "Nguyễn Thị Mười", "Ấp 3")

    assert one == fingerprint("khi nao sua duong", "NGUYỄN THỊ MƯỜI", "ấp 3.")
    assert one != fingerprint("khi nao sua duong", "", "ấp 3")
    assert one != fingerprint("khi nao sua duong ap 3", "NGUYỄN THỊ MƯỜI", "")


@given(st.lists(st.text(max_size=30), min_size=8, max_size=8))
def test_no_row_whatever_stands_in_it_breaks_the_reading(cells):
    found = read_row(1, cells, FIELDS, today=TODAY)

    assert found is None or found.values["consents_contact"] or not found.values["phone"]


def test_of_a_text_too_long_only_the_beginning_is_kept_to_be_shown():
    found = row("á" * 1_000_000)

    assert "Rút còn 20000" in found.faults[0]
    assert len(found.values["text"]) == 500


@pytest.mark.parametrize("text", ["Nông dân", "Nội dung câu hỏi, kiến nghị"])
def test_a_few_words_or_a_heading_are_doubtful_and_that_is_said(text):
    found = row(text)

    assert found.is_doubtful
    assert not found.faults
    assert "Chỉ nhận khi đánh dấu" in found.notes[0]


def test_a_sentence_is_not_doubtful():
    assert not row().is_doubtful
