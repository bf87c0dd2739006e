"""Make this machine ready: database, cache table, assets, standard catalogue."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from doithoai.budget.actions import load_rates
from doithoai.directory.actions import load_holidays, load_places


class Command(BaseCommand):
    """Chuẩn bị cơ sở dữ liệu và tệp giao diện; chạy lại không mất gì."""

    help = "Chuẩn bị cơ sở dữ liệu, tệp giao diện và danh mục chuẩn."

    def handle(self, **options: Any) -> None:
        """Every step may run again."""
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("build_assets", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        places, holidays = load_places(by=None), load_holidays(by=None)
        rates = load_rates(by=None)
        self.stdout.write(
            f"Đã thêm {places} tỉnh, thành phố, {holidays} ngày nghỉ, làm bù và {rates} mức chi."
        )
