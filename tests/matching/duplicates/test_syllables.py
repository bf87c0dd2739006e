import pytest

from doithoai.matching.duplicates.syllables import Nearness, could_be_a_word, nearness
from doithoai.matching.words import normalise

SAID = (
    "Đề nghị khoét rãnh thoát nước quanh nhà văn hóa, giếng khoan nghiêng, khuya nghe kẽo kẹt, "
    "quyết định của ủy ban huyện gìn giữ nguyên vẹn đường liên thôn, yên ổn, y tế, xuyến chi"
)


@pytest.mark.parametrize("word", normalise(SAID).fold)
def test_what_people_say_could_be_a_word(word):
    assert could_be_a_word(word)


@pytest.mark.parametrize(
    "word", ["hpu", "ddu", "trm", "cen", "ka", "phaa", "tryng", "x", "jo", "w"]
)
def test_slips_of_the_finger_could_not(word):
    assert not could_be_a_word(word)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("bom", "bmo", Nearness.SLIP),
        ("truong", "trruong", Nearness.SLIP),
        ("nam", "naamm", Nearness.SLIP),
        ("nguoi", "ng", Nearness.SLIP),
        ("bao", "ba", Nearness.NEAR),
        ("phuoc", "phuc", Nearness.NEAR),
        ("x", "xa", Nearness.NEAR),
        ("phu", "long", Nearness.APART),
        ("864", "865", Nearness.APART),
    ],
)
def test_nearness_is_the_same_from_both_sides(one, other, expected):
    assert nearness(one, other) is nearness(other, one) is expected
