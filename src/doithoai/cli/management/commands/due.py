"""What is owed by when in a conference, and reminders of it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from doithoai.audit import clock
from doithoai.lifecycle.duties import Duty, duties_due
from doithoai.lifecycle.reminding import remind
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.vietnamese.dates import short_date


class Command(BaseCommand):
    """Liệt kê việc đến hạn, nhắc việc."""

    help = "Liệt kê việc đến hạn, trễ hạn của một hội nghị; --send thì nhắc các cơ quan."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which conferences, how far ahead, and whether to remind."""
        parser.add_argument("slug", nargs="?", metavar="MÃ_HỘI_NGHỊ")
        parser.add_argument("--all", action="store_true", help="mọi hội nghị đã ban hành")
        parser.add_argument("--within", type=int, default=7, metavar="SỐ_NGÀY")
        parser.add_argument("--send", action="store_true", help="nhắc cơ quan có việc đến hạn")

    def handle(self, *, slug: str | None, within: int, send: bool, **options: Any) -> None:
        """One line a duty, then how many messages were laid down."""
        today = clock.today()
        for conference in _conferences(slug, is_all=options["all"]):
            duties = duties_due(conference, today=today, within=timedelta(days=max(within, 0)))
            self.stdout.write(f"{conference}: {len(duties)} việc")
            for line in _lines(duties):
                self.stdout.write(line)
            if send:
                told = remind(conference, today=today, by=None)
                self.stdout.write(f"  Đã lập {len(told)} tin, thư nhắc việc.")


def _conferences(slug: str | None, *, is_all: bool) -> list[Conference]:
    if is_all == bool(slug):
        raise CommandError("Nêu mã một hội nghị, hoặc --all.", returncode=2)
    issued = Conference.objects.filter(state=ConferenceState.ISSUED)
    found = list(issued if is_all else issued.filter(slug=slug))
    if slug and not found:
        raise CommandError(f"Không có hội nghị đã ban hành mang mã “{slug}”.", returncode=2)
    return found


def _lines(duties: list[Duty]) -> Iterator[str]:
    for duty in duties:
        if duty.late:
            nearness = f"trễ {-duty.left} ngày làm việc"
        else:
            nearness = f"còn {duty.left} ngày làm việc" if duty.left else "hôm nay"
        yield f"  {short_date(duty.due):<10}  {duty.agency}: {duty.what} ({nearness})"
