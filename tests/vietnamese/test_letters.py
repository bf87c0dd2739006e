"""Letters: one form, one place for the tone, and a fold that forgets both."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.letters import (
    canonical_tone,
    fold,
    fold_in_place,
    has_diacritics,
    joined,
    nfc,
    same_name,
    words,
)

SYLLABLES = ["hoà", "toàn", "Uỷ", "quý", "khoẻ", "huỳnh", "loét", "Đặng", "quả", "nghiêng"]
vietnamese_text = st.lists(st.sampled_from(SYLLABLES), max_size=8).map(" ".join) | st.text()


@pytest.mark.parametrize(
    "written, canonical",
    [
        ("hoà bình", "hòa bình"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("thuý, khoẻ, luỹ", "thúy, khỏe, lũy"),
        ("HOÀ", "HÒA"),
        ("hòan thành", "hoàn thành"),
        ("hùynh", "huỳnh"),
        ("qúy đại biểu", "quý đại biểu"),
        ("Qủang", "Quảng"),
    ],
)
def test_a_tone_mark_has_one_place(written, canonical):
    assert canonical_tone(written) == canonical


@pytest.mark.parametrize(
    "word", ["quý", "toàn", "hoạch", "khuỷu", "thuyền", "loét", "khuya", "quỹ"]
)
def test_a_tone_mark_in_its_place_stays(word):
    assert canonical_tone(word) == word


def test_letters_that_only_look_vietnamese_are_repaired():
    assert nfc("Ðồng\u00a0Tháp\u200b, ðất, Ɖông") == "Đồng Tháp, đất, Đông"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("một\x0bhai\u2028ba\x0cbốn", "một\nhai\nba\nbốn"),
        ("bốn\x01\x1b\x7f năm\uffff\ufe0f", "bốn năm"),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("０９\u2009𝟏𝟐\u20113＠", "09 12-3@"),
        ("\udc00lẻ", "lẻ"),
    ],
)
def test_what_nobody_sees_is_gone_and_what_looks_alike_is_one(written, read):
    assert nfc(written) == read


def test_fold_leaves_plain_letters():
    assert fold("Ủy ban nhân dân ĐƯỜNG Ðất") == "uy ban nhan dan duong dat"


def test_diacritics_are_seen():
    assert has_diacritics("Đắk")
    assert has_diacritics("đ")
    assert not has_diacritics("Ban An ninh, 24/5".upper().lower())


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("Sở Tư pháp", "SỞ TƯ PHÁP", True),
        ("Uỷ ban nhân dân  tỉnh", "Ủy ban nhân dân tỉnh", True),
        ("So Tu phap", "Sở Tư pháp", True),
        ("Sở Lao động – Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", True),
        ("xã Tân Hóa", "xã Tân Hoa", False),
    ],
)
def test_names_are_the_same_whatever_the_typist(one, other, same):
    assert same_name(one, other) is same


def test_words_are_lower_case_and_without_punctuation():
    assert words("Uỷ ban (UBND), số 12") == ["ủy", "ban", "ubnd", "số", "12"]


@given(vietnamese_text)
def test_fold_is_idempotent_and_blind_to_composition(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(vietnamese_text)
def test_canonical_forms_are_idempotent_and_fold_alike(text):
    assert nfc(nfc(text)) == nfc(text)
    assert canonical_tone(canonical_tone(text)) == canonical_tone(text)
    assert fold(canonical_tone(text)) == fold(text)


@given(vietnamese_text)
def test_folding_in_place_keeps_every_position(text):
    assert len(fold_in_place(text)) == len(text)


def test_folding_in_place_reads_like_a_fold():
    assert fold_in_place("Ủy ban, ngày 5\u00a0tháng Giêng") == "uy ban, ngay 5 thang gieng"


@pytest.mark.parametrize(
    ("post", "place", "together"),
    [
        ("Thường trực Tỉnh ủy", "Tỉnh ủy Cao Bằng", "Thường trực Tỉnh ủy Cao Bằng"),
        (
            "Thường trực Hội đồng nhân dân tỉnh",
            "Hội đồng nhân dân tỉnh",
            "Thường trực Hội đồng nhân dân tỉnh",
        ),
        ("Lãnh đạo", "Sở Y tế", "Lãnh đạo Sở Y tế"),
        ("Trưởng ban", "Ban Dân vận", "Trưởng ban Ban Dân vận"),
        ("Lãnh đạo", "", "Lãnh đạo"),
    ],
)
def test_a_post_and_its_place_share_their_words_once(post, place, together):
    assert joined(post, place) == together


def test_a_pile_of_marks_is_cut_and_words_around_it_stay():
    pile = "\u0301\u0323" * 200_000

    assert nfc(f"Nước {pile} sạch, hoà bình") == f"Nước {nfc(' ' + pile[:30])[1:]} sạch, hoà bình"
