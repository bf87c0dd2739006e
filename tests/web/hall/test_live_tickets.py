"""A stream does not outlive its ticket, nor the sign-in and the right of whom it was given to."""

import asyncio
from datetime import timedelta

import pytest
from django.urls import reverse

from doithoai.audit import clock
from doithoai.directory.actions import note_sign_out
from doithoai.directory.models import Right
from doithoai.web.hall.live.app import OVER, Live
from doithoai.web.hall.live.holders import lapsed_now
from doithoai.web.hall.tickets import Ticket, read_ticket
from tests.builders import an_official
from tests.builders_hall import a_driver, a_session
from tests.web.hall.test_live import Client, a_hub, nobody, run, settle


def of_official(user=7):
    """A ticket of the secretary's desk, given now."""
    return Ticket("hoi-nghi", "secretary", user=user)


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch):
    monkeypatch.setattr("doithoai.web.hall.live.holders.close_old_connections", lambda: None)


def later(**time):
    return clock.at(clock.now() + timedelta(**time))


@pytest.mark.parametrize(
    ("user", "good", "ended"),
    [(7, {"minutes": 59}, {"minutes": 61}), (0, {"hours": 17}, {"hours": 19})],
)
def test_a_ticket_of_an_official_lives_an_hour_others_a_day(user, good, ended):
    ticket = of_official(user)
    with later(**good):
        assert read_ticket(ticket.signed()) == ticket
    with later(**ended):
        assert read_ticket(ticket.signed()) is None


def test_a_stream_ends_with_its_ticket_and_says_so(monkeypatch):
    async def story():
        live = Live(a_hub([("1-0", "")]), nobody)
        ticket = of_official()
        client = Client(live.hub, ticket, live=live)
        await settle()
        assert not client.task.done()
        monkeypatch.setattr("doithoai.web.hall.live.app.now_ms", lambda: ticket.until)
        await live.beat()
        await asyncio.wait_for(client.task, 2)
        assert client.sent[-2]["body"] == OVER

    run(story)


def test_a_lapsed_ticket_ends_its_own_stream_alone():
    async def story():
        gone, own, other = set(), of_official(), of_official(8)

        async def lapsed(tickets):
            return frozenset(gone & set(tickets))

        live = Live(a_hub([("1-0", "")]), lapsed)
        first, second = (Client(live.hub, one, live=live) for one in (own, other))
        await settle()
        gone.add(own)
        await live.beat()
        await asyncio.wait_for(first.task, 2)
        assert (first.sent[-2]["body"], second.task.done()) == (OVER, False)
        again = Client(live.hub, own, live=live)
        await asyncio.wait_for(again.task, 2)
        assert again.sent[0]["status"] == 403
        await second.leave()

    run(story)


@pytest.fixture
def given():
    """A running hall, its secretary, and the ticket given to her."""
    session = a_session()
    by = a_driver(session)
    return session, by, Ticket(session.conference.slug, "secretary", user=by.pk)


@pytest.mark.django_db
def test_who_is_signed_in_with_the_right_keeps_listening(given):
    assert lapsed_now([given[2]]) == frozenset()


@pytest.mark.django_db
def test_who_signs_out_stops_listening_until_signed_in_anew(given):
    _, by, ticket = given
    note_sign_out(by, by=by)
    with later(minutes=1):
        fresh = Ticket(ticket.slug, "secretary", user=by.pk)

    assert lapsed_now([ticket, fresh]) == {ticket}


@pytest.mark.django_db
@pytest.mark.parametrize("loses", [{"is_active": False}, {"right": Right.READER}])
def test_who_loses_the_right_stops_listening(given, loses):
    _, by, ticket = given
    for name, value in loses.items():
        setattr(by, name, value)
    by.save()

    assert lapsed_now([ticket]) == {ticket}


@pytest.mark.django_db
def test_each_channel_asks_for_its_own_right(given):
    session, _, _ = given
    chair = an_official(session.conference.chair)
    channels = ("secretary", "log", "chair", "stage", "presenter")
    tickets = [Ticket(session.conference.slug, name, user=chair.pk) for name in channels]

    assert {one.channel for one in lapsed_now(tickets)} == {"secretary", "log", "presenter"}


@pytest.mark.django_db
def test_a_page_gives_the_ticket_to_the_person_only_where_an_account_is_needed(client):
    session = a_session()
    by = a_driver(session)
    client.force_login(by)
    link = f"?khoa={session.stage_key}"
    wanted = {"hall": by.pk, "chair": by.pk, "stage": by.pk, f"stage{link}": 0, "audience": 0}
    found = {}
    for name in wanted:
        address = reverse(f"hall:{name.partition('?')[0]}", args=[session.conference.slug])
        page = client.get(address + (link if link in name else "")).content.decode()
        found[name] = read_ticket(page.split("?ve=")[1].partition('"')[0]).user

    assert found == wanted
