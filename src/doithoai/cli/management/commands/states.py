"""Print every life cycle as a diagram, for docs/states.md."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand

from doithoai.workflow.mermaid import diagram

ROOMS = (
    *("outbox", "planning", "delegates", "questions", "answers"),
    *("programme", "budget", "hall", "conclusions", "documents"),
)


class Command(BaseCommand):
    """In sơ đồ trạng thái."""

    help = "In mọi sơ đồ trạng thái dạng Mermaid (docs/states.md)."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, **options: Any) -> None:
        """One section a life cycle; each room's `states.py` names its own in LIFE_CYCLES."""
        self.stdout.write("# Các vòng đời\n\nSinh bởi `doithoai states`; không sửa tay.")
        for room in ROOMS:
            if find_spec(f"doithoai.{room}.states") is None:
                continue
            cycles = import_module(f"doithoai.{room}.states").LIFE_CYCLES
            for title, transitions in cycles.items():
                drawn = diagram(transitions, title)
                self.stdout.write(f"\n## {title}\n\n```mermaid\n{drawn}\n```")
