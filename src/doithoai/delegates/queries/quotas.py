"""Reading the table of seats."""

from dataclasses import dataclass

from doithoai.delegates.models import QuotaLine
from doithoai.delegates.rules import Section, quota_faults
from doithoai.planning.models import Conference


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """Sections with their rows, the sum of stated seats, and what does not add up."""

    sections: list[tuple[QuotaLine, list[QuotaLine]]]
    total: int
    faults: list[str]


def quota_table(conference: Conference) -> QuotaTable:
    """The whole table in the plan's order. One query."""
    lines = list(QuotaLine.objects.filter(conference=conference))
    sections = [
        (line, [row for row in lines if row.parent_id == line.pk])
        for line in lines
        if line.parent_id is None
    ]
    summed = [
        Section(section.name, section.seats, tuple(row.seats or 0 for row in rows))
        for section, rows in sections
    ]
    faults = quota_faults(summed, conference.expected_delegates if sections else None)
    total = sum((s.stated if s.stated is not None else sum(s.rows)) for s in summed)
    return QuotaTable(sections, total, faults)
