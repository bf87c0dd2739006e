"""Báo cáo kết quả: how the conference was held, and how its promises stand."""

from dataclasses import dataclass
from datetime import date

from doithoai.documents.kinds.event import Event, capitalised, ended, when, where
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.kinds.quotas import padded
from doithoai.documents.paper import (
    Addressees,
    Align,
    Block,
    Bullets,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from doithoai.vietnamese.dates import official_date, short_date
from doithoai.vietnamese.roman import to_roman


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, e.g. `câu hỏi, kiến nghị đã tiếp nhận`."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class AgencyLoad:
    """How one agency answered: given, approved, late."""

    agency: str
    total: int
    approved: int
    late: int


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """One promise and how far it is."""

    number: int
    text: str
    agency: str
    due: date
    state: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Counts of the organising, loads by agency, commitments, difficulties with their answers."""

    out: Outgoing
    event: Event
    on: date
    addressee: str
    counts: tuple[Count, ...]
    loads: tuple[AgencyLoad, ...] = ()
    notice: str = ""
    commitments: tuple[CommitmentLine, ...] = ()
    difficulties: tuple[str, ...] = ()


LOAD_COLUMNS = (
    Column("TT", 1, Align.CENTRE),
    Column("Cơ quan", 7),
    Column("Số câu được giao", 2, Align.CENTRE),
    Column("Đã duyệt trả lời", 2, Align.CENTRE),
    Column("Trễ hạn", 1.6, Align.CENTRE),
)
COMMITMENT_COLUMNS = (
    Column("TT", 1, Align.CENTRE),
    Column("Việc", 7),
    Column("Cơ quan", 3.6),
    Column("Thời hạn", 2.2, Align.CENTRE),
    Column("Tình trạng", 2.8),
)


def result_report(facts: ReportFacts) -> Paper:
    """Parts of which nothing is known are left out."""
    parts = [
        ("CÔNG TÁC TỔ CHỨC", _organised(facts)),
        ("KẾT QUẢ TRẢ LỜI CÂU HỎI, KIẾN NGHỊ", _answered(facts)),
        ("THỰC HIỆN KẾT LUẬN, CAM KẾT", _kept(facts)),
        ("KHÓ KHĂN, VƯỚNG MẮC", _difficult(facts)),
    ]
    lead = f"{facts.out.issuer_name} báo cáo kết quả tổ chức {facts.event.name}"
    body: list[Block] = [
        Addressees((facts.addressee,)),
        Paragraph(f"{lead}, tính đến {official_date(facts.on)}, như sau:"),
    ]
    for number, (name, blocks) in enumerate((part for part in parts if part[1]), start=1):
        body += [Heading(f"{to_roman(number)}. {name}", 1), *blocks]
    last = f"Trên đây là báo cáo kết quả tổ chức Hội nghị, kính trình {facts.addressee}./."
    return Paper(
        letterhead=letterhead(facts.out),
        title="BÁO CÁO",
        subject=f"Kết quả tổ chức {facts.event.name}",
        body=(*body, Paragraph(last), closing(facts.out)),
    )


def _organised(facts: ReportFacts) -> list[Block]:
    counted = (f"{capitalised(count.what)}: {padded(count.number)}." for count in facts.counts)
    lines = [
        f"Thời gian: {ended(when(facts.event))}",
        f"Địa điểm: {ended(where(facts.event))}",
        *counted,
    ]
    return [Bullets(tuple(lines))]


def _answered(facts: ReportFacts) -> list[Block]:
    if not facts.loads:
        return []
    rows = [
        Row((str(place), load.agency, *map(padded, (load.total, load.approved, load.late))))
        for place, load in enumerate(facts.loads, start=1)
    ]
    sums = (
        padded(sum(load.total for load in facts.loads)),
        padded(sum(load.approved for load in facts.loads)),
        padded(sum(load.late for load in facts.loads)),
    )
    total = Row(("", "TỔNG CỘNG", *sums), RowStyle.TOTAL)
    return [Table(LOAD_COLUMNS, (*rows, total))]


def _kept(facts: ReportFacts) -> list[Block]:
    said: list[Block] = [Paragraph(ended(facts.notice))] if facts.notice else []
    if not facts.commitments:
        return said
    rows = (
        Row((str(line.number), line.text, line.agency, short_date(line.due), line.state))
        for line in facts.commitments
    )
    return [*said, Table(COMMITMENT_COLUMNS, tuple(rows), is_compact=True)]


def _difficult(facts: ReportFacts) -> list[Block]:
    return [Bullets(tuple(map(ended, facts.difficulties)))] if facts.difficulties else []
