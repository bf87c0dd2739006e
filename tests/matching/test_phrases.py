from doithoai.matching.lexicon import Lexicon
from doithoai.matching.phrases import Found, Phrases
from doithoai.matching.words import normalise


def phrases(*texts):
    said = [(normalise(text, Lexicon()), text) for text in texts]
    return Phrases((words.exact, words.fold, text) for words, text in said)


def found(text, *known, nested=False):
    words = normalise(text, Lexicon())
    index = phrases(*known)
    find = index.find_nested if nested else index.find
    return [its.value for its in find(words.exact, words.fold, words.marked)]


def test_the_longest_phrase_is_found_and_the_search_goes_on_behind_it():
    assert found("sổ đỏ mới, sổ hộ khẩu", "sổ", "sổ đỏ", "đỏ mới") == ["sổ đỏ", "sổ"]


def test_phrases_inside_a_longer_one_are_found_when_asked_for():
    assert set(found("sổ đỏ mới", "sổ", "sổ đỏ", "đỏ mới", nested=True)) == {
        "sổ",
        "sổ đỏ",
        "đỏ mới",
    }


def test_a_text_with_diacritics_is_taken_at_its_word():
    assert found("cho tôi bạn", "chợ", "bán") == []


def test_a_text_without_diacritics_is_taken_for_either():
    assert found("cho toi ban", "chợ", "bán") == ["chợ", "bán"]


def test_some_words_of_a_phrase_may_lack_their_diacritics():
    assert found("đường liên thon", "liên thôn") == ["liên thôn"]


def test_two_meanings_of_one_phrase_are_both_told():
    words = normalise("sổ đỏ", Lexicon())
    index = Phrases([(words.exact, words.fold, value) for value in (1, 2)])
    both = [Found(0, 2, 1), Found(0, 2, 2)]
    assert index.find(words.exact, words.fold, words.marked) == both


def test_a_phrase_at_the_end_is_not_taken_for_a_longer_one():
    assert found("xin tách hộ", "tách hộ", "tách hộ khẩu", nested=True) == ["tách hộ"]
    words = normalise("xin tách hộ", Lexicon())
    its = phrases("tách hộ", "tách hộ ra riêng").find_nested(words.exact, words.fold, words.marked)
    assert its == [Found(1, 3, "tách hộ")]
