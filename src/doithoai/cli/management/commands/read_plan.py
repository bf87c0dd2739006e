"""Read an official plan from the console."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.reading import NotAPlan, Unreadable, open_source, plan_as_json, read_plan
from doithoai.reading.report import plan_report

BAD_INPUT = 2


class Command(BaseCommand):
    """Đọc một kế hoạch, in báo cáo hoặc JSON."""

    help = "Đọc một kế hoạch (.txt, .md, .docx, .pdf); in báo cáo, hoặc JSON với --json."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: CommandParser) -> None:
        """The file and the form of the answer."""
        parser.add_argument("file", metavar="TỆP")
        parser.add_argument("--json", action="store_true", help="chỉ in JSON")

    def handle(self, *, file: str, **options: Any) -> None:
        """Print what the plan says; a bad file gets one sentence and exit status 2."""
        try:
            plan = read_plan(open_source(_content(file), Path(file).name))
        except (Unreadable, NotAPlan) as error:
            self.stderr.write(str(error))
            sys.exit(BAD_INPUT)
        if options["json"]:
            self.stdout.write(json.dumps(plan_as_json(plan), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(plan_report(plan))


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"Không có tệp “{file}”. Kiểm tra lại đường dẫn.") from None
    except OSError:
        raise Unreadable(f"Không mở được tệp “{file}”. Kiểm tra quyền đọc tệp.") from None
