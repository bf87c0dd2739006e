"""Kế hoạch: the plan of a conference with its annexes."""

from dataclasses import dataclass
from datetime import date

from doithoai.documents.kinds.event import Event, capitalised, ended, when, where
from doithoai.documents.kinds.outgoing import Outgoing, annexes, closing, letterhead
from doithoai.documents.kinds.programme import AgendaFacts, agenda_table
from doithoai.documents.kinds.quotas import QuotaSection, quota_rows_table
from doithoai.documents.paper import (
    AnnexBreak,
    Block,
    Bullets,
    Heading,
    Paper,
    Paragraph,
)
from doithoai.vietnamese.dates import official_date
from doithoai.vietnamese.roman import to_roman


@dataclass(frozen=True, slots=True)
class Basis:
    """A document the plan rests on."""

    kind: str
    number: str = ""
    day: date | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Everything the plan says; a part of which nothing is known is left out.

    `attendance` pairs groups with their lines, `tasks` units with their tasks.
    """

    out: Outgoing
    event: Event
    title: str
    bases: tuple[Basis, ...] = ()
    purposes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    theme: str = ""
    form: str = ""
    expected: int = 0
    attendance: tuple[tuple[str, tuple[str, ...]], ...] = ()
    topics: tuple[str, ...] = ()
    funding: str = ""
    tasks: tuple[tuple[str, tuple[str, ...]], ...] = ()
    quotas: tuple[QuotaSection, ...] = ()
    agenda: tuple[AgendaFacts, ...] = ()


def plan(facts: PlanFacts) -> Paper:
    """The plan, then the seats and the programme as annexes."""
    lead = f"{facts.out.issuer_name} ban hành Kế hoạch {lowered(facts.title)} như sau:"
    body: list[Block | AnnexBreak] = [
        Paragraph(lead),
        *_sections(facts),
        Paragraph(_last_words(facts)),
        closing(facts.out),
        *_annexes(facts),
    ]
    return Paper(
        letterhead=letterhead(facts.out),
        title="KẾ HOẠCH",
        subject=facts.title,
        bases=_bases(facts),
        body=tuple(body),
    )


def lowered(title: str) -> str:
    """A title within a sentence: `Tổ chức Hội nghị …` becomes `tổ chức Hội nghị …`."""
    keeps = title.startswith(("Hội nghị", "Ủy ban", "Chủ tịch"))
    return title if keeps else title[:1].lower() + title[1:]


def _bases(facts: PlanFacts) -> tuple[str, ...]:
    last = len(facts.bases) - 1
    return tuple(
        f"Căn cứ {_basis(basis)}{';' if place < last else '.'}"
        for place, basis in enumerate(facts.bases)
    )


def _basis(basis: Basis) -> str:
    parts = [
        basis.kind,
        f"số {basis.number}" if basis.number else "",
        official_date(basis.day) if basis.day else "",
        f"của {basis.issuer}" if basis.issuer else "",
    ]
    return " ".join(filter(None, parts))


def _sections(facts: PlanFacts) -> list[Block]:
    parts = [
        ("MỤC ĐÍCH, YÊU CẦU", _aims(facts)),
        ("NỘI DUNG", _content(facts)),
        ("TỔ CHỨC THỰC HIỆN", _tasks(facts)),
    ]
    blocks: list[Block] = []
    for number, (name, said) in enumerate((part for part in parts if part[1]), start=1):
        blocks += [Heading(f"{to_roman(number)}. {name}", 1), *said]
    return blocks


def _aims(facts: PlanFacts) -> list[Block]:
    parts = [("Mục đích", facts.purposes), ("Yêu cầu", facts.requirements)]
    blocks: list[Block] = []
    for number, (name, lines) in enumerate((part for part in parts if part[1]), start=1):
        blocks += [Heading(f"{number}. {name}", 2), Bullets(tuple(map(ended, lines)))]
    return blocks


def _content(facts: PlanFacts) -> list[Block]:
    seats = f" (dự kiến {facts.expected} đại biểu)" if facts.expected else ""
    schedule: list[Block] = [
        Paragraph(f"- Thời gian: {ended(when(facts.event))}"),
        Paragraph(f"- Địa điểm: {ended(where(facts.event))}"),
    ]
    parts: list[tuple[str, list[Block]]] = [
        ("Chủ đề", [Paragraph(ended(facts.theme))] if facts.theme else []),
        ("Hình thức", [Paragraph(ended(facts.form))] if facts.form else []),
        ("Thời gian, địa điểm", schedule),
        (f"Thành phần{seats}", _attendance(facts)),
        ("Nội dung đối thoại", [Bullets(tuple(map(ended, facts.topics)))] if facts.topics else []),
        ("Kinh phí", [Paragraph(ended(facts.funding))] if facts.funding else []),
    ]
    blocks: list[Block] = []
    for number, (name, said) in enumerate((part for part in parts if part[1]), start=1):
        blocks += [Heading(f"{number}. {name}", 2), *said]
    return blocks


def _attendance(facts: PlanFacts) -> list[Block]:
    blocks: list[Block] = []
    for group, lines in facts.attendance:
        if group:
            blocks.append(Paragraph(ended(capitalised(group), ":")))
        blocks.append(Bullets(tuple(map(ended, lines))))
    return blocks


def _tasks(facts: PlanFacts) -> list[Block]:
    blocks: list[Block] = []
    for number, (unit, tasks) in enumerate(facts.tasks, start=1):
        blocks.append(Heading(f"{number}. {unit}", 2))
        blocks += [Paragraph(f"- {ended(task)}") for task in tasks]
    return blocks


def _last_words(facts: PlanFacts) -> str:
    return (
        f"Trên đây là Kế hoạch {lowered(facts.title)}. {facts.out.issuer_name} yêu cầu các cơ "
        "quan, đơn vị được giao nhiệm vụ thực hiện đúng nội dung, tiến độ./."
    )


def _annexes(facts: PlanFacts) -> list[Block | AnnexBreak]:
    found = [
        ("PHÂN BỔ SỐ LƯỢNG ĐẠI BIỂU", quota_rows_table(facts.quotas)) if facts.quotas else None,
        ("DỰ KIẾN CHƯƠNG TRÌNH HỘI NGHỊ", agenda_table(facts.agenda)) if facts.agenda else None,
    ]
    parts = [part for part in found if part]
    heads = annexes([title for title, _ in parts], "Kế hoạch", facts.out)
    return [block for head, (_, table) in zip(heads, parts, strict=True) for block in (head, table)]
