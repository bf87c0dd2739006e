"""Agencies that join after the plan."""

import pytest

from doithoai.audit.models import Entry
from doithoai.planning.actions import include_agencies
from doithoai.planning.queries import conferences_for
from doithoai.workflow import Forbidden
from tests.builders import a_conference, a_task, an_agency, an_official

pytestmark = pytest.mark.django_db


def test_an_agency_the_plan_does_not_name_gets_a_part():
    conference = a_conference()
    newcomer = an_agency("Sở Tư pháp")

    include_agencies(conference, [newcomer, newcomer], by=an_official(conference.office))

    assert list(conferences_for(an_official(newcomer))) == [conference]
    assert Entry.objects.get().after == {"agency": ["Sở Tư pháp"]}


def test_those_already_in_it_stay_as_they_are():
    conference = a_conference()
    busy = an_agency("Sở Xây dựng")
    a_task(conference, busy)
    known = [conference.host, conference.chair, busy, conference.participations.first().agency]

    assert include_agencies(conference, known, by=an_official(conference.office)) == []
    assert not Entry.objects.exists()


def test_a_department_brings_nobody_in():
    conference = a_conference()
    department = an_official(conference.participations.first().agency)

    with pytest.raises(Forbidden):
        include_agencies(conference, [an_agency("Sở Tư pháp")], by=department)
    assert conference.participations.count() == 2
