"""The order of Vietnamese words and names."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.order import person_key, sort_key


def test_letters_stand_in_the_vietnamese_order():
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(reversed(letters), key=sort_key) == letters


def test_tones_stand_in_the_order_of_dictionaries():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ", "mai"]
    assert sorted(reversed(tones), key=sort_key) == tones


def test_the_first_syllable_decides_before_the_second():
    words = ["ba xã", "bà ba", "Cao Bằng", "Đà Nẵng", "Ý Yên"]
    assert sorted(reversed(words), key=sort_key) == words


def test_numbers_stand_by_value():
    wards = ["Phường 5", "Phường 06", "Phường 12", "Phường " + "9" * 5000]
    assert sorted(reversed(wards), key=sort_key) == wards


def test_people_stand_by_given_name_then_family_then_middle():
    people = [
        "Trần Thị An", "Lê Văn Ân", "Nguyễn An Bình", "Nguyễn Văn Bình", "Phạm Bình", "Đỗ Đức",
    ]  # fmt: skip
    assert sorted(reversed(people), key=person_key) == people
    assert person_key("Bình") < person_key("Nguyễn Bình")


@given(st.text())
def test_the_order_is_blind_to_case_and_composition(text):
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(
        unicodedata.normalize("NFC", text)
    )


@given(st.text(), st.text())
def test_any_two_texts_can_be_ordered(one, other):
    assert (sort_key(one) < sort_key(other)) + (sort_key(other) < sort_key(one)) <= 1
