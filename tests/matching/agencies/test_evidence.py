import pytest

from doithoai.matching.agencies import NOBODY, Mandate, Mandates, Phrase
from doithoai.matching.words import normalise
from doithoai.vietnamese.letters import fold


def evidence(text, **mandates):
    ready = Mandates.of(
        Mandate(NOBODY if agency == "nobody" else agency, tuple(Phrase(*p) for p in phrases))
        for agency, phrases in mandates.items()
    )
    return dict(zip(ready.agencies, ready.evidence(normalise(text)), strict=True))


def test_a_phrase_says_its_weight_and_a_longer_one_more():
    found = evidence("Đóng học phí bằng thẻ", a=[("học phí", 2)], b=[("thẻ", 2)])
    assert (found["a"].score, found["b"].score) == (2.5, 2)
    assert found["a"].phrases == ("học phí",)


def test_a_phrase_inside_a_longer_one_of_its_agency_says_nothing_more():
    phrases = [("bảo hiểm", 2), ("bảo hiểm thất nghiệp", 3)]
    assert evidence("Hưởng bảo hiểm thất nghiệp", a=phrases)["a"].phrases == (phrases[1][0],)


def test_a_phrase_inside_a_longer_one_of_another_agency_says_little():
    found = evidence("Thẻ bảo hiểm y tế", y=[("y tế", 4)], b=[("bảo hiểm y tế", 2)])
    assert 0 < found["y"].score < found["b"].score


def test_a_phrase_inside_one_that_points_nowhere_says_nothing():
    mandates = {"g": [("trường", 2)], "nobody": [("trường hợp", 1)]}
    assert evidence("Trường hợp nào được nghỉ", **mandates)["g"].score == 0
    assert evidence("Trường xa, trường hợp nào được nghỉ", **mandates)["g"].score == 2


def test_phrases_that_share_words_count_once_and_a_half():
    found = evidence("muốn vay vốn", n=[("muốn vay", 4), ("vay vốn", 4)])
    assert found["n"].score == 7.5


def test_a_phrase_said_twice_counts_once():
    assert evidence("học phí, học phí và học phí", a=[("học phí", 2)])["a"].score == 2.5


def test_one_meaning_in_two_spellings_counts_once():
    found = evidence("Thẻ BHYT hết hạn", b=[("bhyt", 4), ("bảo hiểm y tế", 4)])
    assert found["b"].phrases == ("bhyt",)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Đường vào ấp 3 lầy lội", True),
        ("Ấp 3 chưa có đường", False),
        ("Đường " + "rất " * 8 + "xa ấp", False),
    ],
)
def test_a_gap_is_bridged_forward_and_not_too_far(text, stands):
    assert bool(evidence(text, h=[("đường … ấp", 3)])["h"].phrases) is stands


@pytest.mark.parametrize("text", ["QL50 hư", "quốc lộ 1 hư", "quoc lo 1 hu"])
def test_any_number_fits_the_sign_for_numbers(text):
    assert evidence(text, g=[("quốc lộ #", 3)])["g"].score > 0


def test_what_speaks_against_an_agency_is_taken_off_and_not_told():
    found = evidence("Quốc lộ qua ấp", h=[("ấp", 1), ("quốc lộ", -3)])
    assert found["h"].score < 0
    assert found["h"].phrases == ("ấp",)


def test_diacritics_count_where_the_text_has_them():
    assert evidence("Bán chợ cho tư nhân", a=[("bạn", 1), ("chợ", 1)])["a"].phrases == ("chợ",)


@pytest.mark.parametrize(("word", "says"), [("chợ", False), ("thuế", True)])
def test_where_diacritics_are_missing_one_word_says_less_and_a_short_one_nothing(word, says):
    marked = evidence(f"{word} rất cao", a=[(word, 2)])["a"].score
    bare = evidence(f"{fold(word)} rat cao", a=[(word, 2)])["a"].score
    assert (0 < bare < marked) if says else bare == 0


def test_a_word_that_never_has_diacritics_says_as_much_where_they_are_missing():
    assert evidence("mo quan karaoke o dau", v=[("karaoke", 4)])["v"].score == 4


def test_two_words_say_as_much_where_diacritics_are_missing():
    assert evidence("di lam xa, hoc phi cao", a=[("học phí", 2)])["a"].score == 2.5


def test_a_text_with_few_marks_is_read_as_one_without():
    text = "nha tro lay tien dien 4k mot so, cao qua, đề nghi xem lai gia"
    assert evidence(text, c=[("tiền điện", 4)])["c"].phrases == ("tiền điện",)


def test_a_phrase_without_words_is_not_looked_for():
    assert evidence("?! …", a=[("…", 2), ("?!", 2)])["a"].score == 0
