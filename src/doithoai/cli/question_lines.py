"""Questions as lines of JSON, one a line: what the commands for lists without a server read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BAD_INPUT = 2
"""The status with which a command ends when its file cannot be read."""


class BadLines(ValueError):
    """A file cannot be read as questions; the message says in Vietnamese what to mend."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question of a list, under the name the list gives it."""

    id: str | int
    text: str


def read_question_lines(path: Path) -> list[QuestionLine]:
    """Every question of a .jsonl file, blank lines left out; raises BadLines."""
    return list(_questions(_content(path)))


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadLines(f"Không có tệp “{path}”. Kiểm tra lại đường dẫn.") from None
    except UnicodeDecodeError:
        raise BadLines(f"Tệp “{path}” không phải văn bản UTF-8. Lưu lại theo UTF-8.") from None
    except (OSError, ValueError):
        raise BadLines(f"Không mở được tệp “{path}”. Kiểm tra quyền đọc tệp.") from None


def _questions(content: str) -> Iterator[QuestionLine]:
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            question = _question(line)
            if question is None:
                raise BadLines(f'Dòng {number} phải có dạng {{"id": "…", "text": "…"}}.')
            yield question


def _question(line: str) -> QuestionLine | None:
    """The question a line tells; none when it tells none, or in letters nobody can write."""
    try:
        told = json.loads(line)
        name, text = told["id"], told["text"]
        f"{name}{text}".encode()
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if isinstance(text, str) and isinstance(name, str | int) and not isinstance(name, bool):
        return QuestionLine(name, text)
    return None
