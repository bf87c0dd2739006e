"""Sơ đồ chỗ ngồi: the hall block by block, the row nearest the stage first."""

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
    Table,
)

WIDEST = 10
"""So many seats beside each other still leave room for a name."""


@dataclass(frozen=True, slots=True)
class SeatedBlock:
    """One block: its name and its rows of seats, each with who sits there ("" when empty)."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SeatingFacts:
    """The hall of one conference."""

    out: Outgoing
    event: Event
    blocks: tuple[SeatedBlock, ...]
    is_confirmed: bool = True


def seating_plan(facts: SeatingFacts) -> Paper:
    """A table a block; a wide block is cut into parts of ten seats."""
    body: list[Block] = [
        Labelled("Thời gian", capitalised(when(facts.event))),
        Labelled("Địa điểm", capitalised(where(facts.event))),
    ]
    if not facts.is_confirmed:
        body.append(Paragraph("Sơ đồ đang bố trí, chưa xác nhận.", is_italic=True))
    body.append(Paragraph("SÂN KHẤU", Align.CENTRE, is_bold=True))
    for block in facts.blocks:
        body += _block(block)
    return Paper(
        letterhead=letterhead(facts.out),
        title="SƠ ĐỒ CHỖ NGỒI",
        subject=facts.event.name,
        body=tuple(body),
        is_landscape=True,
    )


def _block(block: SeatedBlock) -> Iterator[Block]:
    width = max(map(len, block.rows), default=0)
    for first in range(0, width, WIDEST):
        last = min(first + WIDEST, width)
        part = f", ghế {first + 1} đến {last}" if width > WIDEST else ""
        yield Heading(f"{block.name}{part}", 1)
        columns = (
            Column("Hàng", 0.7, Align.CENTRE),
            *(Column(str(seat), 1, Align.CENTRE) for seat in range(first + 1, last + 1)),
        )
        rows = (
            Row((str(number), *_seats(seats[first:last], last - first)))
            for number, seats in enumerate(block.rows, start=1)
        )
        yield Table(columns, tuple(rows), is_compact=True)


def _seats(names: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*names, *[""] * (width - len(names)))
