"""Asking the worker to compare what has come in; one task waits for however many deeds."""

from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

AT_ONCE = 500
"""How many questions one task compares before letters and lists have their turn again."""


@transaction.atomic(savepoint=False)
def compare_later() -> None:
    """See that a task waits that will compare what this transaction leaves behind.

    A waiting task is held until the commit, so that it cannot begin before; one that somebody
    else holds may be beginning, so another is laid beside it. The second finds nothing to do.
    """
    waiting = DBTaskResult.objects.select_for_update(skip_locked=True).filter(
        status=TaskResultStatus.READY, task_path=_compare_in_background.module_path
    )
    if not waiting.values_list("pk", flat=True)[:1]:
        _compare_in_background.enqueue()


@task()
def _compare_in_background() -> None:
    from doithoai.questions.actions.comparing.working import compare_waiting  # needs numpy

    if compare_waiting(most=AT_ONCE) == AT_ONCE:
        compare_later()
