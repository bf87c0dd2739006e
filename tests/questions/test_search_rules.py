"""What is typed into the search field, and how texts are ranked and marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.questions.rules.searching import (
    SNIPPET,
    Ranking,
    indexed,
    narrowed_less,
    read_query,
    snippet,
)

DFS = {"nuoc": 40, "sach": 5, "hoc": 90}


@pytest.mark.parametrize(
    "typed", ["nước sạch nông thôn", "nuoc sach nong thon", "NƯỚC SẠCH NÔNG THÔN"]
)
def test_diacritics_and_capitals_do_not_change_what_is_found(typed: str) -> None:
    assert read_query(f"{typed} ").words == ("nuoc", "sach", "nong", "thon")


def test_the_last_word_may_be_unfinished() -> None:
    assert read_query("nước sạ").begins == "sa"
    assert read_query("nước sạch ").begins == ""


def test_quotes_and_numbers_of_documents_are_phrases() -> None:
    assert ("xa", "tan", "phu") in read_query("đường “xã Tân Phú”").phrases
    number = read_query("theo 115/2015/NĐ-CP").phrases[0]
    assert number[:2] == ("115", "2015")
    assert " ".join(number) in indexed("Căn cứ Nghị định số 115/2015/NĐ-CP của Chính phủ.").fold


def test_short_forms_are_found_spelled_out_and_as_written() -> None:
    kept = indexed("Hỏi về BHXH một lần").fold
    assert " ".join(read_query("bảo hiểm xã hội ").words) in kept
    assert "bhxh" in kept.split()


def test_codes_are_read() -> None:
    assert read_query("C-012").number == 12
    assert read_query("c 7").number == 7


def test_no_personal_data_is_kept_for_search() -> None:
    assert "0912" not in indexed("Gọi cho tôi 0912345678 về nước sạch").fold.replace(" ", "")


def test_the_commonest_word_goes_first_when_nothing_holds_all() -> None:
    less = narrowed_less(read_query("học nước sạch "), DFS)
    assert less is not None
    assert less.words == ("nuoc", "sach")
    assert narrowed_less(read_query("nước "), DFS) is None


def test_a_beginning_of_two_letters_goes_before_any_word() -> None:
    less = narrowed_less(read_query("nuoc sa"), DFS)
    assert less is not None
    assert (less.words, less.begins) == (("nuoc",), "")


def test_words_of_any_question_are_not_looked_for_alone() -> None:
    common = {"co": 60, "xyz": 0, "": 100}
    assert narrowed_less(read_query("co xyz "), common) is None


def test_a_word_typed_without_diacritics_is_first_that_word() -> None:
    ranking = Ranking.of(read_query("con "), DFS, 100)
    assert ranking.score("con nho di hoc", "con nhỏ đi học") > ranking.score(
        "con nho di hoc", "còn nhỏ đi học"
    )


def test_diacritics_as_typed_and_words_together_rank_higher() -> None:
    sought = read_query("bán nước ")
    ranking = Ranking.of(sought, DFS, 100)
    right = ranking.score("ban nuoc sach", "bán nước sạch")
    wrong = ranking.score("ban nuoc sach", "bạn nước sạch")
    apart = ranking.score("ban sach nuoc", "bán sạch nước")
    assert right > wrong
    assert right > apart


def test_matches_are_marked_as_written() -> None:
    pieces = snippet("Khi nào xã Phú Tân có nước sạch?", read_query("nuoc sa"))
    assert [piece.text for piece in pieces if piece.is_match] == ["nước", "sạch"]


@given(st.text(max_size=400), st.text(min_size=1, max_size=20))
def test_a_short_text_is_shown_whole_and_a_long_one_in_part(text: str, typed: str) -> None:
    told = "".join(piece.text for piece in snippet(text, read_query(typed)))
    assert told == text if len(text) <= SNIPPET else len(told) <= SNIPPET + 4


@given(st.text(max_size=60))
def test_only_plain_words_reach_the_index(typed: str) -> None:
    sought = read_query(typed)
    assert all(word.isascii() and word.isalnum() for word in (*sought.words, sought.begins) if word)
