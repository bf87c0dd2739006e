"""The power goes again and again while people ask: each receipt shown is kept, none twice."""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from bench.peers.intake import family_of, free_port, running
from bench.phones import Failed, Phone

COMMAND = Path(sys.executable).with_name("doithoai")
ROOT = Path(__file__).parents[2]
FORM, DESK = "/cong/phu-nu/gui-cau-hoi/", "/hoi-nghi/phu-nu/cau-hoi/nhap/"
SENDERS, CLERKS, ROUNDS, CUTS = 5, 1, 1, 4
SERVED = """
import sys
from pathlib import Path
from django.core.management import call_command
from django.db import connection
from django.test import Client
from gunicorn.app.wsgiapp import run
from tests.builders import a_conference, an_official

call_command("createcachetable")
browser = Client()
browser.force_login(an_official(a_conference(slug="phu-nu").host))
Path("{folder}/session").write_text(browser.cookies["sessionid"].value)
connection.close()
sys.argv = "gunicorn --bind=127.0.0.1:{port} --workers=2 --preload doithoai.config.wsgi".split()
run()
"""


@pytest.fixture
def environment(tmp_path, migrated_file):
    shutil.copy(migrated_file, tmp_path / "doithoai.sqlite3")
    own = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    own |= {"DOITHOAI_VAR": str(tmp_path), "BENCH_VAR": str(tmp_path), "PYTHONPATH": path}
    own |= {"DOITHOAI_DEMO": "1", "DOITHOAI_TODAY": "2024-10-07", "DOITHOAI_SECRET_KEY": "x" * 50}
    return own | {"DOITHOAI_DEBUG": "1", "DOITHOAI_HTTPS": "1"}


def test_each_receipt_shown_is_kept_once_whenever_workers_are_killed(environment, tmp_path):
    port = free_port()
    script = SERVED.format(folder=tmp_path, port=port)
    command = [str(COMMAND), "shell", "--verbosity=0", "-c", script]
    with running(command, port, environment, FORM) as server:
        session = (tmp_path / "session").read_text()
        shown, cuts = asyncio.run(asked_while_cut(server, session))
        for process in family_of(server.process):
            kill(process)

    with closing(sqlite3.connect(tmp_path / "doithoai.sqlite3")) as database:
        kept = database.execute("SELECT text, code FROM questions_submission").fetchall()
    assert cuts == CUTS
    assert len(shown) == (SENDERS + CLERKS) * ROUNDS
    assert sorted(kept) == sorted(shown)


async def asked_while_cut(server, session):
    """(what each sent and the receipt it was shown), and how often the power went."""
    senders = [Phone(server.port, n, is_behind_proxy=True) for n in range(SENDERS + CLERKS)]
    for clerk in senders[SENDERS:]:
        clerk.cookies["sessionid"] = session
    asking = asyncio.gather(
        *(ask(phone) for phone in senders[:SENDERS]),
        *(enter(phone) for phone in senders[SENDERS:]),
    )
    cuts = await cut_power(server)
    return [one for shown in await asking for one in shown], cuts


async def cut_power(server):
    """Kill one or both workers, some moments apart; how often."""
    done = 0
    while done < CUTS:
        await asyncio.sleep(0.3 + 0.1 * done)
        workers = family_of(server.process) - {server.process}
        for process in sorted(workers)[: 1 + done % 2]:
            kill(process)
        done += bool(workers)
    return done


def kill(process):
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


async def ask(phone):
    """Ask in three steps, each sent again until it is answered."""
    shown = []
    for turn in range(ROUNDS):
        words = f"Khi nào ấp {phone.number} có nước sạch, hỏi lần {turn}?"
        draft = (await again(phone.get, FORM)).partition('name="phieu" value="')[2][:36]
        await again(phone.post, f"{FORM}?buoc=1", phieu=draft, text=words)
        await again(phone.post, f"{FORM}?buoc=2&phieu={draft}")
        await again(phone.post, f"{FORM}?buoc=3&phieu={draft}")
        shown.append((words, phone.at.rstrip("/").rpartition("/")[2]))
    return shown


async def enter(phone):
    """Type slips in, each sent again until it is answered."""
    shown = []
    for turn in range(ROUNDS):
        words = f"Phiếu giấy số {turn} của bàn {phone.number}."
        token = (await again(phone.get, DESK)).partition('name="token" value="')[2][:36]
        await again(phone.post, DESK, token=token, channel="paper", text=words)
        shown.append((words, phone.at.partition("da-nhap=")[2].partition("&")[0]))
    return shown


async def again(send, path, **data):
    """What is answered in the end. Raises Failed when nothing is for long."""
    end = time.monotonic() + 30
    while True:
        try:
            return await send(path, **data)
        except Failed as fault:
            if time.monotonic() > end or "500" in str(fault):
                raise
            await asyncio.sleep(0.1)
