"""When a notice must be out, how far a promise may reach, and when it is late."""

from collections.abc import Set
from datetime import date, timedelta

from doithoai.planning.rules import CONCLUDE_DAYS
from doithoai.vietnamese.working_days import (
    add_working_days,
    is_working_day,
    working_days_between,
)
from doithoai.workflow import Refused

COMPLEX_DAYS = 15
LONGEST_DAYS = 3 * 366
_NONE: frozenset[date] = frozenset()
_ONE_DAY = timedelta(days=1)


def notice_due(held_on: date | None, *, is_complex: bool) -> date | None:
    """Ten days after the dialogue, fifteen when complex (Luật Thanh niên 2020, Điều 10)."""
    if held_on is None:
        return None
    return held_on + timedelta(days=COMPLEX_DAYS if is_complex else CONCLUDE_DAYS)


def require_within_reach(due: date, *, today: date) -> None:
    """Raises Refused for a day more than three years ahead: a slip in the year."""
    if (due - today).days > LONGEST_DAYS:
        raise Refused("Hạn xa quá ba năm. Xem lại năm của ngày vừa nhập.")


def late_up_to(today: date, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE) -> date:
    """The last working day before `today`: promises due by it and not kept are late.

    A day on which offices rest gives until the next working day (Bộ luật Dân sự 2015, Điều 148).
    """
    day = today - _ONE_DAY
    while not is_working_day(day, holidays=holidays, make_up=make_up):
        day -= _ONE_DAY
    return day


def is_late(
    due: date, today: date, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE
) -> bool:
    """Whether `due`, moved to a working day, is past."""
    return _last_day(due, holidays, make_up) < today


def working_days_late(
    due: date, today: date, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE
) -> int:
    """How many working days after `due` it is; at least one when late, none before."""
    last = _last_day(due, holidays, make_up)
    if last >= today:
        return 0
    return max(1, working_days_between(last, today, holidays=holidays, make_up=make_up))


def kept_in_time(
    kept_on: date, due: date, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE
) -> bool:
    """Whether a promise was reported done by its day."""
    return kept_on <= _last_day(due, holidays, make_up)


def _last_day(due: date, holidays: Set[date], make_up: Set[date]) -> date:
    return add_working_days(due, 0, holidays=holidays, make_up=make_up)
