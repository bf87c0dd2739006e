"""Danh sách đại biểu: who attends, by section of the plan's table of seats."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event, capitalised, when, where
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.paper import (
    Align,
    Column,
    Labelled,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
)


@dataclass(frozen=True, slots=True)
class ListedDelegate:
    """One delegate; invited by post, the name stays open."""

    name: str
    post: str = ""
    organisation: str = ""
    seat: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DelegateListFacts:
    """Sections with their delegates, in the order of protocol."""

    out: Outgoing
    event: Event
    sections: tuple[tuple[str, tuple[ListedDelegate, ...]], ...]


COLUMNS = (
    Column("TT", 1, Align.CENTRE),
    Column("Họ và tên", 4),
    Column("Chức vụ", 3.8),
    Column("Cơ quan, đơn vị, nơi ở", 4.8),
    Column("Chỗ ngồi", 1.7, Align.CENTRE),
    Column("Ghi chú", 3.2),
)


def delegate_list(facts: DelegateListFacts) -> Paper:
    """One table; numbering goes on through the sections."""
    rows: list[Row] = []
    number = 0
    for name, delegates in facts.sections:
        rows.append(Row((f"{name}: {padded(len(delegates))} đại biểu",), RowStyle.GROUP))
        for one in delegates:
            number += 1
            cells = str(number), one.name, one.post, one.organisation, one.seat, one.note
            rows.append(Row(cells))
    return Paper(
        letterhead=letterhead(facts.out),
        title="DANH SÁCH ĐẠI BIỂU",
        subject=f"Dự {facts.event.name}",
        body=(
            Labelled("Thời gian", capitalised(when(facts.event))),
            Labelled("Địa điểm", capitalised(where(facts.event))),
            Table(COLUMNS, tuple(rows), is_compact=True),
            Paragraph(f"Danh sách có {padded(number)} đại biểu./."),
            closing(facts.out),
        ),
        is_landscape=True,
    )
