"""Purposes and requirements of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doithoai.reading.entries import entries
from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact
from doithoai.reading.sections import Node, Purpose, find_sections

_DEMAND = re.compile(r"\b(?:phai|bao dam|dam bao|khong duoc|can phai|nghiem tuc|yeu cau)\b")


def read_purposes(root: Node) -> tuple[Fact[str], ...]:
    """Mục đích: one string a bullet or paragraph."""
    return _facts(_aims(root, Purpose.AIM))


def read_requirements(root: Node) -> tuple[Fact[str], ...]:
    """Yêu cầu: one string a bullet or paragraph."""
    return _facts(_aims(root, Purpose.REQUIREMENT))


def _aims(root: Node, wanted: Purpose) -> Iterator[Passage]:
    for section in find_sections(root, wanted):
        if section.purposes() == {wanted}:
            yield from entries(section)
        elif not any(child.purposes() & section.purposes() for child in section.children):
            yield from (text for text in entries(section) if _leans_to(text) is wanted)


def _leans_to(text: Passage) -> Purpose:
    """Under "Mục đích, yêu cầu" without subheadings: a demand is a requirement."""
    return Purpose.REQUIREMENT if _DEMAND.search(text.folded[:80]) else Purpose.AIM


def _facts(texts: Iterator[Passage]) -> tuple[Fact[str], ...]:
    bare = (text.without_end(" ;") for text in texts)
    return tuple(text.fact() for text in bare if text)
