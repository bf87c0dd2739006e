"""How the first part of a notice tells what was raised."""

from collections.abc import Mapping

KINDS = {
    "question": "câu hỏi",
    "petition": "kiến nghị",
    "proposal": "đề xuất",
    "feedback": "phản ánh",
}


def raised_words(topic: str, by_kind: Mapping[str, int]) -> str:
    """`Chính sách cho phụ nữ: 12 câu hỏi, 3 kiến nghị.`; kinds that nobody raised are left out."""
    counts = ", ".join(
        f"{by_kind[kind]} {name}" for kind, name in KINDS.items() if by_kind.get(kind)
    )
    return f"{topic.rstrip(' .;:')}: {counts}."
