"""One network address cannot vote for a whole hall, nor write without end."""

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.hall.states import AudienceState
from doithoai.web.portal import limits
from tests.builders_hall import a_session, an_audience, an_audience_question

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    """An approved question of a hall that takes support."""
    return an_audience_question(an_audience(a_session()), state=AudienceState.SHOWN)


def _support(question, client):
    address = reverse("hall:audience", args=[question.session.conference.slug])
    return client.post(address, {"ung-ho": question.pk}).status_code


def test_new_telephones_of_one_address_are_counted(question, monkeypatch):
    monkeypatch.setattr(limits, "PHONES", 2)

    codes = [_support(question, Client()) for _ in range(4)]

    assert codes == [302, 302, 409, 409]
    assert question.supports.count() == 2


def test_a_telephone_is_known_only_by_a_mark_we_gave_it(question, monkeypatch):
    monkeypatch.setattr(limits, "PHONES", 1)
    for made_up in ("a", "b", "c"):
        client = Client()
        client.cookies["may"] = made_up
        _support(question, client)

    assert question.supports.count() == 1


def test_a_known_telephone_goes_on_where_new_ones_are_stopped(question, monkeypatch):
    monkeypatch.setattr(limits, "PHONES", 1)
    client = Client()
    _support(question, client)

    assert _support(question, client) == 302
