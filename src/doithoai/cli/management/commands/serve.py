"""Serve the pages with gunicorn."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    """Chạy máy chủ trang."""

    help = "Chạy máy chủ trang tại địa chỉ cho trước."

    def add_arguments(self, parser: CommandParser) -> None:
        """Address and number of processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="ĐỊA_CHỈ")
        parser.add_argument("--workers", type=int, default=2, metavar="SỐ")

    def handle(self, *, bind: str, workers: int, **options: Any) -> None:
        """Become gunicorn."""
        self.stdout.write(f"Đối Thoại đang chạy tại http://{bind}")
        self.stdout.flush()
        os.execv(
            sys.executable,
            [
                sys.executable,
                "-m",
                "gunicorn",
                f"--bind={bind}",
                f"--workers={workers}",
                "--log-level=warning",
                "--timeout=60",
                "--max-requests=5000",
                "doithoai.config.wsgi",
            ],
        )
