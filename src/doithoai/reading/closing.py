"""The end of a paper: who receives it and who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from doithoai.reading.blocks import Block, Grid, Item
from doithoai.reading.passages import EMPTY, Passage, join_passages
from doithoai.reading.plan import Fact, Signer
from doithoai.reading.sections import BULLETS
from doithoai.reading.zones import SIGNED, is_person, is_signature_title

_LABEL = re.compile(r"(?:noi nhan|kinh gui)\s*:?\s*")
_COUNCIL = re.compile(r"uy ban nhan dan|ubnd")
_BULLET = re.compile(r"[-–•+*]\s*")


def read_recipients(closing: Iterable[Item]) -> tuple[Fact[str], ...]:
    """Nơi nhận: one string an entry."""
    found: list[Passage] = []
    open_list = False
    for piece, marked in _pieces(closing):
        if not piece:
            continue
        label = _LABEL.match(piece.folded)
        if label:
            open_list = True
            found += _apart(piece.cut(label.end()))
        elif open_list and found and not marked and _goes_on(found[-1], piece):
            found[-1] = join_passages((found[-1], piece))
        elif open_list and (marked or _is_entry(piece)):
            found.append(piece)
    return tuple(text.without_end(" .;,").fact() for text in found if text.without_end(" .;,"))


def _apart(listed: Passage) -> Iterator[Passage]:
    """Recipients given in one paragraph, parted by semicolons."""
    cuts = [-1, *(match.start() for match in re.finditer(";", listed.text)), len(listed.text)]
    return (piece for a, b in pairwise(cuts) if (piece := listed.cut(a + 1, b)))


def read_signer(closing: Iterable[Item]) -> Signer | None:
    """The person whose name stands under the office; of a joint plan, the committee's."""
    items = tuple(closing)
    beside = _side_by_side(items)
    if beside:
        return beside
    signers: list[Signer] = []
    titles: list[Passage] = []
    for piece, marked in _pieces(items):
        if is_signature_title(piece):
            titles.append(piece)
        elif not marked and is_person(piece):
            if any(_COUNCIL.search(title.folded) for title in titles):
                signers.insert(0, _signer(titles, piece))
            else:
                signers.append(_signer(titles, piece))
            titles = []
    return signers[0] if signers else None


def _side_by_side(items: tuple[Item, ...]) -> Signer | None:
    """The committee's signer when two names stand on one line, each under its own office."""
    lines = [item for item in items if isinstance(item, Block)]
    for index, line in enumerate(lines):
        if len(line.columns) < 2 or not all(is_person(piece) for piece in line.columns):
            continue
        lanes: list[list[Passage]] = [[] for _ in line.columns]
        for above in lines[:index]:
            for place, piece in enumerate(above.columns):
                if is_signature_title(piece):
                    lanes[_lane(line, above, place)].append(piece)
        signers = [
            (not any(_COUNCIL.search(title.folded) for title in titles), titles, name)
            for titles, name in zip(lanes, line.columns, strict=True)
        ]
        _, titles, name = min(signers, key=lambda signer: signer[0])
        return _signer(titles, name)
    return None


def _lane(names: Block, above: Block, place: int) -> int:
    """Which of the names stands under a piece of a line above."""
    if len(above.columns) == len(names.columns):
        return place
    start = above.columns[place].words[0].column
    away = [abs(start - name.words[0].column) for name in names.columns]
    return away.index(min(away))


def _signer(titles: list[Passage], name: Passage) -> Signer:
    return Signer(titles[-1].text if titles else None, name.text, name.place())


def _pieces(items: Iterable[Item]) -> Iterator[tuple[Passage, bool]]:
    """Every line or cell of the closing, left column first, and whether a bullet opens it."""
    for item in items:
        if isinstance(item, Grid):
            yield from _cells(item)
        else:
            yield from _columns(item)


def _columns(block: Block) -> Iterator[tuple[Passage, bool]]:
    marked = block.kind in BULLETS
    if len(block.columns) < 2:
        yield (block.body, marked) if block.body else (EMPTY, False)
        return
    for index, column in enumerate(block.columns):
        bullet = _BULLET.match(column.folded)
        yield (
            column.cut(bullet.end()) if bullet else column,
            bool(bullet or (marked and not index)),
        )


def _cells(grid: Grid) -> Iterator[tuple[Passage, bool]]:
    width = max(len(row.cells) for row in grid.rows)
    for column in range(width):
        for row in grid.rows:
            if column < len(row.cells) and row.cells[column]:
                yield from _entries_of_cell(row.cells[column])


def _entries_of_cell(cell: Passage) -> Iterator[tuple[Passage, bool]]:
    """A cell that holds the whole list: "Nơi nhận: - Như trên; - Lưu: VT."."""
    label = _LABEL.match(cell.folded)
    if label:
        yield cell.cut(0, label.end()), False
        cell = cell.cut(label.end())
    starts = [match.start() for match in re.finditer(r"(?:^|(?<=[;.:] ))[-–•+]\s", cell.text)]
    if not starts:
        yield from _signature_cell(cell)
        return
    for start, end in zip(starts, [*starts[1:], len(cell.text)], strict=True):
        yield cell.cut(start + 1, end), True


def _signature_cell(cell: Passage) -> Iterator[tuple[Passage, bool]]:
    """A cell with office and name run together: capitals first, then the name."""
    words = cell.text.split(" ")
    upper = 0
    while upper < len(words) and words[upper].isupper():
        upper += 1
    split = len(" ".join(words[:upper]))
    if is_signature_title(cell.cut(0, split)) and is_person(cell.cut(split)):
        yield cell.cut(0, split), False
        yield cell.cut(split), False
    elif cell:
        yield cell, False


def _is_entry(piece: Passage) -> bool:
    """An entry without its dash: "Chủ tịch, các PCT UBND tỉnh;"."""
    return piece.text.endswith((";", ".")) and not is_signature_title(piece)


def _goes_on(entry: Passage, piece: Passage) -> bool:
    return (
        piece.text[0].islower()
        or not entry.text.endswith((";", "."))
        and not (piece.text.isupper() or is_person(piece) or SIGNED.match(piece.folded))
    )
