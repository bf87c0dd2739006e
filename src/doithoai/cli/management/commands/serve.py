"""Serve the pages with gunicorn, with a worker for what is done in the background."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.cli.supervision import run_together


class Command(BaseCommand):
    """Chạy máy chủ trang."""

    help = "Chạy máy chủ trang tại địa chỉ cho trước, cùng tiến trình làm việc nền."

    def add_arguments(self, parser: CommandParser) -> None:
        """Address and number of processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="ĐỊA_CHỈ")
        parser.add_argument("--workers", type=int, default=2, metavar="SỐ")

    def handle(self, *, bind: str, workers: int, **options: Any) -> None:
        """Run until told to stop; when one process ends, end them all."""
        self.stdout.write(f"Đối Thoại đang chạy tại http://{bind}")
        self.stdout.flush()
        sys.exit(run_together([_pages(bind, workers), _background()]))


def _pages(bind: str, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn"),
        f"--bind={bind}",
        f"--workers={workers}",
        "--log-level=warning",
        "--timeout=60",
        "--max-requests=5000",
        "doithoai.config.wsgi",
    ]


def _background() -> list[str]:
    return [sys.executable, "-m", "django", "db_worker", "--interval=5", "--no-reload"]
