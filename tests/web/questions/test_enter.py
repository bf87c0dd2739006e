"""Typing in slips and calls, one after the other."""

import pytest
from django.test import Client

from doithoai.directory.models import Right
from doithoai.planning.states import ConferenceState
from doithoai.questions.models import Submission
from tests.builders import a_conference, a_submission, an_official

pytestmark = pytest.mark.django_db
TOKEN = "5f0c5a52-3f57-4a53-9f0a-000000000001"
SLIP = {"token": TOKEN, "channel": "phone", "text": "Xin hỏi lịch khám lưu động."}


@pytest.fixture
def conference():
    return a_conference()


def signed(agency, right=Right.DRAFTER):
    client = Client()
    client.force_login(an_official(agency, right))
    return client


def address(conference):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/nhap/"


@pytest.mark.parametrize("role", ["host", "office"])
def test_after_saving_stands_an_empty_form_with_the_receipt(conference, role):
    client = signed(getattr(conference, role))
    page = client.post(address(conference), SLIP, follow=True)

    sent = Submission.objects.get()
    assert (sent.channel, sent.text) == ("phone", SLIP["text"])
    assert sent.code in page.content.decode()
    assert page.context["form"]["text"].value() is None
    assert page.context["form"]["channel"].value() == "phone"
    assert str(page.context["form"]["token"].value()) != TOKEN


def test_sent_twice_it_is_one_slip(conference):
    client = signed(conference.host)
    first, again = (client.post(address(conference), SLIP) for _ in range(2))

    assert first.url == again.url
    assert Submission.objects.count() == 1


def test_after_the_days_of_asking_a_slip_is_marked_late():
    conference = a_conference(questions_until=a_conference().questions_from)
    signed(conference.host).post(address(conference), SLIP)

    assert Submission.objects.get().is_late


def test_contact_needs_consent_and_nothing_typed_is_lost(conference):
    page = signed(conference.host).post(address(conference), {**SLIP, "phone": "0912345678"})

    assert "Đánh dấu đồng ý để được báo lại kết quả" in page.content.decode()
    assert SLIP["text"] in page.content.decode()
    assert not Submission.objects.exists()


def test_nobody_types_in_what_came_over_the_page(conference):
    page = signed(conference.host).post(address(conference), {**SLIP, "channel": "web"})

    assert page.context["form"].has_error("channel")


def test_before_the_plan_is_issued_the_words_stay():
    conference = a_conference(state=ConferenceState.DRAFT)
    page = signed(conference.host).post(address(conference), SLIP)

    assert page.status_code == 409
    assert SLIP["text"] in page.content.decode()


@pytest.mark.parametrize("role, right", [("chair", Right.APPROVER), ("host", Right.READER)])
def test_others_type_in_nothing(conference, role, right):
    client = signed(getattr(conference, role), right)

    assert client.get(address(conference)).status_code == 403
    assert client.post(address(conference), SLIP).status_code == 403
    assert not Submission.objects.exists()


def test_a_receipt_of_another_conference_is_not_shown(conference):
    other = a_submission(a_conference())
    client = signed(conference.host)

    assert client.get(address(conference), {"da-nhap": other.code}).status_code == 404
    assert client.get(address(conference), {"da-nhap": "x"}).status_code == 200
