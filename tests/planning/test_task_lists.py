"""Lists of tasks: by agency, state, lateness and due day."""

from datetime import date

import pytest

from doithoai.planning.queries import TaskFilter, agencies_with_tasks, assignments_wanted
from tests.builders import a_conference, a_task

pytestmark = pytest.mark.django_db

TODAY = date(2024, 10, 7)


def wanted(conference, **over):
    return list(assignments_wanted(conference, TaskFilter(**over), today=TODAY))


def test_without_a_filter_the_plans_order_stands():
    conference = a_conference()
    tasks = [a_task(conference, conference.host), a_task(conference, conference.office)]

    assert wanted(conference) == tasks


def test_only_the_agencys_own_tasks():
    conference = a_conference()
    a_task(conference, conference.host)
    task = a_task(conference, conference.office, conference.host)

    assert wanted(conference, agency=conference.office_id) == [task]


def test_a_done_task_is_not_late():
    conference = a_conference()
    late = a_task(conference, conference.host, due=date(2024, 10, 6))
    a_task(conference, conference.host, due=date(2024, 10, 6), state="done")
    a_task(conference, conference.host, due=TODAY)

    assert wanted(conference, late=True) == [late]


def test_by_due_puts_tasks_without_a_day_last():
    conference = a_conference()
    never = a_task(conference, conference.host)
    later = a_task(conference, conference.host, due=date(2024, 10, 20))
    sooner = a_task(conference, conference.host, due=date(2024, 10, 8))

    assert wanted(conference, by_due=True) == [sooner, later, never]


def test_agencies_offered_are_those_with_tasks():
    conference = a_conference()
    a_task(conference, conference.host)

    assert list(agencies_with_tasks(conference)) == [conference.host]
