"""The `doithoai` command: every management command, spelled with hyphens."""

import os
import sys


def main() -> None:
    """Run `doithoai read-plan …` as Django's `read_plan …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
    from django.core.management import execute_from_command_line

    arguments = sys.argv[:]
    if len(arguments) > 1 and not arguments[1].startswith("-"):
        arguments[1] = arguments[1].replace("-", "_")
    execute_from_command_line(arguments)
