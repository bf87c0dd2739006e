"""One machine cannot fill a whole hall, nor vote for it."""

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.hall.rules import ASKS_IN_A_MINUTE
from doithoai.hall.states import AudienceState
from doithoai.web.portal import limits
from tests.builders_hall import a_session, an_audience, an_audience_question

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    """An approved question of a hall that takes questions and support."""
    return an_audience_question(an_audience(a_session()), state=AudienceState.SHOWN)


def _place(question):
    return reverse("hall:audience", args=[question.session.conference.slug])


def _support(question, client):
    return client.post(_place(question), {"ung-ho": question.pk}).status_code


def _ask(question, client, **more):
    return client.post(_place(question), {"text": "Khi nào có nước sạch?"}, **more).status_code


def _looked(question):
    client = Client()
    client.get(_place(question))
    return client


def _asked(question):
    return question.session.audience_questions.filter(state=AudienceState.WAITING).count()


def test_a_machine_that_keeps_no_mark_has_only_what_all_such_machines_share(question):
    codes = {_ask(question, Client()) for _ in range(limits.UNMARKED)}

    assert (codes, _ask(question, Client())) == ({302}, 409)
    assert _asked(question) == limits.UNMARKED


def test_machines_without_a_mark_stop_no_marked_telephone(question, monkeypatch):
    phone = _looked(question)
    monkeypatch.setattr(limits, "UNMARKED", 0)

    assert (_ask(question, Client()), _ask(question, phone)) == (409, 302)


@pytest.mark.parametrize("made_up", ["a", "b:c"])
def test_a_telephone_is_known_only_by_a_mark_we_gave_it(question, monkeypatch, made_up):
    monkeypatch.setattr(limits, "UNMARKED", 0)
    client = Client()
    client.cookies["may"] = made_up

    assert _support(question, client) == 409


def test_new_marks_of_one_address_are_counted(question, monkeypatch):
    monkeypatch.setattr(limits, "PHONES", 2)
    marked = ["may" in _looked(question).cookies for _ in range(4)]

    assert marked == [True, True, False, False]


def test_one_address_asks_only_so_often_in_a_minute_and_others_still_do(question, monkeypatch):
    monkeypatch.setattr(limits, "ASKS", 2)
    codes = [_ask(question, _looked(question)) for _ in range(3)]

    assert codes == [302, 302, 409]
    assert _ask(question, _looked(question), REMOTE_ADDR="10.9.8.7") == 302


def test_what_is_refused_takes_nothing_from_the_others_of_the_address(question, monkeypatch):
    monkeypatch.setattr(limits, "ASKS", 2)
    eager = _looked(question)

    assert [_ask(question, eager) for _ in range(4)] == [302, 409, 409, 409]
    assert _ask(question, _looked(question)) == 302


def test_one_address_never_takes_all_a_hall_can_take():
    """Not even where one minute turns into the next."""
    assert 2 * limits.ASKS < ASKS_IN_A_MINUTE
