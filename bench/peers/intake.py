"""What every peer of the intake bench says of itself, and how its server is started and watched."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bench.phones import Ask

PATIENCE = 90


@dataclass(frozen=True, slots=True)
class Place:
    """Where a peer keeps what it is sent: a folder, and a PostgreSQL's address or "" (SQLite)."""

    var: Path
    postgres: str


@dataclass(frozen=True, slots=True)
class Work:
    """CPU seconds: of those who answer, and of a worker behind them that nobody waits for."""

    pages: float
    behind: float


@dataclass(frozen=True, slots=True)
class Server:
    """A served peer: its port and its first process."""

    port: int
    process: int

    def worked(self) -> Work:
        """CPU seconds of it and all it started, by the machine's own account."""
        family = {one: _cpu_seconds(one) for one in family_of(self.process)}
        behind = [seconds for one, seconds in family.items() if "db_worker" in _command(one)]
        return Work(sum(family.values()) - sum(behind), sum(behind))


@dataclass(frozen=True, slots=True)
class Peer:
    """Prepares, serves, is asked, and tells which receipts its database holds."""

    prepare: Callable[[Place], None]
    served: Callable[[Place], AbstractContextManager[Server]]
    ask: Ask
    stored: Callable[[Place], list[str]]
    is_behind_proxy: bool = False


@contextmanager
def running(
    command: Sequence[str], port: int, environment: Mapping[str, str], first: str
) -> Iterator[Server]:
    """The command's server once it answers at the path `first`. Raises OSError."""
    with (Path(environment["BENCH_VAR"]) / "server.log").open("ab") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _wait_for(port, server, first)
        yield Server(port, server.pid)
    finally:
        server.terminate()
        server.wait()


def done(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """What a command prints. Raises OSError with the end of its complaint."""
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise OSError(f"{' '.join(command[:3])}: {ended.stderr.strip()[-300:]}")
    return ended.stdout


def family_of(process: int) -> set[int]:
    """A process and all that it started and that live."""
    parents = dict(_parents())
    family = {process}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def free_port() -> int:
    """A port nobody listens to, with the next one free as well."""
    while True:
        with socket.socket() as one, socket.socket() as next_one, suppress(OSError, OverflowError):
            one.bind(("127.0.0.1", 0))
            port: int = one.getsockname()[1]
            next_one.bind(("127.0.0.1", port + 1))
            return port


def _wait_for(port: int, server: "subprocess.Popen[bytes]", first: str) -> None:
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with suppress(OSError):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            line.request("GET", first, headers={"X-Forwarded-Proto": "https"})
            if line.getresponse().status < 400:
                return
        time.sleep(0.3)
    raise OSError(f"nothing answers at {first}")


def _parents() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            yield int(folder.name), int(fields[1])


def _command(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_text()
    return ""


def _cpu_seconds(process: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / float(os.sysconf("SC_CLK_TCK"))
    return 0.0
