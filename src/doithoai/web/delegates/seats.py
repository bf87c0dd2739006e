"""The table of seats as rows, bars and sums."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from doithoai.delegates.models import QuotaLine
from doithoai.delegates.queries import QuotaTable

SEATS_HEAD = ("STT", "Đại biểu", "Số đại biểu ghi trong kế hoạch", "Cộng các dòng")


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its rows and what they come to."""

    head: QuotaLine
    rows: list[QuotaLine]

    @property
    def added(self) -> int:
        """The sum of the rows; of a section without rows, what it states."""
        return sum(row.seats or 0 for row in self.rows) if self.rows else self.stated

    @property
    def stated(self) -> int:
        """What the section states for itself, its rows' sum when it states nothing."""
        if self.head.seats is not None:
            return self.head.seats
        return sum(row.seats or 0 for row in self.rows)

    @property
    def agrees(self) -> bool:
        """Whether the statement is the sum."""
        return self.stated == self.added


def shown_seats(table: QuotaTable) -> list[ShownSection]:
    """Every section of the table."""
    return [ShownSection(head, rows) for head, rows in table.sections]


def seats_bars(table: QuotaTable) -> list[dict[str, Any]]:
    """A bar a section; of a table without sections, a bar a row."""
    sections = shown_seats(table)
    if len(sections) == 1 and sections[0].rows:
        return [{"label": row.name, "values": (row.seats or 0,)} for row in sections[0].rows]
    return [
        {"label": f"{one.head.no} {one.head.name}".strip(), "values": (one.stated,)}
        for one in sections
    ]


def seats_rows(table: QuotaTable) -> Iterator[tuple[Any, ...]]:
    """The table for Excel, under SEATS_HEAD, with its total last."""
    for section in shown_seats(table):
        yield section.head.no, section.head.name, section.head.seats, section.added
        for row in section.rows:
            yield row.no, row.name, row.seats, None
    yield "", "Tổng cộng", table.total, sum(one.added for one in shown_seats(table))
