"""Send the letters that are due, once; for a timer, and for machines without the worker."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from doithoai.outbox.actions import deliver_due
from doithoai.outbox.states import MessageState
from doithoai.workflow import Refused


class Command(BaseCommand):
    """Gửi các thư đến lượt."""

    help = "Gửi một lượt các thư đến giờ gửi."

    def handle(self, **options: Any) -> None:
        """Say how many letters went and how the others stand."""
        try:
            tried = deliver_due()
        except Refused as refused:
            raise CommandError(str(refused), returncode=2) from refused
        ended = Counter(MessageState(message.state) for message in tried)
        for state, count in sorted(ended.items()):
            self.stdout.write(f"{state.label}: {count} thư.")
        if not ended:
            self.stdout.write("Không có thư nào đến giờ gửi.")
