"""The day of the conference fixed or moved, in every room that counts from it."""

from typing import Any

from django.db import transaction

from doithoai.directory.models import User
from doithoai.planning import actions as planning
from doithoai.planning.models import Conference
from doithoai.programme.actions import move_dues


@transaction.atomic
def fix_day(conference: Conference, *, by: User, **values: Any) -> Conference:
    """Set day, hours and place; milestones, speeches and preparations counted from it follow.

    `values` are those of `planning.actions.fix_day`.
    """
    before = Conference.objects.select_for_update().get(pk=conference.pk).held_on
    conference = planning.fix_day(conference, by=by, **values)
    move_dues(conference, since=before, by=by)
    return conference
