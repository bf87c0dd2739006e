"""Questions of a list that each have a name of their own, for commands that compare them."""

from pathlib import Path

from doithoai.cli.question_lines import BadLines, QuestionLine, read_question_lines
from doithoai.matching.groups import Item


def read_distinct_questions(path: Path) -> dict[str, QuestionLine]:
    """The questions of a .jsonl file by name, in its order; raises BadLines, also for a name twice.

    A number and the same digits in quotes are one name.
    """
    questions: dict[str, QuestionLine] = {}
    for question in read_question_lines(path):
        name = str(question.id)
        if name in questions:
            raise BadLines(f"Mã “{name}” có ở nhiều dòng. Đặt cho mỗi câu hỏi một mã riêng.")
        questions[name] = question
    return questions


def as_items(questions: dict[str, QuestionLine]) -> list[Item]:
    """The questions as the engine takes them."""
    return [Item(name, question.text) for name, question in questions.items()]
