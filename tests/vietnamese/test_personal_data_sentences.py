"""Personal data in whole sentences, traps among them; `{…}` marks what must be found.

Run as a module to print precision and recall over the table.
"""

import re
from pathlib import Path

import pytest

from doithoai.vietnamese.personal_data import find_personal_data

LINES = Path(__file__).with_name("personal_data_sentences.txt").read_text("utf-8").splitlines()
SENTENCES = [line for line in LINES if line and not line.startswith("#")]


def plain(marked: str) -> str:
    """The sentence without the marks."""
    return re.sub(r"[{}]", "", marked)


def marked_again(text: str) -> str:
    """The sentence with marks around what is found in it."""
    pieces, done = list[str](), 0
    for data in find_personal_data(text):
        pieces += [text[done : data.start], "{", data.text, "}"]
        done = data.end
    return "".join([*pieces, text[done:]])


def spans(marked: str) -> set[tuple[int, int]]:
    """Where the marks stood, counted without them."""
    return {
        (match.start() - 2 * index, match.end() - 2 * index - 2)
        for index, match in enumerate(re.finditer(r"{[^}]*}", marked))
    }


def quality() -> tuple[float, float]:
    """Precision and recall of what is found, by exact span, over the table."""
    expected = {(line, span) for line in SENTENCES for span in spans(line)}
    found = {(line, span) for line in SENTENCES for span in spans(marked_again(plain(line)))}
    return len(expected & found) / len(found), len(expected & found) / len(expected)


@pytest.mark.parametrize("marked", SENTENCES)
def test_personal_data_is_found_and_nothing_else(marked):
    assert marked_again(plain(marked)) == marked


if __name__ == "__main__":
    print("precision {:.3f}, recall {:.3f}".format(*quality()))
