"""A running demonstration and a real Chromium; every window watches what a page must never do."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from tests.browser.windows import Windows

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything of this folder needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the two sample conferences are served; nothing of the developer's own data."""
    var = tmp_path_factory.mktemp("var")
    environment = demonstration(var)
    for step in (["prepare"], ["load-samples"]):
        subprocess.run([COMMAND, *step], env=environment, check=True, capture_output=True)
    bind = f"127.0.0.1:{free_port()}"
    log = (var / "server.log").open("wb")
    with (
        log,
        subprocess.Popen([COMMAND, "serve", "--bind", bind], env=environment, stderr=log) as server,
    ):
        try:
            wait_until_served(f"http://{bind}", server)
            yield f"http://{bind}"
        finally:
            server.terminate()


def demonstration(var: Path) -> dict[str, str]:
    """The environment of a demonstration on Monday 7/10/2024 in a folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    return kept | {
        "DOITHOAI_VAR": str(var),
        "DOITHOAI_DEMO": "1",
        "DOITHOAI_TODAY": "2024-10-07",
        "PATH": f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}",
    }


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_served(url: str, server: "subprocess.Popen[Any]") -> None:
    """Return when the first page answers; fail when the server has gone."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            urlopen(url).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The server at {url} did not answer.")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium a file of tests; Playwright's loop must not outlive them."""
    with sync_playwright() as playwright:
        browser = start(playwright)
        yield browser
        browser.close()


def start(playwright: Playwright) -> Browser:
    """The machine's Chromium, else Playwright's own."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        return playwright.chromium.launch(executable_path=found, args=QUIET)
    except Error as error:
        pytest.fail(
            "No Chromium starts here. Install Debian's `chromium`, or run "
            f"`python -m playwright install chromium`.\n{error}"
        )


@pytest.fixture
def windows(chromium: Browser, address: str) -> Iterator[Windows]:
    """Windows of this test; at its end nothing forbidden may have happened in any of them."""
    opened = Windows(chromium, address)
    yield opened
    opened.close()
    assert opened.faults == []
