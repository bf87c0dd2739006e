"""The column at which a text file's lines were broken by force."""

from __future__ import annotations

import re

from doithoai.reading.source import Line, SourceDocument

COLUMNS = re.compile(r"\t+|\s{4,}")
"""What parts the columns of a line."""


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
    widest = short[-1 - len(short) // 100]
    wide = [
        below.text.strip()[:1].islower()
        for line, below, length in zip(lines, lines[1:], lengths, strict=False)
        if length >= 0.85 * widest and below.number == line.number + 1
    ]
    return widest if widest >= 50 and sum(wide) >= max(3, 0.3 * len(wide)) else 0
