"""A difference loses no word of either text and joins small islands."""

from hypothesis import given
from hypothesis import strategies as st

from doithoai.web.templatetags.differences import Piece, pieces

WORDS = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm", "sáu"]), max_size=12).map(
    " ".join
)


def told(old, new):
    return list(pieces(old, new))


def test_equal_texts_are_one_run():
    assert told("Chi nhánh bổ sung vốn", "Chi nhánh bổ sung vốn") == [
        Piece("same", "Chi nhánh bổ sung vốn")
    ]


def test_a_changed_phrase_is_removed_then_added():
    assert told("Theo quy định, được vay", "Theo Nghị định, được vay") == [
        Piece("same", "Theo"),
        Piece("removed", "quy"),
        Piece("added", "Nghị"),
        Piece("same", "định, được vay"),
    ]


def test_few_words_between_two_changes_belong_to_the_change():
    kinds = [piece.kind for piece in told("a b c d e f g h", "a X c Y e f g h")]

    assert kinds == ["same", "removed", "added", "same"]


def test_paragraphs_stay_apart():
    assert Piece("break", "") in told("một\n\nhai", "một\n\nhai")


@given(WORDS, WORDS)
def test_no_word_is_lost_or_invented(old, new):
    found = told(old, new)

    assert " ".join(p.text for p in found if p.kind in {"same", "removed"}) == old
    assert " ".join(p.text for p in found if p.kind in {"same", "added"}) == new
