"""Take senders, askers, delegates' contacts and letters out of conferences long past."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.audit import clock
from doithoai.lifecycle.forgetting import forget_people
from doithoai.questions.queries import conferences_past

DAYS_A_MONTH = 30


class Command(BaseCommand):
    """Xóa thông tin cá nhân khi hết thời hạn giữ."""

    help = (
        "Xóa họ tên, liên hệ của người gửi, người hỏi; liên hệ của đại biểu; nơi nhận, nội dung "
        "thư đã gửi, ở các hội nghị đã qua quá số tháng cho trước."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How long contacts are kept after the conference."""
        parser.add_argument("--months", type=int, default=12, metavar="THÁNG")

    def handle(self, *, months: int, **options: Any) -> None:
        """Say what was cleared, conference by conference."""
        day = clock.today() - timedelta(days=months * DAYS_A_MONTH)
        for conference in conferences_past(day):
            gone = forget_people(conference, by=None)
            words = (
                f"{gone.submissions} phiếu, {gone.turns} lượt hỏi tại hội trường, liên hệ của "
                f"{gone.delegates} đại biểu, {gone.letters} thư"
            )
            self.stdout.write(f"{conference}: đã xóa thông tin cá nhân của {words}.")
