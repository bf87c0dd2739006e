"""Tập hỏi - đáp: approved answers, field by field."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.paper import Block, Heading, Paper, Paragraph, QuestionAnswer
from doithoai.vietnamese.roman import to_roman

LONGEST_IN_CAPITALS = 80


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """One question with its answer, personal data masked in both."""

    code: str
    question: str
    answer: str
    agency: str
    asked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookletFacts:
    """Answers under their fields."""

    out: Outgoing
    event: Event
    fields: tuple[tuple[str, tuple[AnsweredQuestion, ...]], ...]


def booklet(facts: BookletFacts) -> Paper:
    """A heading a field, questions numbered through."""
    count = sum(len(questions) for _, questions in facts.fields)
    body: list[Block] = [Paragraph(f"Tập này có {padded(count)} câu trả lời đã được duyệt.")]
    return Paper(
        letterhead=letterhead(facts.out),
        title="TẬP HỎI - ĐÁP",
        subject=facts.event.name,
        body=(*body, *fields(facts.fields)),
    )


def fields(
    grouped: tuple[tuple[str, tuple[AnsweredQuestion, ...]], ...], *, level: int = 1
) -> list[Block]:
    """The headings and their questions, numbered through all fields."""
    blocks: list[Block] = []
    number = 0
    for place, (name, questions) in enumerate(grouped, start=1):
        lead = f"{to_roman(place)}. {_heading(name)}" if level == 1 else f"{place}. {name}"
        blocks.append(Heading(lead, level))
        for answered in questions:
            number += 1
            blocks.append(_question(number, answered))
    return blocks


def _heading(name: str) -> str:
    """Capitals; a topic that is a whole sentence stays as it is."""
    return name.upper() if len(name) <= LONGEST_IN_CAPITALS else name


def _question(number: int, answered: AnsweredQuestion) -> QuestionAnswer:
    lines = (line.strip() for line in answered.answer.splitlines())
    names = ", ".join(answered.asked_by)
    return QuestionAnswer(
        number=f"Câu {number}",
        question=answered.question,
        answer=tuple(filter(None, lines)),
        asked_by=f"Người hỏi: {names}." if names else "",
        answered_by=f"{answered.agency} trả lời:",
    )
