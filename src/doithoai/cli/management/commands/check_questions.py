"""Whether every question that came has an outcome, or waits where somebody sees it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from doithoai.lifecycle.outcomes import outcomes_of
from doithoai.planning.models import Conference
from doithoai.questions.queries.sorting import conservation_faults


class Command(BaseCommand):
    """Kiểm tra không bỏ sót câu hỏi, kiến nghị nào."""

    help = "Cộng lại mọi kết quả của mọi ý kiến đã nhận; có sai lệch thì báo và thoát với mã 1."

    def add_arguments(self, parser: CommandParser) -> None:
        """One conference, or all of them."""
        parser.add_argument("slug", nargs="?", metavar="MÃ_HỘI_NGHỊ")

    def handle(self, *, slug: str | None, **options: Any) -> None:
        """One line a conference, and one a fault; exit status 1 when there is any."""
        found = Conference.objects.filter(slug=slug) if slug else Conference.objects.order_by("pk")
        if slug and not found:
            raise CommandError(f"Không có hội nghị mang mã “{slug}”.", returncode=2)
        faults = 0
        for conference in found:
            sums = outcomes_of(conference)
            self.stdout.write(
                f"{conference}: {sums.submissions} phiếu, {sums.parts} phần, "
                f"{sums.with_one} đã có kết quả, {sums.without} chưa"
            )
            for fault in conservation_faults(conference):
                faults += 1
                self.stderr.write(f"  {fault}")
        if faults:
            sys.exit(1)
