"""Load the two sample conferences of a demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from doithoai.directory.queries import demo_accounts
from doithoai.lifecycle.demonstration import DEMO_PASSWORD, load_demonstration


class Command(BaseCommand):
    """Nạp hai hội nghị mẫu."""

    help = "Nạp hai hội nghị mẫu và in tài khoản trình diễn (cần DOITHOAI_DEMO=1)."

    def handle(self, **options: Any) -> None:
        """Refuse outside a demonstration: sample accounts share one known password."""
        if not settings.DEMO:
            raise CommandError("Chỉ nạp dữ liệu mẫu ở bản trình diễn: đặt DOITHOAI_DEMO=1.")
        for conference in load_demonstration():
            self.stdout.write(f"Đã nạp: {conference}.")
        self.stdout.write(f"\nTài khoản trình diễn, mật khẩu chung: {DEMO_PASSWORD}")
        for user in demo_accounts():
            place = user.agency.place.name if user.agency else ""
            self.stdout.write(f"  {user.username:<24} {place:<12} {user.post or user.full_name}")
