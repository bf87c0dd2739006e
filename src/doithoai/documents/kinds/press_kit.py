"""Tài liệu báo chí: what reporters need, without anyone's personal data."""

from dataclasses import dataclass

from doithoai.documents.kinds.answers_booklet import AnsweredQuestion, fields
from doithoai.documents.kinds.conclusion_notice import NoticeLine, line_words
from doithoai.documents.kinds.event import Event, capitalised, ended, when, where
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.kinds.programme import AgendaFacts, agenda_table
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.kinds.result_report import Count
from doithoai.documents.paper import Block, Bullets, Heading, Paper, Paragraph
from doithoai.vietnamese.roman import to_roman


@dataclass(frozen=True, slots=True)
class PressFacts:
    """The published side of a conference; `conclusion` only once it is published."""

    out: Outgoing
    event: Event
    theme: str = ""
    topics: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    agenda: tuple[AgendaFacts, ...] = ()
    answers: tuple[tuple[str, tuple[AnsweredQuestion, ...]], ...] = ()
    conclusion: tuple[tuple[str, tuple[NoticeLine, ...]], ...] = ()


def press_kit(facts: PressFacts) -> Paper:
    """Parts of which nothing is known yet are left out."""
    parts: list[tuple[str, list[Block]]] = [
        ("THÔNG TIN CHUNG", _general(facts)),
        ("CHƯƠNG TRÌNH", [agenda_table(facts.agenda)] if facts.agenda else []),
        ("CÂU HỎI, KIẾN NGHỊ ĐÃ ĐƯỢC TRẢ LỜI", fields(facts.answers, level=2)),
        ("KẾT LUẬN CỦA HỘI NGHỊ", _concluded(facts)),
    ]
    body: list[Block] = []
    for number, (name, blocks) in enumerate((part for part in parts if part[1]), start=1):
        body += [Heading(f"{to_roman(number)}. {name}", 1), *blocks]
    return Paper(
        letterhead=letterhead(facts.out),
        title="TÀI LIỆU BÁO CHÍ",
        subject=facts.event.name,
        body=tuple(body),
    )


def _general(facts: PressFacts) -> list[Block]:
    event = facts.event
    lines = [
        f"Chủ đề: {ended(facts.theme)}" if facts.theme else "",
        f"Chủ trì: {ended(event.chair)}" if event.chair else "",
        f"Thời gian: {ended(when(event))}",
        f"Địa điểm: {ended(where(event))}",
        *(f"{capitalised(count.what)}: {padded(count.number)}." for count in facts.counts),
    ]
    blocks: list[Block] = [Bullets(tuple(filter(None, lines)))]
    if facts.topics:
        blocks += [Paragraph("Nội dung đối thoại:"), Bullets(tuple(map(ended, facts.topics)))]
    return blocks


def _concluded(facts: PressFacts) -> list[Block]:
    blocks: list[Block] = []
    for number, (name, lines) in enumerate(facts.conclusion, start=1):
        if lines:
            blocks.append(Heading(f"{number}. {name}", 2))
            blocks.append(Bullets(tuple(map(line_words, lines))))
    return blocks
