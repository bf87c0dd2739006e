"""Asking the worker to learn from referrals once enough have come."""

from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from doithoai.answers.models import Referral
from doithoai.questions.models import RoutingModel

FEWEST = 20
"""Fewer referrals than this teach nothing; so many new ones are worth learning anew."""


@transaction.atomic(savepoint=False)
def learn_later() -> None:
    """See that a task waits, when the referrals since the last learning are worth one."""
    last = RoutingModel.objects.values_list("examples", flat=True).first() or 0
    if Referral.objects.count() < last + FEWEST:
        return
    path = _learn_in_background.module_path
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=path)
    if not waiting.exists():
        _learn_in_background.enqueue()


@task()
def _learn_in_background() -> None:
    from doithoai.answers.learning import learn_routing  # needs numpy

    learn_routing(by=None)
