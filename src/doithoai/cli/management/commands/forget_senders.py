"""Take senders' names and contacts out of conferences long past."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.audit import clock
from doithoai.lifecycle.forgetting import forget_people
from doithoai.questions.queries import conferences_past

DAYS_A_MONTH = 30


class Command(BaseCommand):
    """Xóa thông tin người gửi khi hết thời hạn giữ."""

    help = "Xóa họ tên, liên hệ của người gửi ở các hội nghị đã qua quá số tháng cho trước."

    def add_arguments(self, parser: CommandParser) -> None:
        """How long contacts are kept after the conference."""
        parser.add_argument("--months", type=int, default=12, metavar="THÁNG")

    def handle(self, *, months: int, **options: Any) -> None:
        """Say how many submissions were cleared, conference by conference."""
        day = clock.today() - timedelta(days=months * DAYS_A_MONTH)
        for conference in conferences_past(day):
            sent, asked = forget_people(conference, by=None)
            words = f"{sent} phiếu, {asked} lượt hỏi tại hội trường"
            self.stdout.write(f"{conference}: đã xóa thông tin người gửi của {words}.")
