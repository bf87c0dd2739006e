"""The compiled table as worksheets: sums by topic, by agency, and every question."""

from collections.abc import Iterator
from typing import Any

from doithoai.documents.kinds.compiled_questions import (
    CompiledFacts,
    Sum,
    column_words,
    sums_by_agency,
    sums_of,
)
from doithoai.web.sheets import Sheet

QUESTIONS_HEAD = (
    "TT",
    "Mã",
    "Lĩnh vực, nội dung",
    "Câu hỏi, kiến nghị",
    "Loại",
    "Số phiếu",
    "Cơ quan trả lời",
    "Kết quả",
)


def sheets(facts: CompiledFacts) -> tuple[Sheet, ...]:
    """The paper's tables, a worksheet each."""
    by_topic = sums_of((topic, one) for topic, questions in facts.topics for one in questions)
    return (
        _sums("Theo nội dung", "Nội dung", by_topic),
        _sums("Theo cơ quan", "Cơ quan trả lời", sums_by_agency(facts)),
        Sheet("Chi tiết", QUESTIONS_HEAD, _questions(facts)),
        Sheet("Ngoài bảng", ("Số phiếu", "Là phiếu"), _beside(facts)),
    )


def _beside(facts: CompiledFacts) -> list[tuple[int, str]]:
    """Slips in no line of their own, those in several, and what the paper says of itself."""
    rows = [(count, what) for what, count in facts.apart]
    rows.append((facts.several, f"có nhiều việc, tính ở mỗi câu. {column_words(facts)}".strip()))
    if facts.unsorted:
        rows.append((facts.unsorted, "câu chưa phân loại"))
    return [*rows, (len(facts.questions), facts.batch)] if facts.batch else rows


def _sums(name: str, head: str, sums: list[Sum]) -> Sheet:
    kinds = list(sums[-1].kinds) if sums else []
    rows = (
        (line.name, *(line.kinds.get(kind, 0) for kind in kinds), line.matters, line.slips)
        for line in sums
    )
    return Sheet(name, (head, *kinds, "Tổng số câu", "Số phiếu"), rows)


def _questions(facts: CompiledFacts) -> Iterator[tuple[Any, ...]]:
    lines = ((topic, one) for topic, questions in facts.topics for one in questions)
    for number, (topic, one) in enumerate(lines, start=1):
        yield (*(number, one.code, topic, one.wording, one.kind, one.asked, one.agency, one.state),)
