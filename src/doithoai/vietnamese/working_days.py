"""Working days: Monday to Friday, less the holidays, with the Saturdays worked in their stead."""

from collections.abc import Set
from datetime import date, timedelta

_NONE: frozenset[date] = frozenset()
_ONE_DAY = timedelta(days=1)


def is_working_day(day: date, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE) -> bool:
    """Whether offices work on a day; a make-up day is worked whatever else it is."""
    return day in make_up or (day.weekday() < 5 and day not in holidays)


def add_working_days(
    start: date, days: int, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE
) -> date:
    """The day a period of `days` working days ends; its first day is the one after `start`.

    No days at all end on `start`, or on the next working day (Bộ luật Dân sự 2015, Điều 147, 148).
    Raises ValueError for a negative number of days.
    """
    if days < 0:
        raise ValueError("Số ngày làm việc không được âm.")
    day, left = start, days
    while left > 0 or not is_working_day(day, holidays=holidays, make_up=make_up):
        day += _ONE_DAY
        left -= is_working_day(day, holidays=holidays, make_up=make_up)
    return day


def working_days_between(
    start: date, end: date, *, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE
) -> int:
    """How many working days come after `start` up to and with `end`; negative when `end` is past.

    With today and a due date: the working days left, or overdue.
    """
    if end < start:
        return -working_days_between(end, start, holidays=holidays, make_up=make_up)
    span = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays=holidays, make_up=make_up) for day in span)
