"""The `doithoai` command: every management command, spelled with hyphens."""

import os
import secrets
import sys


def main() -> None:
    """Run `doithoai read-plan …` as Django's `read_plan …`; that one leaves no key behind."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
    from django.core.management import execute_from_command_line

    arguments = sys.argv[:]
    if arguments[1:2] == ["read-plan"]:
        os.environ.setdefault("DOITHOAI_SECRET_KEY", secrets.token_hex())
    if len(arguments) > 1 and not arguments[1].startswith("-"):
        arguments[1] = arguments[1].replace("-", "_")
    execute_from_command_line(arguments)
