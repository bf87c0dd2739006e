"""pretalx 2025.2.2: proposal, account and profile in three POSTs, in an environment of its own.

The environment and pretalx's built pages lie in BENCH_PRETALX, by default `var/bench-pretalx`;
the first run makes them, which takes minutes.

On SQLite two telephones are already one too many for it: its profile step reads before it writes in
one transaction, and answers 500 (`database is locked`). PostgreSQL gives the figure to compare.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import parse_qs, urlsplit

from bench.peers.intake import Peer, Place, Server, done, free_port, running
from bench.phones import Failed, Phone

HOME = Path(os.environ.get("BENCH_PRETALX", "var/bench-pretalx")).resolve()
PYTHON = str(HOME / "bin" / "python")
PACKAGES = ("pretalx==2025.2.2", "gunicorn", "psycopg[binary]")
EVENT = """
from datetime import date, timedelta
from pretalx.event.models import Event, Organiser
day = date.today() + timedelta(60)
organiser = Organiser.objects.create(name="Bench", slug="bench")
event = Event.objects.create(
    name="Bench", slug="bench", organiser=organiser, email="bench@example.org", timezone="UTC",
    date_from=day, date_to=day, locale="en", locale_array="en", content_locale_array="en")
event.is_public = True
event.save()
"""
CODES = (
    "from pretalx.submission.models import Submission as S; "
    "print('codes', *S.objects.values_list('code', flat=True))"
)
PASSWORD = "Phu-Tan-2024-nuoc-sach"


def prepare(place: Place) -> None:
    """Its environment, pages, tables, and an event that takes proposals. Raises OSError."""
    _configure(place)
    if not (HOME / "bin" / "gunicorn").exists():
        done([sys.executable, "-m", "venv", str(HOME)])
        done([PYTHON, "-m", "pip", "install", "--quiet", *PACKAGES])
    _manage(place, "migrate")
    if not (HOME / "static").exists():
        _manage(place, "rebuild")
    _manage(place, "shell", "--unsafe-disable-scopes", "-c", EVENT)


@contextmanager
def served(place: Place) -> Iterator[Server]:
    """gunicorn with two workers, as ours."""
    port = free_port()
    command = [PYTHON, "-m", "gunicorn", f"--bind=127.0.0.1:{port}", "--workers=2", "pretalx.wsgi"]
    with running([*command, "--timeout=60"], port, _environment(place), "/bench/cfp") as server:
        yield server


async def ask(phone: Phone, number: int) -> str:
    """The proposal, a new account, its profile: the code shown in the list of one's own."""
    await phone.get("/bench/submit/")
    text = f"Khi nào ấp {number % 97} xã Phú Tân có nước sạch? Đã hỏi {number} lần."
    await phone.post(phone.at, title=text, abstract=text, content_locale="en", action="submit")
    account = {"register_name": "Nguyễn Thị Mười", "register_email": f"{token_hex(6)}@example.org"}
    account |= {"register_password": PASSWORD, "register_password_repeat": PASSWORD}
    await phone.post(phone.at, action="submit", **account)
    shown = await phone.post(
        phone.at, name="Nguyễn Thị Mười", biography="Phú Tân.", action="submit"
    )
    code = re.search(r"submissions/([A-Z0-9]{6})", shown)
    if code is None:
        raise Failed("no receipt")
    return code[1]


def stored(place: Place) -> list[str]:
    """The code of every proposal in the database."""
    told = _manage(place, "shell", "--unsafe-disable-scopes", "-c", CODES)
    return told.rpartition("codes")[2].split()


def _manage(place: Place, *words: str) -> str:
    return done([PYTHON, "-m", "pretalx", *words], _environment(place))


def _configure(place: Place) -> None:
    for folder in ("data", "media", "logs"):
        (place.var / folder).mkdir(exist_ok=True)
    lines = [
        *("[filesystem]", f"data={place.var}/data", f"media={place.var}/media"),
        *(f"logs={place.var}/logs", f"static={HOME}/static"),
        *("[site]", "debug=False", "url=http://127.0.0.1", "secret=of-this-bench-only"),
        *("[database]", *_database(place)),
    ]
    (place.var / "pretalx.cfg").write_text("\n".join(lines))


def _database(place: Place) -> list[str]:
    if not place.postgres:
        return ["backend=sqlite3", f"name={place.var}/pretalx.sqlite3"]
    address = urlsplit(place.postgres)
    host = parse_qs(address.query).get("host", [address.hostname or ""])[0]
    named = [f"name={address.path.strip('/')}", f"user={address.username}", f"host={host}"]
    return ["backend=postgresql", *named, f"port={address.port or ''}"]


def _environment(place: Place) -> dict[str, str]:
    own = {"PRETALX_CONFIG_FILE": f"{place.var}/pretalx.cfg", "BENCH_VAR": str(place.var)}
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | own


PEER = Peer(prepare, served, ask, stored)
