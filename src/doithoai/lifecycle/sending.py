"""By what day the plan wants the questions at the office."""

import re
from collections.abc import Iterable
from datetime import date

from doithoai.planning.models import Conference, Milestone
from doithoai.vietnamese.letters import fold

_SENDS = re.compile(r"\b(?:gui|chuyen)\b.*\bvan phong\b")
_WHAT = re.compile(r"\b(?:cau hoi|kien nghi|y kien)\b")


def sending_days_by(conferences: Iterable[Conference]) -> dict[int, date]:
    """The day of the milestone that sends questions to the office, by key. One query."""
    days: dict[int, date] = {}
    found = Milestone.objects.filter(conference__in=list(conferences)).order_by("due", "pk")
    for key, name, due in found.values_list("conference_id", "name", "due"):
        words = fold(name)
        if _SENDS.search(words) and _WHAT.search(words):
            days.setdefault(key, due)
    return days


def sending_day(conference: Conference) -> date | None:
    """The day of one conference; None when its plan gives none."""
    return sending_days_by([conference]).get(conference.pk)
