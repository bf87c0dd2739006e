"""The three formats say the same words in the same order."""

from tests.documents.papers import FULL
from tests.documents.words import words_of_docx, words_of_html, words_of_pdf


def test_every_block_says_the_same_in_all_three_formats():
    words = words_of_html(FULL)

    assert words_of_docx(FULL) == words
    assert words_of_pdf(FULL) == words
    assert " ".join(words).startswith("ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG VĂN PHÒNG CỘNG HÒA")
