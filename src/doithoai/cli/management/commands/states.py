"""Print every life cycle as a diagram, for docs/states.md."""

from typing import Any

from django.core.management.base import BaseCommand

from doithoai.answers.states import ANSWER_TRANSITIONS
from doithoai.planning.states import (
    ASSIGNMENT_TRANSITIONS,
    CONFERENCE_TRANSITIONS,
    READING_TRANSITIONS,
)
from doithoai.questions.states import QUESTION_TRANSITIONS
from doithoai.workflow.mermaid import diagram

LIFE_CYCLES = {
    "Bản đọc kế hoạch (PlanReading)": READING_TRANSITIONS,
    "Hội nghị (Conference)": CONFERENCE_TRANSITIONS,
    "Nhiệm vụ (Assignment)": ASSIGNMENT_TRANSITIONS,
    "Câu hỏi (Question)": QUESTION_TRANSITIONS,
    "Câu trả lời (Answer)": ANSWER_TRANSITIONS,
}


class Command(BaseCommand):
    """In sơ đồ trạng thái."""

    help = "In mọi sơ đồ trạng thái dạng Mermaid (docs/states.md)."
    requires_system_checks: list[str] = []  # noqa: RUF012

    def handle(self, **options: Any) -> None:
        """One section a life cycle."""
        self.stdout.write("# Các vòng đời\n\nSinh bởi `doithoai states`; không sửa tay.")
        for title, transitions in LIFE_CYCLES.items():
            self.stdout.write(f"\n## {title}\n\n```mermaid\n{diagram(transitions, title)}\n```")
