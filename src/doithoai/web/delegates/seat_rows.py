"""The table of seats as rows, bars and sums."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from doithoai.delegates.queries import AllocationTable, LineRow, QuotaTable
from doithoai.delegates.seating import calm

SEATS_HEAD = (
    *("STT", "Đại biểu", "Số đại biểu ghi trong kế hoạch", "Cộng các dòng"),
    *("Đã phân bổ", "Đã cử", "Đã chấp thuận", "Cơ quan được phân bổ"),
)
SEATS_LEGEND = ("Đã chấp thuận", "Chờ chấp thuận", "Chưa cử")


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its rows and what they come to."""

    head: LineRow
    rows: list[LineRow]

    @property
    def added(self) -> int:
        """The sum of the rows; of a section without rows, what it states."""
        return sum(row.line.seats or 0 for row in self.rows) if self.rows else self.stated

    @property
    def stated(self) -> int:
        """What the section states for itself, its rows' sum when it states nothing."""
        if self.head.line.seats is not None:
            return self.head.line.seats
        return sum(row.line.seats or 0 for row in self.rows)

    @property
    def agrees(self) -> bool:
        """Whether the statement is the sum."""
        return self.stated == self.added


def shown_seats(table: AllocationTable) -> list[ShownSection]:
    """Every section of the table."""
    return [ShownSection(head, rows) for head, rows in table.sections]


def seats_bars(sections: list[ShownSection]) -> list[dict[str, Any]]:
    """A bar a section; of a table without sections, a bar a row."""
    if len(sections) == 1 and sections[0].rows:
        return [_bar(row.line.name, row.line.seats or 0, row) for row in sections[0].rows]
    return [
        _bar(f"{one.head.line.no} {calm(one.head.line.name)}".strip(), one.stated, one.head)
        for one in sections
    ]


def seats_rows(quotas: QuotaTable, table: AllocationTable) -> Iterator[tuple[Any, ...]]:
    """The table for Excel, under SEATS_HEAD, with its total last."""
    sections = shown_seats(table)
    for section in sections:
        yield _cells(section.head, section.added)
        for row in section.rows:
            yield _cells(row, None)
    tally = table.tally
    added = sum(section.added for section in sections)
    people = (table.allocated, tally.nominated, tally.accepted)
    yield "", "Tổng cộng", quotas.total, added, *people, ""


def _bar(label: str, seats: int, row: LineRow) -> dict[str, Any]:
    """Who is accepted, who waits, and seats nobody is named for."""
    waiting = row.tally.nominated - row.tally.accepted
    lacking = max(seats - row.tally.nominated, 0)
    return {"label": label, "values": (row.tally.accepted, waiting, lacking)}


def _cells(row: LineRow, added: int | None) -> tuple[Any, ...]:
    line, tally = row.line, row.tally
    shares = "; ".join(
        f"{one.allocation.agency.name}: {one.allocation.seats}" for one in row.shares
    )
    figures = (row.allocated, tally.nominated, tally.accepted)
    return line.no, line.name, line.seats, added, *figures, shares
