"""Serve pages with gunicorn, the hall's live streams with uvicorn, and work in the background."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from doithoai.cli.supervision import run_together


class Command(BaseCommand):
    """Chạy máy chủ trang, tiến trình trực tiếp và tiến trình làm việc nền."""

    help = "Chạy máy chủ trang tại địa chỉ cho trước, tiến trình trực tiếp và tiến trình nền."

    def add_arguments(self, parser: CommandParser) -> None:
        """Addresses and number of processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="ĐỊA_CHỈ")
        parser.add_argument("--live", default="", metavar="ĐỊA_CHỈ", help="mặc định: cổng kế tiếp")
        parser.add_argument("--workers", type=int, default=2, metavar="SỐ")

    def handle(self, *, bind: str, live: str, workers: int, **options: Any) -> None:
        """Run until told to stop; when one process ends, end them all."""
        live = live or next_port(bind)
        own = f":{live.rpartition(':')[2]}"
        self.stdout.write(f"Đối Thoại đang chạy tại http://{bind}, trực tiếp tại http://{live}")
        self.stdout.flush()
        commands = [pages(bind, workers), streams(live), background()]
        sys.exit(run_together(commands, {"DOITHOAI_LIVE": own, **os.environ}))


def next_port(bind: str) -> str:
    """The address one port further. Raises CommandError when `bind` names no port."""
    host, _, port = bind.rpartition(":")
    if not host or not port.isdecimal():
        raise CommandError("Ghi địa chỉ kèm cổng, ví dụ 127.0.0.1:8000, hoặc thêm --live.")
    return f"{host}:{int(port) + 1}"


def pages(bind: str, workers: int) -> list[str]:
    """gunicorn for pages and forms; its processes are renewed now and then, not all at once."""
    return [
        *(sys.executable, "-m", "gunicorn", f"--bind={bind}", f"--workers={workers}"),
        *("--log-level=warning", "--timeout=60", "--preload", "--max-requests=5000"),
        *("--max-requests-jitter=500", "doithoai.config.wsgi"),
    ]


def streams(live: str) -> list[str]:
    """uvicorn for the live streams: one process holds them all."""
    host, _, port = live.rpartition(":")
    return [
        *(sys.executable, "-m", "uvicorn", f"--host={host}", f"--port={port}", "--ws=none"),
        *("--log-level=warning", "--no-access-log", "--timeout-graceful-shutdown=1"),
        *("--backlog=4096", "doithoai.config.live:application"),
    ]


def background() -> list[str]:
    """The worker: letters, and whatever takes longer than a page may."""
    return [sys.executable, "-m", "django", "db_worker", "--interval=5", "--no-reload"]
