"""Letters of short codes and the check among them."""

from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.codes import LETTERS, bare, check_letter, random_letters

letters = st.text(LETTERS, min_size=5, max_size=5)


def test_no_two_letters_look_alike():
    assert len(LETTERS) == len(set(LETTERS)) == 29
    assert not set("01OIZLU") & set(LETTERS)


@given(letters, st.integers(0, 4), st.sampled_from(LETTERS))
def test_another_letter_gives_another_check(text, place, letter):
    changed = text[:place] + letter + text[place + 1 :]
    assert (check_letter(changed) == check_letter(text)) == (changed == text)


@given(letters, st.integers(0, 3))
def test_swapped_neighbours_give_another_check(text, place):
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    assert (check_letter(swapped) == check_letter(text)) == (swapped == text)


def test_typing_with_spaces_dashes_and_small_letters_is_one_code():
    assert bare(" 7k3–m9 q-") == "7K3M9Q"


def test_random_letters_are_of_the_alphabet():
    assert len(random_letters(40)) == 40
    assert set(random_letters(200)) <= set(LETTERS)
