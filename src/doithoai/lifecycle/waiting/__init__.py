"""What waits for a person: in one conference, by the role of their agency and their own right."""

from datetime import date

from doithoai.directory.models import User
from doithoai.lifecycle.standing import Standing
from doithoai.lifecycle.waiting.after import after_the_day
from doithoai.lifecycle.waiting.asking import asking_and_answering
from doithoai.lifecycle.waiting.by_law import by_law
from doithoai.lifecycle.waiting.heaps import Desk, Waiting
from doithoai.lifecycle.waiting.preparing import preparing
from doithoai.lifecycle.waiting.telling import telling
from doithoai.planning.models import Conference

ON_THE_DAY = frozenset({"run_hall", "preside"})

__all__ = ["Waiting", "waiting_for"]


def waiting_for(
    user: User, conference: Conference, standing: Standing, *, today: date
) -> list[Waiting]:
    """All of the conference that waits for this person: the hall on its day, late, early dues."""
    if not user.drafts:
        return []
    desk = Desk(user, conference, standing, today)
    found = [
        *asking_and_answering(desk),
        *by_law(desk),
        *preparing(desk),
        *after_the_day(desk),
        *telling(desk),
    ]
    return sorted(found, key=_urgency)


def _urgency(heap: Waiting) -> tuple[bool, int, date]:
    return heap.key not in ON_THE_DAY, -heap.late, heap.due or date.max
