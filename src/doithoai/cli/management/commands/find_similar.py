"""For each question of a list its likeliest companions, without a server."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.cli.distinct_questions import as_items, read_distinct_questions
from doithoai.cli.question_lines import BAD_INPUT, BadLines
from doithoai.matching.groups import near


class Command(BaseCommand):
    """Tìm các câu hỏi gần giống nhau trong một danh sách."""

    help = (
        'Đọc các dòng {"id", "text"} của một tệp .jsonl; với mỗi câu hỏi in một dòng '
        '{"id", "near"}: các câu gần nhất, gần hơn đứng trước.'
    )
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: CommandParser) -> None:
        """The list of questions, told as what to look in."""
        parser.add_argument("--near", dest="file", metavar="TỆP", required=True)

    def handle(self, *, file: str, **options: Any) -> None:
        """A line for each question, in the list's order; a bad file gets one sentence, status 2."""
        try:
            questions = read_distinct_questions(Path(file))
        except BadLines as error:
            self.stderr.write(str(error))
            sys.exit(BAD_INPUT)
        nearest = near(as_items(questions))
        for name, question in questions.items():
            line = {"id": question.id, "near": [questions[its].id for its in nearest[name]]}
            self.stdout.write(json.dumps(line, ensure_ascii=False))
