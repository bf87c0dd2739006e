"""Group the questions of a list by matter, without a server."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from doithoai.cli.distinct_questions import as_items, read_distinct_questions
from doithoai.cli.question_lines import BAD_INPUT, BadLines
from doithoai.matching.groups import group


class Command(BaseCommand):
    """Đề xuất nhóm câu hỏi cùng một việc trong một danh sách."""

    help = (
        'Đọc các dòng {"id", "text"} của một tệp .jsonl; với mỗi câu hỏi in một dòng '
        '{"id", "cluster"}: các câu cùng cluster được đề xuất là hỏi cùng một việc.'
    )
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: CommandParser) -> None:
        """The list of questions."""
        parser.add_argument("file", metavar="TỆP")

    def handle(self, *, file: str, **options: Any) -> None:
        """A line for each question, in the list's order; a bad file gets one sentence, status 2."""
        try:
            questions = read_distinct_questions(Path(file))
        except BadLines as error:
            self.stderr.write(str(error))
            sys.exit(BAD_INPUT)
        groups = group(as_items(questions))
        cluster = {
            item.id: number for number, found in enumerate(groups, 1) for item in found.items
        }
        for name, question in questions.items():
            line = {"id": question.id, "cluster": cluster[name]}
            self.stdout.write(json.dumps(line, ensure_ascii=False))
