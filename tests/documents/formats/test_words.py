"""The three formats say the same words in the same order."""

import pytest

from tests.documents.facts import PAPERS
from tests.documents.papers import FULL
from tests.documents.words import words_of_docx, words_of_html, words_of_pdf


@pytest.mark.parametrize("paper", [FULL, *PAPERS.values()], ids=["every_block", *PAPERS])
def test_a_paper_says_the_same_in_all_three_formats(paper):
    words = words_of_html(paper)

    assert len(words) > 20
    assert words_of_docx(paper) == words
    assert words_of_pdf(paper) == words


def test_the_letterhead_is_read_from_left_to_right():
    words = " ".join(words_of_html(FULL))

    assert words.startswith("ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG VĂN PHÒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
