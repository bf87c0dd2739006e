"""The ceiling: a bare Django form, served the same way on the same kind of database."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bench.peers.intake import Peer, Place, Server, done, free_port, running
from bench.phones import Failed, Phone

NUMBERS = (
    "from bench.peers.bare_form import Asked; "
    "print(*Asked.objects.values_list('pk', flat=True), sep='\\n')"
)


def prepare(place: Place) -> None:
    """Its one table."""
    done([sys.executable, "-m", "bench.peers.bare_form"], _environment(place))


@contextmanager
def served(place: Place) -> Iterator[Server]:
    """gunicorn with two workers, as ours."""
    port = free_port()
    bind = [f"--bind=127.0.0.1:{port}", "--workers=2", "--log-level=warning"]
    command = [sys.executable, "-m", "gunicorn", *bind, "bench.peers.bare_form"]
    with running(command, port, _environment(place), "/") as server:
        yield server


async def ask(phone: Phone, number: int) -> str:
    """The form, sent: the number shown."""
    await phone.get("/")
    text = f"Khi nào ấp {number % 97} xã Phú Tân có nước sạch? Đã hỏi {number} lần."
    receipt = await phone.post("/", text=text, name="Nguyễn Thị Mười", phone="0912345678")
    shown = phone.at.strip("/")
    if not shown or shown not in receipt:
        raise Failed("no receipt")
    return shown


def stored(place: Place) -> list[str]:
    """Every number in the database."""
    return done([sys.executable, "-c", NUMBERS], _environment(place)).split()


def _environment(place: Place) -> dict[str, str]:
    database = place.postgres or f"sqlite:///{place.var / 'bare.sqlite3'}"
    return {**os.environ, "BARE_DATABASE": database, "BENCH_VAR": str(place.var)}


PEER = Peer(prepare, served, ask, stored)
