"""The ceilings: a bare Django form, served the same way on the same kind of database.

On one page, and in the three steps ours takes with the draft held in a session.
"""

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
SENDER = {"name": "Nguyễn Thị Mười", "phone": "0912345678"}


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
    return _shown(phone, await phone.post("/", text=_text(number), **SENDER))


async def ask_in_steps(phone: Phone, number: int) -> str:
    """The text, the sender, sent: the number shown."""
    await phone.get("/steps/1/")
    await phone.post("/steps/1/", text=_text(number))
    await phone.post(phone.at, **SENDER)
    return _shown(phone, await phone.post(phone.at))


def _text(number: int) -> str:
    return f"Khi nào ấp {number % 97} xã Phú Tân có nước sạch? Đã hỏi {number} lần."


def _shown(phone: Phone, receipt: str) -> str:
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
STEPS = Peer(prepare, served, ask_in_steps, stored)
