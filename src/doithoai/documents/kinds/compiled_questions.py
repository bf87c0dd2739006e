"""Bảng tổng hợp ý kiến: every question and petition, what became of it."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.paper import Align, Column, Paper, Paragraph, Row, RowStyle, Table


@dataclass(frozen=True, slots=True)
class CompiledQuestion:
    """One matter: in whose hands, how far."""

    code: str
    wording: str
    kind: str
    asked: int
    agency: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class CompiledFacts:
    """Questions under their topics; `slips` is how many submissions they came in."""

    out: Outgoing
    event: Event
    slips: int
    topics: tuple[tuple[str, tuple[CompiledQuestion, ...]], ...]


COLUMNS = (
    Column("TT", 1.1, Align.CENTRE),
    Column("Mã", 1.3, Align.CENTRE),
    Column("Nội dung", 8),
    Column("Loại", 1.8),
    Column("Số phiếu", 1.3, Align.CENTRE),
    Column("Cơ quan trả lời", 3.6),
    Column("Kết quả", 2.4),
)


def compiled_questions(facts: CompiledFacts) -> Paper:
    """One table, topic by topic."""
    rows: list[Row] = []
    number = 0
    for topic, questions in facts.topics:
        rows.append(Row((topic,), RowStyle.GROUP))
        for question in questions:
            number += 1
            rows.append(_row(number, question))
    said = (
        f"Đến nay đã nhận {padded(facts.slips)} phiếu ý kiến, tổng hợp thành {padded(number)} "
        "câu hỏi, kiến nghị, đề xuất như sau:"
    )
    return Paper(
        letterhead=letterhead(facts.out),
        title="BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ",
        subject=f"Gửi đến {facts.event.name}",
        body=(
            Paragraph(said),
            Table(COLUMNS, tuple(rows), is_compact=True),
            closing(facts.out),
        ),
        is_landscape=True,
    )


def _row(number: int, question: CompiledQuestion) -> Row:
    return Row(
        (
            str(number),
            question.code,
            question.wording,
            question.kind,
            padded(question.asked),
            question.agency,
            question.state,
        )
    )
