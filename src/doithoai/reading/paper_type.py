"""The line that names the type of a paper: KẾ HOẠCH, alone or before its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from doithoai.reading.blocks import Block, Grid, Item, Row
from doithoai.reading.passages import EMPTY, Passage

_TYPE = re.compile(
    r"(?:du thao )?(k\s?e\s?h\s?o\s?a\s?c\s?h|phuong an|chuong trinh)"
    r"(?: lien tich| phoi hop| lien nganh)?\W*"
)
_TYPE_AND_TITLE = re.compile(
    r"ke hoach\s+(?=to chuc|ve viec|v/v|doi thoai|gap mat|gap go|trien khai)"
)


def with_type_as_line(items: Iterable[Item]) -> tuple[Item, ...]:
    """The same items; a type set as a row of the letterhead's table becomes a line again."""
    return tuple(piece for item in items for piece in _apart(item))


def type_index(items: tuple[Item, ...]) -> int:
    """Where the word KẾ HOẠCH stands as the type of the paper, -1 when nowhere."""
    fallback = -1
    for index, item in enumerate(items):
        if isinstance(item, Grid):
            continue
        match = _TYPE.fullmatch(item.body.folded)
        if match and match[1].startswith("k") and item.marker is None:
            return index
        if opens_title(item.body):
            return index
        if match and fallback < 0 and item.body.text.isupper():
            fallback = index
    return fallback


def opens_title(text: Passage) -> bool:
    """Whether KẾ HOẠCH in capitals and the title stand on one line."""
    return bool(_TYPE_AND_TITLE.match(text.folded)) and text.text[:7].isupper()


def without_type(text: Passage) -> Passage:
    """The title after the word KẾ HOẠCH on the same line; empty when none does."""
    match = _TYPE_AND_TITLE.match(text.folded)
    return text.cut(match.end()) if match else EMPTY


def _apart(item: Item) -> Iterator[Item]:
    if isinstance(item, Block):
        yield item
        return
    index = next((i for i, row in enumerate(item.rows) if _names_type(row)), None)
    if index is None:
        yield item
        return
    if index:
        yield replace(item, rows=item.rows[:index])
    rest = index
    while rest < len(item.rows) and (alone := _alone(item.rows[rest])):
        line = item.rows[rest].line
        yield Block(None, alone, (alone,), line, line, centred=True)
        rest += 1
    if item.rows[rest:]:
        yield replace(item, rows=item.rows[rest:])


def _names_type(row: Row) -> bool:
    alone = _alone(row)
    if not alone:
        return False
    match = _TYPE.fullmatch(alone.folded)
    return bool(match and match[1].startswith("k")) or opens_title(alone)


def _alone(row: Row) -> Passage | None:
    """The one cell of a row that holds anything."""
    filled = [cell for cell in row.cells if cell]
    return filled[0] if len(filled) == 1 else None
