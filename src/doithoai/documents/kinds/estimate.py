"""Dự toán: what a conference is to cost, line by line, with the sum in words."""

from dataclasses import dataclass

from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.outgoing import Outgoing, letterhead
from doithoai.documents.paper import (
    Align,
    Closing,
    Column,
    Labelled,
    Paper,
    Paragraph,
    Row,
    RowStyle,
    Signature,
    Table,
)
from doithoai.vietnamese.numbers import format_number, money_in_words
from doithoai.vietnamese.roman import to_roman

SIGN_HERE = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One line, amounts in whole đồng; `agreed` is what the appraiser left of it."""

    content: str
    unit: str
    quantity: int
    times: int
    rate: int
    amount: int
    basis: str = ""
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class EstimateFacts:
    """The lines under their groups; `source` is whose money it is."""

    out: Outgoing
    event: Event
    source: str
    groups: tuple[tuple[str, tuple[EstimateRow, ...]], ...]
    is_appraised: bool = False


def estimate(facts: EstimateFacts) -> Paper:
    """The table on its side; with the appraiser's amounts once they are there."""
    lines = [line for _, group in facts.groups for line in group]
    total = sum(_final(line, facts) for line in lines)
    return Paper(
        letterhead=letterhead(facts.out),
        title="DỰ TOÁN KINH PHÍ",
        subject=f"Tổ chức {facts.event.name}",
        body=(
            Labelled("Nguồn kinh phí", facts.source),
            Paragraph("Đơn vị tính: đồng", Align.RIGHT, is_italic=True),
            Table(_columns(facts), tuple(_rows(facts)), is_compact=True),
            Labelled("Bằng chữ", f"{money_in_words(total)}./.", is_strong=True),
            signers("NGƯỜI LẬP", "KẾ TOÁN TRƯỞNG", "THỦ TRƯỞNG ĐƠN VỊ"),
        ),
        is_landscape=True,
    )


def signers(*titles: str) -> Closing:
    """People who sign an account, side by side."""
    return Closing(tuple(Signature((title,), note=SIGN_HERE) for title in titles))


def _columns(facts: EstimateFacts) -> tuple[Column, ...]:
    agreed = (Column("Thẩm định", 2.4, Align.RIGHT),) if facts.is_appraised else ()
    return (
        Column("TT", 1.1, Align.CENTRE),
        Column("Nội dung chi", 6),
        Column("ĐVT", 1.6, Align.CENTRE),
        Column("Số lượng", 1.5, Align.CENTRE),
        Column("Số buổi, lần", 1.4, Align.CENTRE),
        Column("Đơn giá", 2.1, Align.RIGHT),
        Column("Thành tiền", 2.4, Align.RIGHT),
        *agreed,
        Column("Căn cứ, ghi chú", 4),
    )


def _rows(facts: EstimateFacts) -> list[Row]:
    rows: list[Row] = []
    present = [(name, lines) for name, lines in facts.groups if lines]
    for place, (name, lines) in enumerate(present, start=1):
        rows.append(_sum(to_roman(place), name, lines, facts, RowStyle.GROUP))
        rows += [_line(number, line, facts) for number, line in enumerate(lines, start=1)]
    every = tuple(line for _, lines in present for line in lines)
    rows.append(_sum("", "TỔNG CỘNG", every, facts, RowStyle.TOTAL))
    return rows


def _line(number: int, line: EstimateRow, facts: EstimateFacts) -> Row:
    agreed = (format_number(_final(line, facts)),) if facts.is_appraised else ()
    return Row(
        (
            str(number),
            line.content,
            line.unit,
            format_number(line.quantity),
            format_number(line.times),
            format_number(line.rate),
            format_number(line.amount),
            *agreed,
            line.basis,
        )
    )


def _sum(
    no: str, name: str, lines: tuple[EstimateRow, ...], facts: EstimateFacts, style: RowStyle
) -> Row:
    amount = format_number(sum(line.amount for line in lines))
    agreed = format_number(sum(_final(line, facts) for line in lines))
    final = (agreed,) if facts.is_appraised else ()
    return Row((no, name, "", "", "", "", amount, *final, ""), style)


def _final(line: EstimateRow, facts: EstimateFacts) -> int:
    return (line.agreed or 0) if facts.is_appraised else line.amount
