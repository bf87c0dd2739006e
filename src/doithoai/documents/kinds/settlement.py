"""Quyết toán: what was spent against what was approved, with the vouchers."""

from dataclasses import dataclass

from doithoai.documents.kinds.estimate import signers
from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.paper import (
    Align,
    Column,
    Labelled,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from doithoai.vietnamese.numbers import format_number, money_in_words


@dataclass(frozen=True, slots=True)
class SettledRow:
    """One line, amounts in whole đồng; `vouchers` as `Số 12 ngày 24/10/2024`."""

    content: str
    approved: int
    spent: int
    vouchers: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SettlementFacts:
    """The lines of one settlement and where the money came from."""

    out: Outgoing
    event: Event
    source: str
    rows: tuple[SettledRow, ...]


COLUMNS = (
    Column("TT", 1.1, Align.CENTRE),
    Column("Nội dung chi", 5.5),
    Column("Dự toán được duyệt", 2.4, Align.RIGHT),
    Column("Thực chi", 2.4, Align.RIGHT),
    Column("Chênh lệch", 2.4, Align.RIGHT),
    Column("Chứng từ", 4),
    Column("Lý do chênh lệch", 4),
)


def settlement(facts: SettlementFacts) -> Paper:
    """The table on its side, the sum spent in words."""
    approved = sum(row.approved for row in facts.rows)
    spent = sum(row.spent for row in facts.rows)
    rows = [_row(number, row) for number, row in enumerate(facts.rows, start=1)]
    total = Row(("", "TỔNG CỘNG", *_money(approved, spent), "", ""), RowStyle.TOTAL)
    return Paper(
        letterhead=letterhead(facts.out),
        title="QUYẾT TOÁN KINH PHÍ",
        subject=f"Tổ chức {facts.event.name}",
        body=(
            Labelled("Nguồn kinh phí", facts.source),
            Paragraph("Đơn vị tính: đồng", Align.RIGHT, is_italic=True),
            Table(COLUMNS, (*rows, total), is_compact=True),
            Labelled("Số tiền thực chi bằng chữ", f"{money_in_words(spent)}./.", is_strong=True),
            signers("NGƯỜI LẬP", "KẾ TOÁN TRƯỞNG", "THỦ TRƯỞNG ĐƠN VỊ"),
        ),
        is_landscape=True,
    )


def _row(number: int, row: SettledRow) -> Row:
    money = _money(row.approved, row.spent)
    reason = row.reason if row.spent != row.approved else ""
    return Row((str(number), row.content, *money, "\n".join(row.vouchers), reason))


def _money(approved: int, spent: int) -> tuple[str, str, str]:
    return format_number(approved), format_number(spent), format_number(spent - approved)
