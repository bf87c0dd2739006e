"""Chương trình: the items of the day with their times and performers."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event, capitalised, when, where
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.paper import Align, Column, Labelled, Paper, Row, RowStyle, Table


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """One item; `time` as it is printed (`08:00 - 08:15`), "" when it is not known."""

    name: str
    performer: str = ""
    time: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """The programme of one conference."""

    out: Outgoing
    event: Event
    items: tuple[AgendaFacts, ...]


def programme(facts: ProgrammeFacts) -> Paper:
    """The programme as it is put on every seat."""
    return Paper(
        letterhead=letterhead(facts.out),
        title="CHƯƠNG TRÌNH",
        subject=facts.event.name,
        body=(
            Labelled("Thời gian", capitalised(when(facts.event))),
            Labelled("Địa điểm", capitalised(where(facts.event))),
            agenda_table(facts.items),
            closing(facts.out),
        ),
    )


def agenda_table(items: tuple[AgendaFacts, ...]) -> Table:
    """Numbered items under their parts; no column of times while none is known."""
    timed = any(item.time for item in items)
    columns = [Column("TT", 1, Align.CENTRE), Column("Nội dung", 6), Column("Thực hiện", 4)]
    if timed:
        columns.insert(1, Column("Thời gian", 2.4, Align.CENTRE))
    rows: list[Row] = []
    part = ""
    for number, item in enumerate(items, start=1):
        if item.part and item.part != part:
            rows.append(Row((item.part,), RowStyle.GROUP))
        part = item.part
        time = (item.time,) if timed else ()
        rows.append(Row((str(number), *time, item.name, item.performer)))
    return Table(tuple(columns), tuple(rows))
