"""Lists of a section: one entry a bullet or paragraph, announcements left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doithoai.reading.passages import Passage
from doithoai.reading.sections import Node

_NOTE = re.compile(r"\(.*\)\W*")
_LABEL_WORDS = 14


def entries(node: Node) -> Iterator[Passage]:
    """The entries under a heading, with what its own line says after the colon."""
    rest = node.rest()
    if rest and not announces(rest):
        yield rest
    yield from entries_below(node)


def entries_below(node: Node) -> Iterator[Passage]:
    """The entries under a heading, from its children alone."""
    for child in node.children:
        text = child.heading
        if not text or is_note(text):
            continue
        if not child.children:
            if not announces(text):
                yield text
        else:
            if not announces(text) and not _is_label(text):
                yield text
            yield from entries_below(child)


def announces(text: Passage) -> bool:
    """Whether a paragraph only announces the list after it."""
    return text.text.endswith(":")


def is_note(text: Passage) -> bool:
    """Whether a paragraph is a note in brackets: "(Đính kèm danh sách)"."""
    return bool(_NOTE.fullmatch(text.text))


def _is_label(text: Passage) -> bool:
    return text.text.count(" ") < _LABEL_WORDS and not text.text.endswith((".", ";"))
