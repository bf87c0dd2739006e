"""Báo cáo vượt thẩm quyền: a judged estimate put to the body that may decide it."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event, ended
from doithoai.documents.kinds.outgoing import Outgoing, closing, letterhead
from doithoai.documents.paper import (
    Addressees,
    Align,
    Block,
    Column,
    Heading,
    Labelled,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
    prose,
)
from doithoai.vietnamese.numbers import format_number, money_in_words
from doithoai.vietnamese.roman import to_roman


@dataclass(frozen=True, slots=True)
class ReportedLine:
    """One line as it was asked for and judged, amounts in whole đồng."""

    content: str
    asked: int
    agreed: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EscalationFacts:
    """The judged lines under their groups, and what is put to whom.

    `text` is the reasons and the proposal, `opinion` what the appraiser says of the whole, `basis`
    the plan, e.g. `Kế hoạch số 272/KH-UBND …`.
    """

    out: Outgoing
    event: Event
    to: str
    prepared_by: str
    source: str
    groups: tuple[tuple[str, tuple[ReportedLine, ...]], ...]
    text: str
    opinion: str = ""
    basis: str = ""


COLUMNS = (
    Column("TT", 1.1, Align.CENTRE),
    Column("Nội dung chi", 5.8),
    Column("Đề nghị", 2.5, Align.RIGHT),
    Column("Thẩm định", 2.5, Align.RIGHT),
    Column("Lý do điều chỉnh", 4),
)


def escalation_report(facts: EscalationFacts) -> Paper:
    """What was asked, what was agreed to, why another must decide and what is proposed."""
    issuer = facts.out.issuer_name
    basis = f"Thực hiện {ended(facts.basis, ',')} " if facts.basis else ""
    lead = (
        f"{basis}{issuer} đã thẩm định dự toán kinh phí tổ chức {facts.event.name} do "
        f"{facts.prepared_by} lập. Kinh phí vượt thẩm quyền quyết định, {issuer} báo cáo "
        f"{facts.to} như sau:"
    )
    return Paper(
        letterhead=letterhead(facts.out),
        title="BÁO CÁO",
        subject=f"Kinh phí tổ chức {facts.event.name} vượt thẩm quyền quyết định",
        body=(
            Addressees((facts.to,)),
            Paragraph(lead),
            Heading("I. KẾT QUẢ THẨM ĐỊNH", 1),
            *_judged(facts),
            Heading("II. LÝ DO BÁO CÁO, ĐỀ XUẤT", 1),
            *prose(facts.text),
            Paragraph(f"{issuer} kính trình {facts.to} xem xét, quyết định./."),
            closing(facts.out),
        ),
    )


def _judged(facts: EscalationFacts) -> list[Block]:
    every = tuple(line for _, lines in facts.groups for line in lines)
    asked, agreed = _sums(every)
    return [
        Labelled("Nguồn kinh phí", ended(facts.source)),
        Labelled("Số tiền đề nghị", f"{format_number(asked)} đồng ({money_in_words(asked)})."),
        Labelled("Số tiền thẩm định", f"{format_number(agreed)} đồng ({money_in_words(agreed)})."),
        *prose(facts.opinion),
        Paragraph("Đơn vị tính: đồng", Align.RIGHT, is_italic=True),
        Table(COLUMNS, (*_rows(facts), _total("", "TỔNG CỘNG", every, RowStyle.TOTAL))),
    ]


def _rows(facts: EscalationFacts) -> list[Row]:
    rows: list[Row] = []
    for place, (name, lines) in enumerate(facts.groups, start=1):
        rows.append(_total(to_roman(place), name, lines, RowStyle.GROUP))
        rows += [_row(number, line) for number, line in enumerate(lines, start=1)]
    return rows


def _row(number: int, line: ReportedLine) -> Row:
    money = format_number(line.asked), format_number(line.agreed)
    return Row((str(number), line.content, *money, line.reason))


def _total(no: str, name: str, lines: tuple[ReportedLine, ...], style: RowStyle) -> Row:
    return Row((no, name, *map(format_number, _sums(lines)), ""), style)


def _sums(lines: tuple[ReportedLine, ...]) -> tuple[int, int]:
    """(asked, agreed)."""
    return sum(line.asked for line in lines), sum(line.agreed for line in lines)
