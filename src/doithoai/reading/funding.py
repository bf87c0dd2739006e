"""Where the money comes from, as stated."""

from __future__ import annotations

import re

from doithoai.reading.content import statement
from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact, Task
from doithoai.reading.sections import Node, Purpose, find_sections
from doithoai.reading.verbs import opens_with_verb

_SENTENCE = re.compile(
    r"(?:ve )?(?:nguon |toan bo )?(?:kinh phi|chi phi)\b.*\b(?:can doi|ngan sach|xa hoi hoa"
    r"|(?:duoc|do|tu|lay|trich|su dung)\b.*\b(?:chi tra|bao dam|dam bao|bo tri|cap|ho tro|nguon))\b"
)
_SOURCE = re.compile(r"\b(?:ngan sach|nguon|xa hoi hoa|tai tro|chi tra|can doi)\b")


def read_funding(root: Node) -> Fact[str] | None:
    """Kinh phí: the words of its section, else the sentence that says who pays."""
    for section in find_sections(root, Purpose.FUNDING):
        stated = statement(section)
        if stated and not _is_work(section, stated):
            return stated.without_end(" ;").fact()
    for node in root.walk():
        if not node.is_bullet and _SENTENCE.match(node.heading.folded):
            return node.heading.without_end(" ;").fact()
    return None


def _is_work(section: Node, stated: Passage) -> bool:
    """A unit's task about money: "- Kinh phí: Thẩm định dự toán."."""
    named = _SOURCE.search(stated.folded)
    return section.is_bullet and opens_with_verb(stated.text) and not named


def states_funding(task: Task, funding: Fact[str] | None) -> bool:
    """Whether a paragraph under a unit is the very one that states the funding."""
    if funding is None:
        return False
    money, work = funding.place, task.place
    starts = (work.line, work.start) <= (money.line, money.start)
    ends = (money.end_line, money.end) <= (work.end_line, work.end)
    return starts and ends
