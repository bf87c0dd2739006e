"""Open the first administrator's account on a new server."""

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from doithoai.directory.actions import open_account
from doithoai.directory.models import Right
from doithoai.workflow import Refused


class Command(BaseCommand):
    """Mở tài khoản quản trị."""

    help = "Mở một tài khoản quản trị; hỏi mật khẩu ở dòng lệnh."

    def add_arguments(self, parser: CommandParser) -> None:
        """Username and the person's name."""
        parser.add_argument("username", metavar="TÊN", help="tên đăng nhập, ví dụ quantri")
        parser.add_argument("--full-name", required=True, metavar="HỌ_TÊN")

    def handle(self, *, username: str, full_name: str, **options: Any) -> None:
        """Ask for the password twice; refuse a weak one."""
        password = getpass.getpass("Mật khẩu: ")
        if password != getpass.getpass("Nhập lại mật khẩu: "):
            raise CommandError("Hai lần nhập không giống nhau. Chạy lại lệnh.")
        try:
            open_account(
                by=None,
                password=password,
                username=username,
                full_name=full_name,
                right=Right.DRAFTER,
                is_administrator=True,
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"Đã mở tài khoản quản trị {username}.")
