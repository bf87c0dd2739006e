"""Sơ đồ chỗ ngồi: the hall as drawn by letters, then block by block who sits where."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from doithoai.documents.kinds.event import Event, capitalised, when, where
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.paper import (
    Align,
    Block,
    Column,
    Heading,
    Labelled,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
)

NAMES_WIDE, LETTERS_WIDE = 10, 30
"""So many seats beside each other still leave room for a name, and for a letter."""
SPARE = "(dự phòng)"
FREE_SIGN, SPARE_SIGN = "○", "–"


@dataclass(frozen=True, slots=True)
class SeatedBlock:
    """One block: its letter, name and rows of seats, each with who sits there.

    An empty seat is "", a seat kept for the unexpected SPARE.
    """

    letter: str
    name: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """The seats of its widest row."""
        return max(map(len, self.rows), default=0)

    @property
    def title(self) -> str:
        """As its tables are headed."""
        return f"Khối {self.letter}. {self.name}"


@dataclass(frozen=True, slots=True)
class SeatingFacts:
    """The hall of one conference."""

    out: Outgoing
    event: Event
    blocks: tuple[SeatedBlock, ...]
    is_confirmed: bool = True


def seating_plan(facts: SeatingFacts) -> Paper:
    """The hall from the stage backwards, then a table a block, wide blocks in equal parts."""
    body: list[Block] = [
        Labelled("Thời gian", capitalised(when(facts.event))),
        Labelled("Địa điểm", capitalised(where(facts.event))),
    ]
    if not facts.is_confirmed:
        body.append(Paragraph("Sơ đồ đang bố trí, chưa xác nhận.", is_italic=True))
    body += _drawing(facts.blocks)
    for block in facts.blocks:
        body += _block(block)
    return Paper(
        letterhead=letterhead(facts.out),
        title="SƠ ĐỒ CHỖ NGỒI",
        subject=facts.event.name,
        body=tuple(body),
        is_landscape=True,
    )


def _drawing(blocks: tuple[SeatedBlock, ...]) -> Iterator[Block]:
    """Every seat as the letter of its block, when the widest row leaves room for letters."""
    width = max((block.width for block in blocks), default=0)
    if not 0 < width <= LETTERS_WIDE:
        return
    yield Paragraph("SÂN KHẤU", Align.CENTRE, is_bold=True)
    heads = ("Hàng", *[""] * width)
    yield Table(
        tuple(Column(head, 1 if place else 2, Align.CENTRE) for place, head in enumerate(heads)),
        tuple(row for block in blocks for row in _letters(block, width)),
        is_compact=True,
    )
    yield Paragraph(
        f"Mỗi chữ là một ghế đã có người của khối mang chữ ấy; {FREE_SIGN} là ghế còn trống; "
        f"{SPARE_SIGN} là ghế dự phòng.",
        is_italic=True,
    )


def _letters(block: SeatedBlock, width: int) -> Iterator[Row]:
    taken = sum(name not in {"", SPARE} for row in block.rows for name in row)
    yield Row((f"{block.title}: {taken} người",), RowStyle.GROUP)
    for number, names in enumerate(block.rows, start=1):
        left = (width - len(names)) // 2
        signs = (_sign(block, name) for name in names)
        cells = (*[""] * left, *signs, *[""] * (width - left - len(names)))
        yield Row((f"{block.letter}{number}", *cells))


def _sign(block: SeatedBlock, name: str) -> str:
    if name == SPARE:
        return SPARE_SIGN
    return block.letter if name else FREE_SIGN


def _block(block: SeatedBlock) -> Iterator[Block]:
    parts = math.ceil(block.width / NAMES_WIDE)
    for part in range(parts):
        first, last = (block.width * edge // parts for edge in (part, part + 1))
        which = f", ghế {first + 1} đến {last}" if parts > 1 else ""
        yield Heading(f"{block.title}{which}", 1)
        columns = (
            Column("Hàng", 0.7, Align.CENTRE),
            *(Column(str(seat), 1, Align.CENTRE) for seat in range(first + 1, last + 1)),
        )
        rows = (
            Row((f"{block.letter}{number}", *_seats(seats[first:last], last - first)))
            for number, seats in enumerate(block.rows, start=1)
        )
        yield Table(columns, tuple(rows), is_compact=True)


def _seats(names: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*names, *[""] * (width - len(names)))
