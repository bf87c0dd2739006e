"""Tasks of the plan: laid down once, reported on as they go."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import Agency, User
from doithoai.planning.models import (
    Assignment,
    AssignmentRole,
    AssignmentUnit,
    Conference,
    TaskProgress,
)
from doithoai.planning.permissions import may_prepare, may_report
from doithoai.planning.states import ASSIGNMENT_TRANSITIONS, AssignmentState
from doithoai.workflow import require

Resolve = Callable[[str], Agency | None]


@transaction.atomic
def lay_assignments(
    conference: Conference, tasks: Iterable[dict[str, Any]], *, resolve: Resolve, by: User
) -> list[Assignment]:
    """Write the plan's tasks `{units, text, role, with, due}`; names stay as written."""
    require(may_prepare(by, conference))
    laid = [
        _lay(conference, position, task, resolve) for position, task in enumerate(tasks, start=1)
    ]
    record("planning.lay_assignments", conference, by=by, after={"tasks": len(laid)})
    return laid


@transaction.atomic
def report_progress(assignment: Assignment, *, state: str, note: str, by: User) -> TaskProgress:
    """An agency of the task, the host or the office says how it goes."""
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    require(may_report(by, assignment))
    before = {"state": assignment.state}
    ASSIGNMENT_TRANSITIONS.move(assignment, to=AssignmentState(state))
    assignment.save()
    progress = TaskProgress.objects.create(assignment=assignment, state=state, note=note, by=by)
    record(
        "planning.report_progress",
        assignment,
        by=by,
        before=before,
        after={"state": state, "note": note},
    )
    return progress


def _lay(
    conference: Conference, position: int, task: dict[str, Any], resolve: Resolve
) -> Assignment:
    due = task.get("due")
    assignment = Assignment.objects.create(
        conference=conference,
        position=position,
        text=task["text"],
        due=date.fromisoformat(due) if due else None,
    )
    role = AssignmentRole(task.get("role") or AssignmentRole.LEAD)
    named = [(name, role, True) for name in task.get("units", [])]
    partner_role = AssignmentRole.LEAD if role == AssignmentRole.SUPPORT else AssignmentRole.SUPPORT
    partners = [(name, partner_role, False) for name in task.get("with", [])]
    AssignmentUnit.objects.bulk_create(
        AssignmentUnit(
            assignment=assignment,
            agency=resolve(name),
            name=name,
            role=unit_role,
            is_named=is_named,
        )
        for name, unit_role, is_named in [*named, *partners]
    )
    return assignment
