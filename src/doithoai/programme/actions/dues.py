"""Dues of speeches and preparations that follow the day of the conference."""

from datetime import date

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.programme.models import Preparation, Speech
from doithoai.programme.rules.dues import followed, speech_due
from doithoai.programme.rules.preparing import due_before
from doithoai.programme.states import OPEN_PREPARATIONS, SpeechState
from doithoai.workflow import require


@transaction.atomic
def move_dues(
    conference: Conference, *, since: date | None, by: User
) -> list[Speech | Preparation]:
    """Fill or move the counted dues of what is not finished, now that the day is fixed or moved.

    `since` is the day before that, None when there was none; the things whose due changed.
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_prepare(by, conference))
    day = conference.held_on
    moved: list[Speech | Preparation] = []
    unfinished = conference.speeches.select_for_update().exclude(state=SpeechState.APPROVED)
    for speech in unfinished.order_by("pk"):
        if _moved(speech, followed(speech.due, was=speech_due(since), now=speech_due(day)), by=by):
            moved.append(speech)
    things = conference.preparations.select_for_update().filter(state__in=sorted(OPEN_PREPARATIONS))
    for one in things.order_by("pk"):
        was, now = due_before(since, one.kind), due_before(day, one.kind)
        if _moved(one, followed(one.due, was=was, now=now), by=by):
            moved.append(one)
    return moved


def _moved(thing: Speech | Preparation, due: date | None, *, by: User) -> bool:
    """Whether it has another day than before; its version stays: nobody's words were changed."""
    if thing.due == due:
        return False
    before, thing.due = {"due": thing.due}, due
    thing.save(update_fields=["due"])
    record("programme.move_due", thing, by=by, before=before, after={"due": due})
    return True
