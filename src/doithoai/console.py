"""The `doithoai` command: every management command, spelled with hyphens."""

import os
import secrets
import sys

WITHOUT_SERVER = {"read-plan", "propose-agencies", "group-questions", "find-similar"}
"""Commands that serve an official with a file and no server: they leave no key behind."""


def main() -> None:
    """Run `doithoai read-plan …` as Django's `read_plan …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
    from django.core.management import execute_from_command_line

    arguments = sys.argv[:]
    if WITHOUT_SERVER.intersection(arguments[1:2]):
        os.environ.setdefault("DOITHOAI_SECRET_KEY", secrets.token_hex())
    if len(arguments) > 1 and not arguments[1].startswith("-"):
        arguments[1] = arguments[1].replace("-", "_")
    execute_from_command_line(arguments)
