"""Assignment tables: unit, content, lead, support and deadline columns in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from doithoai.reading.deadlines import cell_deadline
from doithoai.reading.passages import EMPTY, Passage
from doithoai.reading.plan import Task
from doithoai.reading.tables import Column, Layout, is_total, whole_row
from doithoai.reading.tasks import Units, task_of
from doithoai.reading.units import names_agency, split_units

_OWNERS = (Column.LEAD, Column.UNIT, Column.PERFORMER, Column.PEOPLE)


def read_task_table(layout: Layout, year: int | None) -> Iterator[Task]:
    """One task a row; an empty unit cell belongs to the unit above it."""
    owner, content, deadline = EMPTY, EMPTY, EMPTY
    for row in layout.rows:
        text = layout.cell(row, Column.CONTENT)
        named = layout.cell(row, *_OWNERS)
        if is_total(row) or (not text and not named):
            continue
        if _heads_a_group(layout, row.cells, text):
            group = whole_row(row)
            owner = group if names_agency(group) else EMPTY
            continue
        owner = named or owner
        content = text or content
        deadline = layout.cell(row, Column.DEADLINE, Column.TIME) or (EMPTY if text else deadline)
        if content and owner:
            yield _task(content, owner, layout.cell(row, Column.SUPPORT), deadline, year)


def _heads_a_group(layout: Layout, cells: tuple[Passage, ...], text: Passage) -> bool:
    """A row that holds only a number and one name: the heading of the rows below it."""
    number = layout.columns.get(Column.NUMBER)
    filled = {cell.text for index, cell in enumerate(cells) if cell and index != number}
    return len(filled) == 1 and len(cells) > 2 and (not text or text.text in filled)


def _task(
    content: Passage, owner: Passage, support: Passage, deadline: Passage, year: int | None
) -> Task:
    units = Units(split_units(owner), owner.place())
    task = task_of(content.without_end(" ;"), units, year)
    named = split_units(support) if any(c.isalpha() for c in support.text) else ()
    due = cell_deadline(deadline, year) or task.due
    return replace(
        task,
        partners=tuple(dict.fromkeys((*named, *task.partners))),
        due=due,
        due_text=deadline.text or task.due_text,
        place=content.place(),
    )
