"""Cơ quan và việc được giao."""

import pytest
from django.test import Client

from doithoai.planning.models import Mandate, Work
from tests.builders import a_conference, a_task, an_agency, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference(departments=[an_agency("Sở Y tế")])


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def page_of(conference):
    return f"/hoi-nghi/{conference.slug}/co-quan/"


def test_host_and_office_grant_a_work_and_take_it_back(conference):
    client, agency = browser(an_official(conference.office)), an_agency("Sở Nội vụ")

    client.post(page_of(conference), {"agency": agency.pk, "work": Work.SEATING})
    mandate = Mandate.objects.get()
    assert (mandate.agency, mandate.work) == (agency, Work.SEATING)

    client.post(page_of(conference), {"viec": "thoi", "giao": mandate.pk})
    assert not Mandate.objects.exists()


def test_a_work_given_twice_is_refused_and_the_choice_stays(conference):
    client, agency = browser(an_official(conference.host)), an_agency("Sở Nội vụ")
    data = {"agency": agency.pk, "work": Work.SEATING}
    client.post(page_of(conference), data)

    again = client.post(page_of(conference), data)

    assert again.status_code == 409
    assert "đã được giao việc này" in again.content.decode()
    assert again.context["form"]["work"].value() == Work.SEATING


def test_nothing_chosen_is_told_at_its_field(conference):
    page = browser(an_official(conference.host)).post(page_of(conference), {"agency": ""})

    assert page.context["form"].errors == {"agency": ["Chọn cơ quan."], "work": ["Chọn việc."]}


def test_a_department_sees_who_does_what_and_changes_nothing(conference):
    agency = conference.participations.get().agency
    a_task(conference, agency)
    Mandate.objects.create(conference=conference, agency=agency, work=Work.SCRIPT)
    page = browser(an_official(agency)).get(page_of(conference)).content.decode()

    assert "Xây dựng chương trình, kịch bản" in page
    assert "Thôi giao" not in page
    assert "Giao thêm việc" not in page


def test_a_work_of_another_conference_is_not_found(conference):
    other = Mandate.objects.create(
        conference=a_conference(), agency=an_agency("Sở Xa"), work=Work.SCRIPT
    )
    data = {"viec": "thoi", "giao": other.pk}

    assert browser(an_official(conference.host)).post(page_of(conference), data).status_code == 404
