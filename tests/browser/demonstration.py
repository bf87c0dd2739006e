"""A demonstration of its own, served for tests, pictures and measurements, and a Chromium."""

import os
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser, Error, Playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COMMAND = Path(sys.executable).with_name("doithoai")
PATIENCE = 60


class NotStarted(Exception):
    """The server or the browser does not start on this machine."""


@contextmanager
def served_demonstration(var: Path, today: str = "2024-10-07") -> Iterator[str]:
    """The address of both sample conferences as of that day, from `var`. Raises NotStarted."""
    environment = environment_of(var, today)
    run([COMMAND, "prepare"], environment)
    run([COMMAND, "load-samples"], environment)
    with served(environment) as address:
        yield address


def run(command: Sequence[str | Path], environment: dict[str, str]) -> str:
    """What the command prints. Raises NotStarted with its complaint."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise NotStarted(f"{' '.join(map(str, command))}: {done.stderr}")
    return done.stdout


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address where what is in the environment's folder is served. Raises NotStarted."""
    bind = f"127.0.0.1:{_free_port()}"
    with (Path(environment["DOITHOAI_VAR"]) / "server.log").open("ab") as log:
        command = [COMMAND, "serve", "--bind", bind]
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait_until_served(f"http://{bind}", server)
            yield f"http://{bind}"
        finally:
            server.terminate()
            server.wait()


def start_chromium(playwright: Playwright) -> Browser:
    """The machine's Chromium, else Playwright's own. Raises NotStarted."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        return playwright.chromium.launch(executable_path=found, args=QUIET)
    except Error as error:
        raise NotStarted(
            "No Chromium starts here. Install Debian's `chromium`, or run "
            f"`python -m playwright install chromium`.\n{error}"
        ) from error


def environment_of(var: Path, today: str) -> dict[str, str]:
    """The house's day and folder, and nothing of the developer's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    return kept | {
        "DOITHOAI_VAR": str(var),
        "DOITHOAI_DEMO": "1",
        "DOITHOAI_TODAY": today,
        "PATH": f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}",
    }


def _free_port() -> int:
    """A port that is free together with the next, which the live streams take.

    Below those the system gives to outgoing connections, so that none takes it meanwhile.
    """
    while True:
        port = 2 * random.randrange(10_000, 15_000)
        with socket.socket() as pages, socket.socket() as streams:
            try:
                pages.bind(("127.0.0.1", port))
                streams.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def _wait_until_served(url: str, server: "subprocess.Popen[Any]") -> None:
    until = time.monotonic() + PATIENCE
    streams = ("127.0.0.1", int(url.rpartition(":")[2]) + 1)
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(streams).close()
            urlopen(url).close()
            return
        except OSError:
            time.sleep(0.2)
    raise NotStarted(f"The server at {url} did not answer; its words are in server.log.")
