"""Working days around weekends, holidays and make-up days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.vietnamese.working_days import (
    add_working_days,
    is_working_day,
    working_days_between,
)

HOLIDAYS = frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)})
MAKE_UP = frozenset({date(2024, 5, 4)})
FRIDAY = date(2024, 4, 26)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
calendars = st.fixed_dictionaries(
    {
        "holidays": st.frozensets(days, max_size=20),
        "make_up": st.frozensets(days, max_size=20),
    }
)


def test_a_period_skips_weekends():
    assert add_working_days(FRIDAY, 1) == date(2024, 4, 29)
    assert add_working_days(FRIDAY, 5) == date(2024, 5, 3)


def test_a_period_skips_holidays_and_counts_make_up_days():
    assert add_working_days(FRIDAY, 3, holidays=HOLIDAYS, make_up=MAKE_UP) == date(2024, 5, 4)


def test_no_days_end_on_the_day_itself_or_the_next_working_day():
    assert add_working_days(FRIDAY, 0) == FRIDAY
    assert add_working_days(date(2024, 4, 27), 0, holidays=HOLIDAYS) == date(2024, 5, 2)


def test_a_make_up_saturday_is_worked():
    assert not is_working_day(date(2024, 5, 4))
    assert is_working_day(date(2024, 5, 4), make_up=MAKE_UP)


def test_days_left_are_counted_and_days_overdue_are_negative():
    monday = date(2024, 5, 6)
    assert working_days_between(FRIDAY, monday, holidays=HOLIDAYS, make_up=MAKE_UP) == 4
    assert working_days_between(monday, FRIDAY, holidays=HOLIDAYS, make_up=MAKE_UP) == -4
    assert working_days_between(monday, monday) == 0


def test_a_negative_period_is_refused():
    with pytest.raises(ValueError, match="không được âm"):
        add_working_days(FRIDAY, -1)


@given(days, st.integers(1, 60), calendars)
def test_counting_undoes_adding(start, count, calendar):
    end = add_working_days(start, count, **calendar)
    assert is_working_day(end, **calendar)
    assert working_days_between(start, end, **calendar) == count


@given(days, st.integers(0, 60), calendars)
def test_more_days_and_later_starts_end_later(start, count, calendar):
    end = add_working_days(start, count, **calendar)
    assert end <= add_working_days(start, count + 1, **calendar)
    assert end <= add_working_days(start + timedelta(days=1), count, **calendar)


@given(days, days, days, calendars)
def test_counts_add_up_along_the_way(one, two, three, calendar):
    one, two, three = sorted([one, two, three])
    whole = working_days_between(one, three, **calendar)
    parts = [working_days_between(*pair, **calendar) for pair in ((one, two), (two, three))]
    assert whole == sum(parts)
