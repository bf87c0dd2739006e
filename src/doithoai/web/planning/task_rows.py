"""Tasks as rows of a table and of Excel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from doithoai.planning.models import Assignment, AssignmentRole, AssignmentUnit
from doithoai.planning.states import AssignmentState

TASK_HEAD = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Hạn", "Tình hình", "Trễ")


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task with its units told apart and how it stands on a day."""

    task: Assignment
    leads: tuple[AssignmentUnit, ...]
    supports: tuple[AssignmentUnit, ...]
    is_done: bool
    is_late: bool


def shown_tasks(tasks: Iterable[Assignment], today: date) -> Iterator[ShownTask]:
    """Every task as shown on `today`."""
    for task in tasks:
        units = tuple(task.units.all())
        done = task.state == AssignmentState.DONE
        yield ShownTask(
            task,
            tuple(unit for unit in units if unit.role == AssignmentRole.LEAD),
            tuple(unit for unit in units if unit.role == AssignmentRole.SUPPORT),
            done,
            not done and task.due is not None and task.due < today,
        )


def task_row(shown: ShownTask) -> tuple[Any, ...]:
    """A task as a row of Excel, under TASK_HEAD."""
    task = shown.task
    return (
        task.position,
        task.text,
        _names(shown.leads),
        _names(shown.supports),
        task.due,
        task.get_state_display(),
        "Trễ" if shown.is_late else "",
    )


def _names(units: Iterable[AssignmentUnit]) -> str:
    return "; ".join(unit.name for unit in units)
