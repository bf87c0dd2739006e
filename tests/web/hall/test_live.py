"""The live process: tickets, one snapshot for all, catching up, slow clients, an old link."""

import asyncio
import json

import pytest
from django.core import signing

from doithoai.hall.actions import call_next, renew_stage_key, show_screen
from doithoai.web.hall.live import app as live_app
from doithoai.web.hall.live.app import Live
from doithoai.web.hall.live.building import as_event, build_now
from doithoai.web.hall.live.hub import Hub, Snapshot
from doithoai.web.hall.tickets import SALT, Ticket, read_ticket
from tests.builders_hall import a_driver, a_session

PLACE = ("hoi-nghi", "audience")


def test_a_ticket_is_read_back():
    ticket = Ticket("hoi-nghi", "stage", "khoa")

    assert read_ticket(ticket.signed()) == ticket


@pytest.mark.parametrize("text", ["", "abc", "a:b:c"])
def test_a_forged_ticket_is_none(text):
    assert read_ticket(text) is None


def test_a_ticket_of_another_make_is_none():
    assert read_ticket(signing.dumps({"slug": "a"}, salt=SALT)) is None
    assert read_ticket(signing.dumps({"slug": "a", "channel": "stage", "key": ""})) is None


def test_an_old_ticket_is_none(monkeypatch):
    text = Ticket("a", "stage").signed()
    monkeypatch.setattr("doithoai.web.hall.tickets.HOURS", -1)

    assert read_ticket(text) is None


async def nobody(tickets):
    """No ticket has lapsed."""
    return frozenset()


class Client:
    """A browser that listens; `slow` does not take what is sent until told."""

    def __init__(self, hub, ticket, query="", *, path=None, origin="", live=None):
        live = live or Live(hub, nobody)
        self.sent, self.gone, self.free = [], asyncio.Event(), asyncio.Event()
        self.free.set()
        path = path or f"/truc-tiep/{ticket.slug}/{ticket.channel}"
        self.scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": f"ve={ticket.signed()}{query}".encode(),
            "headers": [(b"origin", origin.encode())] if origin else [],
        }
        self.task = asyncio.create_task(live(self.scope, self._receive, self._send))

    async def _receive(self):
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message):
        await self.free.wait()
        self.sent.append(message)

    async def leave(self):
        self.gone.set()
        await self.task

    @property
    def boards(self):
        bodies = [message.get("body", b"") for message in self.sent]
        return [body.decode() for body in bodies if b"event: board" in body]


def a_hub(states):
    """A hub whose database is the last of `states`: (key, stage key)."""

    async def build(known):
        key, stage_key = states[-1]
        body = as_event(key, {"audience": f"câu {key}"})
        shown = Snapshot(key, body, stage_key)
        return {place: shown for place, had in known.items() if had != key}

    return Hub(build)


async def settle():
    for _ in range(20):
        await asyncio.sleep(0)


def run(story):
    asyncio.run(story())


def test_everyone_gets_the_same_bytes_once_an_event():
    async def story():
        states = [("1-0", "")]
        hub = a_hub(states)
        clients = [Client(hub, Ticket(*PLACE)) for _ in range(5)]
        await settle()
        states.append(("2-0", ""))
        await hub.refresh()
        await settle()
        assert {tuple(one.boards) for one in clients} == {
            (as_event("1-0", {"audience": "câu 1-0"}).decode(),)
            + (as_event("2-0", {"audience": "câu 2-0"}).decode(),)
        }
        for one in clients:
            await one.leave()

    run(story)


@pytest.mark.parametrize(("seen", "boards"), [("&tu=1-0", 1), ("&tu=2-0", 0), ("", 1)])
def test_who_comes_back_gets_the_newest_at_once_only_if_behind(seen, boards):
    async def story():
        client = Client(a_hub([("2-0", "")]), Ticket(*PLACE), seen)
        await settle()
        assert len(client.boards) == boards
        await client.leave()

    run(story)


def test_a_slow_client_gets_only_the_newest_and_holds_nobody_up():
    async def story():
        states = [("1-0", "")]
        hub = a_hub(states)
        slow, quick = Client(hub, Ticket(*PLACE)), Client(hub, Ticket(*PLACE))
        await settle()
        slow.free.clear()
        for number in range(2, 30):
            states.append((f"{number}-0", ""))
            await hub.refresh()
            await settle()
        slow.free.set()
        await settle()
        assert len(quick.boards) == 29
        assert [board.split()[1] for board in slow.boards][-1] == "29-0"
        assert len(slow.boards) <= 3
        for one in (slow, quick):
            await one.leave()

    run(story)


