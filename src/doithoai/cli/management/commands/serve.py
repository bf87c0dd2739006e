"""Serve the pages with gunicorn and the hall's live streams with uvicorn, both or neither."""

import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

GRACE_SECONDS = 10
LOOK_SECONDS = 0.2


class Command(BaseCommand):
    """Chạy máy chủ trang và tiến trình trực tiếp."""

    help = "Chạy máy chủ trang tại địa chỉ cho trước, và tiến trình trực tiếp của hội trường."

    def add_arguments(self, parser: CommandParser) -> None:
        """Addresses and number of processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="ĐỊA_CHỈ")
        parser.add_argument("--live", default="", metavar="ĐỊA_CHỈ", help="mặc định: cổng kế tiếp")
        parser.add_argument("--workers", type=int, default=2, metavar="SỐ")

    def handle(self, *, bind: str, live: str, workers: int, **options: Any) -> None:
        """Start both, wait, and stop both when one ends or we are told to."""
        live = live or next_port(bind)
        own = f":{live.rpartition(':')[2]}"
        environment = {"DOITHOAI_LIVE": own, **os.environ}
        commands = [pages(bind, workers), streams(live)]
        children = [subprocess.Popen(command, env=environment) for command in commands]
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        self.stdout.write(f"Đối Thoại đang chạy tại http://{bind}, trực tiếp tại http://{live}")
        self.stdout.flush()
        try:
            while all(child.poll() is None for child in children):
                time.sleep(LOOK_SECONDS)
        finally:
            stop(children)
        sys.exit(max(abs(child.returncode) for child in children))


def next_port(bind: str) -> str:
    """The address one port further. Raises CommandError when `bind` names no port."""
    host, _, port = bind.rpartition(":")
    if not host or not port.isdecimal():
        raise CommandError("Ghi địa chỉ kèm cổng, ví dụ 127.0.0.1:8000, hoặc thêm --live.")
    return f"{host}:{int(port) + 1}"


def pages(bind: str, workers: int) -> list[str]:
    """gunicorn for pages and forms."""
    return [
        *(sys.executable, "-m", "gunicorn", f"--bind={bind}", f"--workers={workers}"),
        *("--log-level=warning", "--timeout=60", "--max-requests=5000", "doithoai.config.wsgi"),
    ]


def streams(live: str) -> list[str]:
    """uvicorn for the live streams: one process holds them all."""
    host, _, port = live.rpartition(":")
    return [
        *(sys.executable, "-m", "uvicorn", f"--host={host}", f"--port={port}", "--ws=none"),
        *("--log-level=warning", "--no-access-log", "--timeout-graceful-shutdown=1"),
        *("--backlog=4096", "doithoai.config.live:application"),
    ]


def stop(children: list["subprocess.Popen[bytes]"]) -> None:
    """Ask each to end, and wait; one that does not is killed."""
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _stop(number: int, frame: object) -> None:
    sys.exit(0)
