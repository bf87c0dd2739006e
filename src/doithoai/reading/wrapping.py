"""How a text file sets its paragraphs: where lines were broken, how far first lines stand in."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from doithoai.reading.source import Line, SourceDocument

COLUMNS = re.compile(r"\t+|\s{4,}")
"""What parts the columns of a line."""
_OFTEN = 8
_LONGEST_WORD = 7
_DEEPEST = 12


def wrap_width(document: SourceDocument) -> int:
    """The column at which the lines were broken by force, 0 when paragraphs stand whole."""
    lines = [
        line
        for line in document.elements
        if isinstance(line, Line) and not line.whole and not COLUMNS.search(line.text.strip())
    ]
    lengths = [len(document.lines[line.number - 1].rstrip()) for line in lines]
    short = sorted(length for length in lengths if length <= 130)
    if len(short) < 10 or len(short) < 0.9 * len(lengths):
        return 0
    followed = [
        (length, below.text.strip()[:1].islower())
        for line, below, length in zip(lines, lines[1:], lengths, strict=False)
        if below.number == line.number + 1
    ]
    broken = max((length for length, goes_on in followed if goes_on), default=0)
    fitting = [length for length in short if length <= broken + _LONGEST_WORD]
    widest = fitting[-1 - len(fitting) // 100] if fitting else 0
    wide = [goes_on for length, goes_on in followed if length >= 0.85 * widest]
    return widest if widest >= 50 and sum(wide) >= max(3, 0.3 * len(wide)) else 0


def first_line_indent(document: SourceDocument) -> int:
    """How many spaces open the first line of a paragraph, 0 when no indent tells it."""
    if document.kind == "pdf":
        return 0
    lines = [line for line in document.elements if isinstance(line, Line) and not line.whole]
    followed: Counter[int] = Counter(
        indent_of(document, line)
        for line, below in pairwise(lines)
        if below.number == line.number + 1 and below.text.strip() and not indent_of(document, below)
    )
    del followed[0]
    indent, times = max(followed.items(), key=lambda item: item[1], default=(0, 0))
    return indent if times >= _OFTEN and indent <= _DEEPEST else 0


def indent_of(document: SourceDocument, line: Line) -> int:
    """How many spaces or tabs open a line as shown."""
    shown = document.lines[line.number - 1]
    return len(shown) - len(shown.lstrip())
