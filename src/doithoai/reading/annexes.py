"""Tables and lists of the body and the annexes, each handed to the reader of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doithoai.reading.blocks import Grid
from doithoai.reading.plan import Fact, ProgrammePart, QuotaSection, Task
from doithoai.reading.programme import is_timed, read_programme_list, read_programme_table
from doithoai.reading.quota_lists import read_quota_list
from doithoai.reading.quotas import read_quota_table
from doithoai.reading.sections import (
    Node,
    Purpose,
    build_tree,
    find_sections,
    is_section,
    purposes_of,
)
from doithoai.reading.tables import kind_of_table, read_layout
from doithoai.reading.task_tables import read_task_table
from doithoai.reading.tasks import read_tasks
from doithoai.reading.zones import Annex

_PROGRAMME = re.compile(r"\b(?:chuong trinh|kich ban|tien trinh|lich trinh)\b(?! phoi hop)")
_QUOTAS = re.compile(r"\b(?:so luong|phan bo|co cau|danh sach|thanh phan|chi tieu)\b|\bdai bieu\b")
_TASKS = re.compile(r"\b(?:phan cong|nhiem vu|tien do|to chuc thuc hien|cong viec)\b")


@dataclass(frozen=True, slots=True)
class Tabled:
    """What the tables and the annexes hold."""

    tasks: tuple[Task, ...]
    quotas: tuple[QuotaSection, ...]
    quota_total: Fact[int] | None
    programme: tuple[ProgrammePart, ...]


def read_tabled(root: Node, annexes: tuple[Annex, ...], year: int | None) -> Tabled:
    """Every table and annex, read by what its headings say it is."""
    tasks: list[Task] = []
    quotas: list[QuotaSection] = []
    totals: list[Fact[int]] = []
    programme: list[ProgrammePart] = []
    for grid, context in _grids(root, annexes):
        layout = read_layout(grid)
        kind = kind_of_table(layout, context)
        if kind is Purpose.TASKS:
            tasks += read_task_table(layout, year)
        elif kind is Purpose.PROGRAMME:
            programme += read_programme_table(layout)
        elif kind is Purpose.QUOTAS:
            sections, total = read_quota_table(layout)
            quotas += sections
            totals += [total] if total else []
    for tree in () if quotas else _quota_trees(root, annexes):
        sections, total = read_quota_list(tree)
        quotas += sections
        totals += [total] if total else []
    programme += [] if programme else _programme_lists(root, annexes)
    tasks += [task for tree in _task_annexes(annexes) for task in read_tasks(tree, year)]
    return Tabled(tuple(tasks), tuple(quotas), totals[0] if totals else None, tuple(programme))


def annex_purposes(annex: Annex) -> frozenset[Purpose]:
    """What an annex is for, by the words of its title."""
    title = annex.title.folded
    if _TASKS.search(title):
        return frozenset({Purpose.TASKS})
    if _PROGRAMME.search(title):
        return frozenset({Purpose.PROGRAMME})
    if _QUOTAS.search(title):
        return frozenset({Purpose.QUOTAS})
    return frozenset()


def _grids(root: Node, annexes: tuple[Annex, ...]) -> Iterator[tuple[Grid, frozenset[Purpose]]]:
    yield from _grids_below(root, frozenset())
    for annex in annexes:
        purposes = annex_purposes(annex)
        yield from ((item, purposes) for item in annex.items if isinstance(item, Grid))


def _grids_below(
    node: Node, context: frozenset[Purpose]
) -> Iterator[tuple[Grid, frozenset[Purpose]]]:
    for child in node.children:
        if child.grid:
            yield child.grid, context
        else:
            own = purposes_of(child.label()) if is_section(child) else frozenset()
            yield from _grids_below(child, own or context)


def _programme_lists(root: Node, annexes: tuple[Annex, ...]) -> list[ProgrammePart]:
    for section in find_sections(root, Purpose.PROGRAMME):
        items = [child for child in section.children if child.heading]
        if any(is_section(child) and child.purposes() for child in items):
            continue
        if any(is_timed(below) for child in items for below in child.walk()) or len(items) > 2:
            return list(read_programme_list(section))
    for annex in annexes:
        if Purpose.PROGRAMME in annex_purposes(annex):
            return list(read_programme_list(build_tree(annex.items)))
    return []


def _quota_trees(root: Node, annexes: tuple[Annex, ...]) -> Iterator[Node]:
    """What stands under a heading of seats, in the body or in an annex."""
    yield from find_sections(root, Purpose.QUOTAS)
    for annex in annexes:
        if Purpose.QUOTAS in annex_purposes(annex):
            yield build_tree(annex.items)


def _task_annexes(annexes: tuple[Annex, ...]) -> Iterator[Node]:
    for annex in annexes:
        if Purpose.TASKS in annex_purposes(annex):
            yield build_tree(annex.items)
