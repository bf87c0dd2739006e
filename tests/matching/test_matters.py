"""Matters of one submission: `¦` in the table stands where a text is cut, `⏎` for a new line."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.matters import propose_parts

LINES = Path(__file__).with_name("matters.txt").read_text("utf-8").splitlines()
TEXTS = [line for line in LINES if line and not line.startswith("#")]


def marked_again(text: str) -> str:
    """The text with a mark before each part but the first."""
    starts = [part.start for part in propose_parts(text)]
    return "¦ ".join(text[a:b] for a, b in pairwise([*starts, len(text)])).replace("\n", "⏎")


def plain(marked: str) -> str:
    return marked.replace("¦ ", "").replace("⏎", "\n")


@pytest.mark.parametrize("marked", TEXTS)
def test_a_text_is_cut_where_another_matter_begins(marked):
    assert marked_again(plain(marked)) == marked


def test_an_empty_text_has_no_parts():
    assert propose_parts(" \n") == []


def test_the_reason_quotes_what_begins_a_part():
    text = "Bao giờ sửa đường liên xã? Ngoài ra, đề nghị tăng phụ cấp cho y tế thôn bản."

    assert [part.reason for part in propose_parts(text)] == [
        "Việc nêu đầu tiên.",
        "Có từ nối “Ngoài ra”, chuyển sang việc khác.",
    ]


_PIECES = [
    *["1. Xin cấp sổ đất. ", "2) Trạm y tế thiếu thuốc; ", "Ngoài ra ", "\n- ", "a) ", "b) "],
    *["Câu 1: ", "Thứ nhất ", "thứ hai, ", "ấp 3. ", "?!", " \n\n", "\u0301", "12.500 đồng "],
    *["Bao giờ sửa cầu treo? ", "đề nghị tăng lương giáo viên", "nước máy đục, mong xử lý. "],
]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=80))
def test_parts_stand_in_order_apart_and_cover_all_that_is_written(text):
    parts = propose_parts(text)
    covered = [place for part in parts for place in range(part.start, part.end)]

    assert covered == sorted(set(covered))
    assert all(text[place].isspace() for place in set(range(len(text))) - set(covered))
    assert all(part.start < part.end for part in parts)
