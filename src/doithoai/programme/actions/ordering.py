"""Numbering the lines of a list anew."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F

from doithoai.audit.actions import record
from doithoai.directory.models import User

ASIDE = 10_000


def lay_in_order(things: Sequence[Any], *, of: Any, verb: str = "", by: User | None = None) -> None:
    """Number things of one table 1, 2, 3 … in this order; all at once, so that none collide.

    With `verb` and `by` the trail keeps the new order of `of`.
    """
    if not things:
        return
    rows = type(things[0]).objects
    rows.filter(pk__in=[thing.pk for thing in things]).update(position=F("position") + ASIDE)
    for position, thing in enumerate(things, start=1):
        thing.position = position
    rows.bulk_update(things, ["position"])
    if verb and by is not None:
        record(verb, of, by=by, after={"order": [str(thing) for thing in things]})
