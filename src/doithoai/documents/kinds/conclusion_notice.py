"""Thông báo kết luận in the four parts the law asks for (NĐ 13/2021/NĐ-CP)."""

from dataclasses import dataclass
from datetime import date

from doithoai.documents.kinds.event import Event, ended, when, where
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.paper import Block, Bullets, Heading, Paper, Paragraph
from doithoai.vietnamese.dates import official_date
from doithoai.vietnamese.roman import to_roman


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One line of a part; an assigned one names its agency and day."""

    text: str
    agency: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """The parts with their lines, in the law's order; an empty part says that there is none."""

    out: Outgoing
    event: Event
    parts: tuple[tuple[str, tuple[NoticeLine, ...]], ...]


def conclusion_notice(facts: NoticeFacts) -> Paper:
    """The notice the office publishes."""
    event = facts.event
    lead = (
        f"Vào {when(event)}, tại {where(event)}, {event.chair} chủ trì {event.name}. "
        f"{facts.out.issuer_name} thông báo kết luận như sau:"
    )
    body: list[Block] = [Paragraph(lead)]
    for number, (name, lines) in enumerate(facts.parts, start=1):
        body.append(Heading(f"{to_roman(number)}. {name.upper()}", 1))
        body += _part(lines)
    last = f"{facts.out.issuer_name} thông báo để các cơ quan, đơn vị biết, thực hiện./."
    return Paper(
        letterhead=letterhead(facts.out),
        title="THÔNG BÁO",
        subject=f"Kết luận của {event.chair} tại {event.name}",
        body=(*body, Paragraph(last), closing(facts.out)),
    )


def line_words(line: NoticeLine) -> str:
    """`Sở Y tế: xây trạm cấp nước. Thời hạn: ngày 31 tháng 12 năm 2024.`

    Words that begin with the agency's name say it once.
    """
    is_named = line.text.startswith(line.agency)
    agency = "" if is_named else f"{line.agency}: "
    due = f" Thời hạn: {official_date(line.due)}." if line.due else ""
    return f"{agency}{ended(line.text)}{due}"


def _part(lines: tuple[NoticeLine, ...]) -> list[Block]:
    if not lines:
        return [Paragraph("Không có.")]
    return [Bullets(tuple(map(line_words, lines)))]
