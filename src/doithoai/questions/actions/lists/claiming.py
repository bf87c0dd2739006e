"""Long work on a list: claimed with a moment, so that one worker does it and none is lost."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.questions.actions.decisions import STALE
from doithoai.questions.models import ReceivedList
from doithoai.questions.permissions import may_enter
from doithoai.questions.rules import CLAIM_LASTS
from doithoai.workflow import Refused, require


def lock_list(received: ReceivedList, *, version: int, by: User) -> ReceivedList:
    """The list as it stands now, locked; raises Refused when someone has changed it meanwhile."""
    locked = ReceivedList.objects.select_for_update(of=("self",)).select_related("conference")
    found = locked.get(pk=received.pk)
    require(may_enter(by, found.conference))
    if found.version != version:
        raise Refused(STALE_LIST)
    found.version += 1
    return found


@transaction.atomic(durable=True)
def claim(key: int, state: str) -> ReceivedList | None:
    """Take the work on a list in this state; None when another has it or it is done."""
    found = ReceivedList.objects.select_for_update().filter(pk=key, state=state).first()
    if found is None or is_being_done(found):
        return None
    found.claimed_at = clock.now()
    found.save(update_fields=["claimed_at"])
    return found


def is_being_done(received: ReceivedList) -> bool:
    """Whether a worker may be at it this very moment."""
    begun = received.claimed_at
    return begun is not None and clock.now() < begun + CLAIM_LASTS


def keep_going(received: ReceivedList, done: int) -> None:
    """Say how far the work has come; raises Lost when it is no longer ours."""
    moment = clock.now()
    mine = ReceivedList.objects.filter(
        pk=received.pk, state=received.state, claimed_at=received.claimed_at
    )
    if not mine.update(done=done, claimed_at=moment):
        raise Lost
    received.done, received.claimed_at = done, moment


class Lost(Exception):
    """The list was dropped, or another worker has taken the work over."""


def soon(task: Any, key: int) -> None:
    """Ask the worker once this is committed, and once more in case it is killed at it."""
    again = task.using(run_after=timezone.now() + CLAIM_LASTS + timedelta(seconds=5))
    transaction.on_commit(lambda: (task.enqueue(key), again.enqueue(key)), robust=True)


STALE_LIST = STALE.replace("câu này", "danh sách này")
