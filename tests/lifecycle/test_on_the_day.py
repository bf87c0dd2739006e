"""On the day of the conference the hall comes before every earlier chore."""

from datetime import date

import pytest

from doithoai.directory.models import Right
from doithoai.hall.actions import close_session
from doithoai.lifecycle.rail import rail_of
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.waiting import waiting_for
from doithoai.planning.models import Mandate, Work
from tests.builders import a_question, a_task, an_official
from tests.builders_hall import a_driver, a_hall_conference, a_session

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


@pytest.fixture
def conference():
    """Held today, with a question nobody sorted and a task that is late."""
    found = a_hall_conference()
    a_question(found)
    a_task(found, found.host, due=date(2024, 10, 1))
    return found


def keys(user, conference, today=TODAY):
    standing = standing_of(conference, today=today, agency=user.agency)
    return [heap.key for heap in waiting_for(user, conference, standing, today=today)]


def current(conference, today=TODAY):
    return rail_of(conference, standing_of(conference, today=today), today=today).current.key


def test_who_runs_the_hall_finds_it_first(conference):
    assert keys(an_official(conference.host), conference)[0] == "run_hall"
    assert keys(an_official(conference.office), conference)[0] == "run_hall"


def test_an_agency_given_the_hall_runs_it(conference):
    agency = conference.participations.first().agency
    Mandate.objects.create(conference=conference, agency=agency, work=Work.HALL)

    assert keys(an_official(agency), conference)[0] == "run_hall"
    assert keys(an_official(conference.host), conference)[0] == "run_hall"


def test_the_chair_s_side_finds_its_tablet_first(conference):
    assert keys(an_official(conference.chair), conference)[0] == "preside"


def test_readers_and_departments_are_not_sent_to_the_hall(conference):
    department = conference.participations.first().agency

    assert keys(an_official(conference.host, Right.READER), conference) == []
    assert "run_hall" not in keys(an_official(department), conference)


def test_before_the_day_and_on_a_day_not_fixed_nobody_is_sent_to_the_hall(conference):
    host = an_official(conference.host)

    assert "run_hall" not in keys(host, conference, date(2024, 10, 6))
    conference.tentative = True
    assert "run_hall" not in keys(host, conference)


def test_the_seal_stands_on_the_hall_until_it_closes(conference):
    seals = [current(conference, date(2024, 10, 6)), current(conference)]
    session = a_session(conference, questions=1)
    close_session(session, version=session.version, by=a_driver(session))
    seals.append(current(conference))

    assert seals == ["questions", "hall", "conclusions"]
    assert "run_hall" not in keys(an_official(conference.host), conference)
