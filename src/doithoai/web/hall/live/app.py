"""The ASGI side: a ticket in the address, a stream of server-sent events back."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterator, MutableMapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http.request import validate_host

from doithoai.audit import clock
from doithoai.web.hall.live.hub import NOTHING, Channel, Hub
from doithoai.web.hall.live.watching import changes
from doithoai.web.hall.tickets import PATH, Ticket, now_ms, read_ticket

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
Lapsed = Callable[[Collection[Ticket]], Awaitable[frozenset[Ticket]]]
BEAT_SECONDS = 15.0
PATIENCE_SECONDS = 30.0
OVER = b"event: over\ndata: 1\n\n"
"""The ticket has ended: the page is to fetch another, if it still may."""
log = logging.getLogger(__name__)


class Live:
    """The application: `/truc-tiep/<slug>/<channel>?ve=<ticket>`, and nothing else.

    `lapsed` says which officials' tickets are no longer good.
    """

    def __init__(self, hub: Hub, lapsed: Lapsed) -> None:
        self.hub = hub
        self._lapsed = lapsed
        self._held: Counter[Ticket] = Counter()
        self._ended: frozenset[Ticket] = frozenset()
        self._tasks: list[asyncio.Task[None]] = []

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request, or the server's start and stop."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            ticket = _ticket(scope)
            if ticket is None or scope["method"] != "GET":
                await _refuse(send, scope)
            else:
                await self._serve(ticket, scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._tasks = [asyncio.create_task(t) for t in (self._follow(), self._beat())]
                await send({"type": "lifespan.startup.complete"})
            else:
                for task in self._tasks:
                    task.cancel()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _follow(self) -> None:
        """Refresh at every change; a fault of the database is told and tried again."""
        while True:
            try:
                async for _ in changes(self.hub.listened):
                    await self.hub.refresh()
            except Exception:
                log.exception("The live pages could not be refreshed")
                await asyncio.sleep(1)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            await self.beat()

    async def beat(self) -> None:
        """See whose tickets have lapsed, then wake everyone; a fault of the database is told."""
        try:
            self._ended = await self._lapsed(list(self._held))
        except Exception:
            log.exception("The tickets could not be looked at")
        self.hub.beat()

    @contextmanager
    def _holding(self, ticket: Ticket) -> Iterator[None]:
        self._held[ticket] += 1
        try:
            yield
        finally:
            self._held[ticket] -= 1
            if not self._held[ticket]:
                del self._held[ticket]

    def _is_over(self, channel: Channel, ticket: Ticket) -> bool:
        """The ticket has run out or lapsed, or what it opened is shut."""
        return now_ms() >= ticket.until or ticket in self._ended or _is_shut(channel, ticket)

    async def _serve(self, ticket: Ticket, scope: Message, receive: Receive, send: Send) -> None:
        place = (ticket.slug, ticket.channel)
        with self.hub.listening(place) as channel, self._holding(ticket):
            if channel.newest is NOTHING:
                await self.hub.first_look(channel)
            if _is_shut(channel, ticket) or await self._lapsed([ticket]):
                await _refuse(send, scope)
                return
            await send({"type": "http.response.start", "status": 200, "headers": _heads(scope)})
            is_over = partial(self._is_over, channel, ticket)
            streaming = asyncio.create_task(_stream(channel, is_over, _seen(scope), send))
            leaving = asyncio.create_task(_gone(receive))
            with suppress(asyncio.CancelledError):
                await asyncio.wait({streaming, leaving}, return_when=asyncio.FIRST_COMPLETED)
            for task in (streaming, leaving):
                task.cancel()
            with suppress(asyncio.CancelledError, TimeoutError, OSError):
                await streaming
        with suppress(OSError):
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _stream(channel: Channel, is_over: Callable[[], bool], seen: str, send: Send) -> None:
    """The newest snapshot at once if behind, then each newer one; a beat when nothing happens."""
    await _send(send, _beat())
    while not is_over():
        if channel.newest.key != seen:
            seen = channel.newest.key
            await _send(send, channel.newest.body)
            continue
        await channel.bell.wait()
        if channel.newest.key == seen:
            await _send(send, _beat())
    await _send(send, OVER)


def _is_shut(channel: Channel, ticket: Ticket) -> bool:
    """No such hall, or the big screen's link has been changed."""
    newest = channel.newest
    return newest is NOTHING or bool(ticket.key) and ticket.key != newest.stage_key


async def _send(send: Send, body: bytes) -> None:
    """One piece; who does not take it in half a minute is let go."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        await send({"type": "http.response.body", "body": body, "more_body": True})


def _beat() -> bytes:
    """The server's time in milliseconds: the line is alive, and clocks agree."""
    return b"event: beat\ndata: %d\n\n" % int(clock.now().timestamp() * 1000)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _ticket(scope: Message) -> Ticket | None:
    """The ticket of the address, when it is for this very address."""
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    ticket = read_ticket(asked.get("ve", [""])[0])
    fits = ticket is not None and scope["path"] == f"{PATH}{ticket.slug}/{ticket.channel}"
    return ticket if fits else None


def _seen(scope: Message) -> str:
    """The moment the client has: the browser's own header, or our script's `tu=`."""
    header = _header(scope, b"last-event-id")
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("tu", [""])
    return header or asked[0]


def _heads(scope: Message) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store, no-transform"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
        *_cors(scope),
    ]


def _cors(scope: Message) -> list[tuple[bytes, bytes]]:
    """Pages of our own hosts may read, on whatever port."""
    origin = _header(scope, b"origin")
    host = _host_of(origin)
    if not validate_host(f"[{host}]" if ":" in host else host, settings.ALLOWED_HOSTS):
        return []
    return [(b"access-control-allow-origin", origin.encode("latin-1")), (b"vary", b"Origin")]


def _host_of(origin: str) -> str:
    """The host an origin names; "" for none, and for what is no address at all."""
    try:
        return urlsplit(origin).hostname or ""
    except ValueError:
        return ""


def _header(scope: Message, name: bytes) -> str:
    found: bytes = next((value for key, value in scope["headers"] if key == name), b"")
    return found.decode("latin-1")


async def _refuse(send: Send, scope: Message) -> None:
    heads = [(b"content-type", b"text/plain; charset=utf-8"), *_cors(scope)]
    await send({"type": "http.response.start", "status": 403, "headers": heads})
    await send({"type": "http.response.body", "body": "Vé đã hết hạn. Tải lại trang.".encode()})
