"""What a session holds of a question being written, and for how long."""

from datetime import UTC, datetime

import pytest
from django.contrib.sessions.models import Session

from tests.builders import a_conference, an_official
from tests.web.public.test_asking import SENDER, WORDS, step_one, to_check, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def test_once_sent_nothing_of_it_stays_in_the_session(client, conference):
    third = to_check(client, conference, SENDER)
    assert WORDS in str(dict(client.session))
    client.post(third, {"phieu": token(third)})

    assert "Mười" not in str(dict(client.session))
    assert WORDS not in str(dict(client.session))


def test_a_session_held_for_drafts_alone_ends_with_the_last_of_them(client, conference):
    one, two = to_check(client, conference), to_check(client, conference)
    client.post(one, {"phieu": token(one)})
    assert client.get(two).status_code == 200
    client.post(two, {"phieu": token(two)})

    assert "sessionid" not in client.cookies or not client.cookies["sessionid"].value
    assert not Session.objects.exists()


def test_an_official_who_asks_stays_signed_in(client, conference):
    client.force_login(an_official())
    third = to_check(client, conference)
    client.post(third, {"phieu": token(third)})

    assert client.session["_auth_user_id"]


def test_a_session_that_has_run_out_holds_nothing(client, conference):
    third = to_check(client, conference)
    Session.objects.update(expire_date=datetime(2020, 1, 1, tzinfo=UTC))

    assert client.get(third).context["lost"]


def test_a_session_of_a_visitor_ends_within_hours(client, conference):
    step_one(client, conference)

    assert client.session.get_expiry_age() <= 4 * 3600
