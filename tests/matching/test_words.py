from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.lexicon import Abbreviation, Lexicon
from doithoai.matching.words import normalise

LEXICON = Lexicon(
    abbreviations=(
        Abbreviation("BHYT", "bảo hiểm y tế"),
        Abbreviation("GD&ĐT", "giáo dục và đào tạo"),
        Abbreviation("CN", "công nhân", ("kcn", "luong")),
        Abbreviation("TU", "Tỉnh ủy"),
        Abbreviation("ko", "không"),
    ),
    formulas=("xin hỏi", "xin"),
)


def said(text):
    return " ".join(normalise(text, LEXICON).fold)


def test_one_text_typed_in_several_ways_has_one_fold():
    ways = [
        "Sở thuỷ lợi hoà giải",
        "SỞ THỦY LỢI HÒA GIẢI",
        "Sở thuỷ lợi hoà giải",
        "so thuy loi hoa giai",
    ]
    assert len({said(way) for way in ways}) == 1


def test_the_exact_form_keeps_diacritics_with_the_tone_in_one_place():
    assert normalise("Toà thuỷ", LEXICON).exact == ("tòa", "thủy")


def test_a_typists_eth_is_a_d():
    assert said("Ðường ðất") == "duong dat"


def test_letters_and_digits_part_and_grouped_digits_are_one_number():
    assert said("ĐT864, dt.864: 3.500.000 đ") == "dt 864 dt 864 3500000 d"
    assert said("4k, 2tr, km1+500") == "4 nghin 2 trieu km 1 500"


def test_abbreviations_are_spelled_out_with_diacritics():
    assert normalise("thẻ bhyt", LEXICON).exact == ("thẻ", "bảo", "hiểm", "y", "tế")
    assert said("sở GD&ĐT") == "so giao duc va dao tao"


def test_an_ambiguous_abbreviation_needs_a_word_beside_it():
    assert said("CN ở KCN") == "cong nhan o kcn"
    assert said("CN Cầu Giấy") == "cn cau giay"


def test_a_word_that_only_looks_like_an_abbreviation_stays():
    assert said("TU họp") == "tinh uy hop"
    assert said("từ nay tu sửa") == "tu nay tu sua"


def test_writers_y_and_i_meet():
    assert said("kĩ sư, lí lịch, bác sỹ") == said("kỹ sư, lý lịch, bác sĩ")


def test_formulas_are_marked_longest_first():
    assert normalise("Xin hỏi: xin số", LEXICON).formula == (True, True, True, False)


def test_spans_point_into_the_text_as_it_was_handed_in():
    text = "Sở\u200b GD&ĐT ơi"
    words = normalise(text, LEXICON)
    assert [text[start:end] for start, end in words.spans][-1] == "ơi"
    assert {text[a:b] for a, b in words.spans[1:-1]} == {"GD&ĐT"}


def test_a_text_says_whether_it_was_typed_with_diacritics():
    assert normalise("đường hỏng").marked
    assert not normalise("duong hong").marked


@given(st.text())
def test_words_run_side_by_side_and_their_spans_lie_in_the_text(text):
    words = normalise(text, LEXICON)
    assert len(words.exact) == len(words.fold) == len(words.spans) == len(words.formula)
    assert all(0 <= start < end <= len(text) for start, end in words.spans)


@given(st.text(alphabet="ạéêđĐÐơưỷỡhqtglknuyaoi 0123456789.,/-\u0301\u0323\u200b"))
def test_normalising_what_was_normalised_changes_nothing(text):
    once = normalise(text, Lexicon())
    assert normalise(" ".join(once.exact), Lexicon()).exact == once.exact
    assert normalise(" ".join(once.fold), Lexicon()).fold == once.fold
