"""TCVN3 and VNI, letter by letter and in the sentences officials write."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.reading.files.legacy import TCVN3, VNI, from_tcvn3, from_vni
from tests.reading.files.old_encodings import to_tcvn3, to_vni

LETTERS = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
SENTENCE = (
    "Chủ tịch Ủy ban nhân dân tỉnh gặp gỡ, lắng nghe ý kiến của thanh niên về việc làm; "
    "giải đáp những kiến nghị thuộc thẩm quyền, mỗi câu hỏi một câu trả lời."
)


def test_tcvn3_has_a_code_for_every_small_letter_and_seven_capitals():
    assert sorted(TCVN3.values()) == sorted(LETTERS + "ĂÂĐÊÔƠƯ")


def test_vni_has_a_code_for_every_letter_small_and_capital():
    assert set(VNI.values()) == set(LETTERS + LETTERS.upper())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("®Ò nghÞ", "đề nghị"),
        ("KÕ ho¹ch", "Kế hoạch"),
        ("KÕ HO¹CH", "KẾ HOẠCH"),
        ("ñY BAN NH¢N D¢N TØNH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("Chñ tÞch ñy ban nh©n d©n", "Chủ tịch Ủy ban nhân dân"),
        ("ng−êi lao ®éng", "người lao động"),
        ("Së VHTT", "Sở VHTT"),
        ("Lª Hoµng ¸nh", "Lê Hoàng Ánh"),
        ("Lª Hoµng ë ®©y", "Lê Hoàng ở đây"),
        ("TæNG CéNG\t150", "TỔNG CỘNG\t150"),
        ("·\tB¸o c¸o", "-\tBáo cáo"),
    ],
)
def test_tcvn3_is_read_with_its_capitals(written, meant):
    assert from_tcvn3(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Keá hoaïch", "Kế hoạch"),
        ("KEÁ HOAÏCH", "KẾ HOẠCH"),
        ("UÛy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
        ("ñoái thoaïi vôùi ngöôøi lao ñoäng", "đối thoại với người lao động"),
        (
            "kyõ thuaät, lyù luaän, nghò quyeát, dieãn ñaøn",
            "kỹ thuật, lý luận, nghị quyết, diễn đàn",
        ),
    ],
)
def test_vni_is_read_with_its_marks(written, meant):
    assert from_vni(written) == meant


def test_a_sentence_survives_both_encodings():
    assert from_tcvn3(to_tcvn3(SENTENCE)) == SENTENCE
    assert from_vni(to_vni(SENTENCE)) == SENTENCE


@settings(deadline=None)
@given(st.lists(st.text(LETTERS + "abcdeghiklmnopqrstuvxy", min_size=2)))
def test_any_small_words_survive_tcvn3(words):
    text = " ".join(words)
    assert from_tcvn3(to_tcvn3(text)).lower() == text


@settings(deadline=None)
@given(st.lists(st.sampled_from(SENTENCE.split() + SENTENCE.upper().split()), min_size=1))
def test_any_words_survive_vni(words):
    text = " ".join(words)
    assert unicodedata.normalize("NFC", from_vni(to_vni(text))) == text
