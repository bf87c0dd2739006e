"""The trail of a conference, of one thing of it, and of the plan it was read from."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.audit.actions import record
from doithoai.planning.models import PlanReading
from doithoai.planning.states import ReadingState
from tests.builders import a_conference, a_place, a_question, an_administrator, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def a_reading(official, conference=None):
    state = ReadingState.OPENED if conference else ReadingState.REVIEW
    facts = {"title": "Đối thoại với nông dân"}
    values = {"place": a_place(), "facts": facts, "created_by": official, "state": state}
    reading = PlanReading.objects.create(conference=conference, **values)
    record("planning.store_reading", reading, by=official, after={"filename": "kh.docx"})
    return reading


def words(response):
    return [deed.words for deed in response.context["deeds"]]


def address(conference):
    return f"/hoi-nghi/{conference.slug}/nhat-ky/"


def test_the_trail_tells_states_in_words(conference):
    question, host = a_question(conference), an_official(conference.host)
    states = {"before": {"state": "received"}, "after": {"state": "selected"}}
    record("questions.select", question, by=host, **states)
    page = browser(host).get(address(conference)).content.decode()

    assert "Chọn câu hỏi" in page
    assert "trạng thái: <del>Mới nhận</del> Đã chọn" in page


def test_the_trail_begins_with_the_reading_of_the_plan(conference):
    office = an_official(conference.office)
    reading = a_reading(office, conference)
    record("planning.create_conference", conference, by=office)
    a_reading(office)
    client = browser(an_official(conference.host))

    assert words(client.get(address(conference))) == ["Mở hội nghị", "Nạp kế hoạch"]
    thing = f"{address(conference)}planning.planreading/{reading.pk}/"
    assert words(client.get(thing)) == ["Nạp kế hoạch"]


def test_one_thing_of_another_conference_has_no_page_here(conference):
    host = an_official(conference.host)
    stranger = a_question(a_conference())
    record("questions.select", stranger, by=host)
    thing = f"{address(conference)}questions.question/{stranger.pk}/"

    assert browser(host).get(thing).status_code == 404


@pytest.mark.parametrize(
    "side, status", [("host", 200), ("office", 200), ("chair", 200), ("finance", 404)]
)
def test_those_who_lead_follow_the_trail(conference, side, status):
    client = browser(an_official(getattr(conference, side)))

    assert client.get(address(conference)).status_code == status


def test_the_agency_that_loaded_a_plan_sees_its_trail(conference):
    office = an_official(conference.office)
    reading = a_reading(office)
    record("planning.confirm_sections", reading, by=office, after={"sections": ["tasks"]})
    page = browser(office).get(f"/ke-hoach/{reading.pk}/nhat-ky/")

    assert words(page) == ["Xác nhận phần của kế hoạch", "Nạp kế hoạch"]
    assert "các phần: Phân công nhiệm vụ" in page.content.decode()
    link = f'href="/ke-hoach/{reading.pk}/nhat-ky/"'
    assert link in browser(office).get(f"/ke-hoach/{reading.pk}/").content.decode()


def test_nobody_else_sees_the_trail_of_a_reading(conference):
    path = f"/ke-hoach/{a_reading(an_official(conference.office)).pk}/nhat-ky/"
    others = (an_official(conference.host), an_administrator())

    assert [browser(other).get(path).status_code for other in others] == [404, 404]
    assert Client().get(path).status_code == 302


def test_more_lines_need_no_more_queries(conference):
    office = an_official(conference.office)
    client, counts = browser(office), []
    for lines in (1, 2):
        for _ in range(lines):
            roles = {"host": {"agency": conference.host_id}}
            record("planning.assign_roles", conference, by=office, after=roles)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(conference))
        counts.append(len(asked))

    assert counts[0] == counts[1]
