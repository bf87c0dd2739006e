"""The table of seats as papers print it."""

from dataclasses import dataclass

from doithoai.documents.paper import Align, Column, Row, RowStyle, Table
from doithoai.vietnamese.numbers import format_number


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """One line of the table: its number in the list, who, how many."""

    no: str
    name: str
    seats: int | None


@dataclass(frozen=True, slots=True)
class QuotaSection:
    """A section and its rows."""

    head: QuotaLine
    rows: tuple[QuotaLine, ...] = ()

    @property
    def seats(self) -> int:
        """What the section states, else what its rows add up to."""
        if self.head.seats is not None:
            return self.head.seats
        return sum(row.seats or 0 for row in self.rows)


def padded(number: int | None) -> str:
    """Counts below ten take a zero before them: 01."""
    if number is None:
        return ""
    return f"{number:02d}" if number < 10 else format_number(number)


def quota_rows_table(sections: tuple[QuotaSection, ...]) -> Table:
    """Sections in bold, their rows, the sum."""
    rows: list[Row] = []
    for section in sections:
        head = section.head.no, section.head.name, padded(section.seats)
        rows.append(Row(head, RowStyle.GROUP if section.rows else RowStyle.PLAIN))
        rows += [Row((row.no, row.name, padded(row.seats))) for row in section.rows]
    total = sum(section.seats for section in sections)
    rows.append(Row(("", "TỔNG CỘNG", padded(total)), RowStyle.TOTAL))
    columns = (
        Column("TT", 1, Align.CENTRE),
        Column("Đại biểu", 8),
        Column("Số lượng", 1.8, Align.CENTRE),
    )
    return Table(columns, tuple(rows))