def test_a_client_that_takes_nothing_is_let_go(monkeypatch):
    monkeypatch.setattr(live_app, "PATIENCE_SECONDS", 0.01)

    async def story():
        states = [("1-0", "")]
        hub = a_hub(states)
        client = Client(hub, Ticket(*PLACE))
        await settle()
        client.free.clear()
        states.append(("2-0", ""))
        await hub.refresh()
        asyncio.get_running_loop().call_later(0.05, client.free.set)
        await asyncio.wait_for(client.task, 2)
        assert not hub.listened.is_set()

    run(story)


def test_a_line_without_news_beats():
    async def story():
        hub = a_hub([("1-0", "")])
        client = Client(hub, Ticket(*PLACE))
        await settle()
        before = len(client.sent)
        for _ in range(3):
            hub.beat()
            await settle()
        beats = [message["body"] for message in client.sent[before:]]
        assert [body.startswith(b"event: beat\ndata: 17") for body in beats] == [True] * 3
        await client.leave()

    run(story)


def test_an_old_link_of_the_screen_is_shut():
    async def story():
        states = [("1-0", "khoa-1")]
        hub = a_hub(states)
        screen = Client(hub, Ticket("hoi-nghi", "stage", "khoa-1"))
        await settle()
        states.append(("2-0", "khoa-2"))
        await hub.refresh()
        await asyncio.wait_for(screen.task, 2)
        again = Client(hub, Ticket("hoi-nghi", "stage", "khoa-1"))
        await asyncio.wait_for(again.task, 2)
        assert again.sent[0]["status"] == 403

    run(story)


@pytest.mark.parametrize("path", ["/truc-tiep/khac/audience", "/truc-tiep/hoi-nghi/stage", "/"])
def test_a_ticket_opens_its_own_channel_only(path):
    async def story():
        client = Client(a_hub([("1-0", "")]), Ticket(*PLACE), path=path)
        await asyncio.wait_for(client.task, 2)
        assert client.sent[0]["status"] == 403

    run(story)


def test_a_hall_that_is_not_open_has_no_stream():
    async def story():
        async def nothing(known):
            return {}

        client = Client(Hub(nothing), Ticket(*PLACE))
        await asyncio.wait_for(client.task, 2)
        assert client.sent[0]["status"] == 403

    run(story)


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("http://localhost:8000", True), ("http://noi-khac.vn", False), ("http://[::1", False)],
)
def test_only_pages_of_our_hosts_may_read(settings, origin, allowed):
    settings.ALLOWED_HOSTS = ["localhost"]

    async def story():
        client = Client(a_hub([("1-0", "")]), Ticket(*PLACE), origin=origin)
        await settle()
        heads = dict(client.sent[0]["headers"])
        assert (heads.get(b"access-control-allow-origin") == origin.encode()) is allowed
        await client.leave()

    run(story)


def test_who_leaves_is_forgotten():
    async def story():
        hub = a_hub([("1-0", "")])
        client = Client(hub, Ticket(*PLACE))
        await settle()
        assert hub.listened.is_set()
        await client.leave()
        assert not hub.listened.is_set()

    run(story)


@pytest.mark.django_db
def test_a_snapshot_is_built_once_an_event(monkeypatch):
    monkeypatch.setattr("doithoai.web.hall.live.building.close_old_connections", lambda: None)
    session = a_session()
    places = [(session.conference.slug, name) for name in ("stage", "audience", "secretary")]
    first = build_now(dict.fromkeys(places, ""))
    known = {place: snapshot.key for place, snapshot in first.items()}
    assert build_now(known) == {}
    call_next(session, version=session.version, by=a_driver(session))
    again = build_now(known)

    assert set(again) == set(places)
    assert len({snapshot.key for snapshot in again.values()}) == 1
    regions = json.loads(again[places[2]].body.split(b"data: ")[1])
    assert set(regions) == {"floor", "queue", "side"}


@pytest.mark.django_db
def test_the_snapshot_of_the_stage_carries_its_new_key(monkeypatch):
    monkeypatch.setattr("doithoai.web.hall.live.building.close_old_connections", lambda: None)
    session = a_session()
    place = (session.conference.slug, "stage")
    before = build_now({place: ""})[place]
    session = renew_stage_key(session, version=session.version, by=a_driver(session))
    after = build_now({place: before.key})[place]

    assert (before.stage_key != after.stage_key, after.stage_key) == (True, session.stage_key)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("screen", "words"),
    [("welcome", "stage-item"), ("blank", "stage-blank"), ("item", "stage-item")],
)
def test_the_stage_shows_what_was_chosen(screen, words, monkeypatch):
    monkeypatch.setattr("doithoai.web.hall.live.building.close_old_connections", lambda: None)
    session = a_session()
    show_screen(session, screen=screen, version=session.version, by=a_driver(session))
    place = (session.conference.slug, "stage")

    assert words in json.loads(build_now({place: ""})[place].body.split(b"data: ")[1])["stage"]
