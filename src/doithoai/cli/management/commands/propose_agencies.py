"""Propose the agencies that may answer each question of a list, without a server."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.cli.question_lines import BAD_INPUT, BadLines, QuestionLine, read_question_lines
from doithoai.matching.agencies import NAMES, Mandates, named_mandates, propose, shipped_model

WHY = 3
"""How many of the likeliest agencies are told with their reasons."""


class Command(BaseCommand):
    """Đề xuất cơ quan trả lời cho từng câu hỏi của một danh sách."""

    help = (
        'Đọc các dòng {"id", "text"} của một tệp .jsonl; với mỗi câu hỏi in một dòng '
        '{"id", "agency", "why"}: tên cơ quan, phù hợp nhất đứng trước, và lý do của '
        "ba cơ quan đầu."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: CommandParser) -> None:
        """The list of questions."""
        parser.add_argument("file", metavar="TỆP")

    def handle(self, *, file: str, **options: Any) -> None:
        """A line for each question; a bad file gets one sentence and exit status 2."""
        try:
            questions = read_question_lines(Path(file))
        except BadLines as error:
            self.stderr.write(str(error))
            sys.exit(BAD_INPUT)
        mandates = Mandates.of(named_mandates())
        for question in questions:
            self.stdout.write(json.dumps(_told(question, mandates), ensure_ascii=False))


def _told(question: QuestionLine, mandates: Mandates) -> dict[str, Any]:
    proposals = propose(question.text, mandates, shipped_model())
    return {
        "id": question.id,
        "agency": [NAMES[proposal.agency] for proposal in proposals],
        "why": [proposal.reason for proposal in proposals[:WHY]],
    }
