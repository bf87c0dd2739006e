"""Cần gọi điện: the number on demand, ticked off with day and person."""

from datetime import timedelta

import pytest

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.questions.actions import set_aside
from doithoai.questions.models import PhoneCall
from tests.builders import a_question, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(conference):
    """A sender with a telephone only, left out eleven minutes ago."""
    sender = {"consents_contact": True, "phone": "0912345678", "sender_name": "Trần Thị Lan"}
    question = a_question(conference, sender=sender)
    host = an_official(conference.host)
    with clock.at(clock.now() - timedelta(minutes=11)):
        set_aside(question, reason="Ngoài phạm vi", version=0, by=host)
    return PhoneCall.objects.get()


def address(conference):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/can-goi-dien/"


def test_the_number_is_hidden_until_asked_for_and_the_look_is_kept(host, conference, call):
    page = host.get(address(conference)).content.decode()
    assert "Lý do: Ngoài phạm vi." in page
    assert "0912345678" not in page

    page = host.post(address(conference), {"goi": call.pk, "xem": "1"}).content.decode()
    assert "0912345678" in page
    assert Entry.objects.filter(verb="questions.show_sender").count() == 1


def test_a_call_made_is_kept_with_who_made_it(host, conference, call):
    page = host.post(address(conference), {"goi": call.pk, "da-goi": "1"}, follow=True)

    assert [one.called_by for one in page.context["made"]] == [page.context["user"]]
    assert page.context["due"] == []


def test_the_calls_wait_on_the_desk_of_the_host(host, conference, call):
    assert "Gọi điện báo người gửi" in host.get("/ban-viec/").content.decode()
