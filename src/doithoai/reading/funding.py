"""Where the money comes from, as stated."""

from __future__ import annotations

from doithoai.reading.content import statement
from doithoai.reading.plan import Fact
from doithoai.reading.sections import Node, Purpose, find_sections


def read_funding(root: Node) -> Fact[str] | None:
    """Kinh phí: the words of its section."""
    for section in find_sections(root, Purpose.FUNDING):
        stated = statement(section)
        if stated:
            return stated.without_end(" ;").fact()
    return None
