"""Theme, form and topics of the dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doithoai.reading.entries import announces, entries, entries_below, is_note
from doithoai.reading.passages import Passage, join_passages
from doithoai.reading.plan import Fact
from doithoai.reading.sections import Node, Purpose, find_sections, is_section

_QUOTES = "“”\"'«»‘’"
_DIGIT = re.compile(r"\d")
_TELLING = 7
_THEME = re.compile(r"chu de[^“”\".;:]{0,40}[:,]?\s*[“\"«]([^”\"»]{4,300})[”\"»]")


def read_theme(root: Node, opening: Iterator[Passage]) -> Fact[str] | None:
    """The theme without its label and outer quotes."""
    for section in find_sections(root, Purpose.THEME):
        stated = statement(section)
        if stated:
            return _unquoted(stated).fact()
    for text in opening:
        match = _THEME.search(text.folded)
        if match:
            return text.cut(match.start(1), match.end(1)).without_end(" .;,").fact()
    return None


def read_form(root: Node) -> Fact[str] | None:
    """How the conference is held, as stated."""
    for section in find_sections(root, Purpose.FORM):
        stated = statement(section)
        if stated:
            return stated.without_end(" ;").fact()
    return None


def read_topics(root: Node) -> tuple[Fact[str], ...]:
    """Nội dung đối thoại: one string a bullet or paragraph."""
    found: list[Passage] = []
    for section in find_sections(root, Purpose.TOPICS):
        found += _topics_of(section)
    bare = (text.without_end(" .;,…") for text in found)
    return tuple(text.fact() for text in bare if text)


def _topics_of(section: Node) -> Iterator[Passage]:
    inner = [child for child in section.children if _is_labelled(child)]
    if not inner:
        mixed = section.purposes() != {Purpose.TOPICS}
        yield from () if mixed and not section.children else entries(section)
        return
    for child in inner:
        if Purpose.TOPICS in child.purposes():
            yield from _topics_of(child)


def _is_labelled(node: Node) -> bool:
    """Whether a child of "Nội dung" is itself a section: then the heading is only a roof."""
    return is_section(node) and not _is_sentence(node) and bool(node.purposes())


def _is_sentence(node: Node) -> bool:
    return node.is_bullet and not node.rest() and not node.children


def statement(section: Node) -> Passage | None:
    """All that a one-statement section says, joined."""
    if len(section.purposes()) > 1 and not section.rest():
        return None
    rest = section.rest()
    parts = [rest] if rest and not _only_announces(rest) else []
    parts += [text for text in entries_below(section) if not is_note(text)]
    joined = join_passages(parts)
    return joined if joined else None


def _only_announces(rest: Passage) -> bool:
    """Whether the words before a list say nothing of their own: "cụ thể như sau:"."""
    return announces(rest) and not (_DIGIT.search(rest.text) or rest.text.count(" ") >= _TELLING)


def _unquoted(text: Passage) -> Passage:
    bare = text.without_end(" .;,")
    if bare.text[:1] in _QUOTES and bare.text[-1:] in _QUOTES:
        return bare.cut(1, len(bare.text) - 1)
    match = re.fullmatch(r"[“\"«]([^”\"»]+)[”\"»].*", bare.text)
    return bare.cut(match.start(1), match.end(1)) if match else bare
