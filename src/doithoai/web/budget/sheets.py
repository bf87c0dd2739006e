"""Estimate, vouchers and settlement as Excel files."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse

from doithoai.budget.models import Estimate, Voucher
from doithoai.budget.queries import GroupRows, Totals, money_table, norms_for, vouchers_of
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.numbers import money_in_words
from doithoai.web.sheets import sheet_response

ESTIMATE_HEAD = (
    *("TT", "Nội dung chi", "Đơn vị tính", "Số lượng", "Số buổi, ngày, lần", "Đơn giá"),
    *("Thành tiền", "Căn cứ, ghi chú", "Ý kiến thẩm định", "Số tiền đồng ý", "Lý do"),
)
VOUCHER_HEAD = ("Số", "Ngày", "Nơi nhận tiền", "Khoản chi", "Số tiền", "Ghi chú", "Bản chụp")
SETTLEMENT_HEAD = (
    *("TT", "Nội dung chi", "Dự toán được duyệt", "Thực chi", "Chênh lệch", "Lý do"),
    "Chứng từ",
)


def estimate_sheet(estimate: Estimate) -> HttpResponse:
    """Dự toán by parts, with the appraiser's numbers beside."""
    table = money_table(estimate, norms_for(estimate.conference))
    rows: list[tuple[Any, ...]] = []
    for group in table.groups:
        rows.append(_sums(group.number, group.name, group.totals))
        rows += _lines(group)
    rows.append(_sums("", "TỔNG CỘNG", table.totals))
    rows.append(("", f"Bằng chữ: {money_in_words(table.totals.asked)}"))
    return sheet_response(f"du-toan-{estimate.conference.slug}", ESTIMATE_HEAD, rows)


def _sums(number: str, name: str, totals: Totals) -> tuple[Any, ...]:
    return (number, name, "", "", "", "", totals.asked, "", "", totals.agreed, "")


def _lines(group: GroupRows) -> Iterator[tuple[Any, ...]]:
    for row in group.rows:
        line = row.line
        day = f" ngày {short_date(line.basis_on)}" if line.basis_on else ""
        yield (
            row.number,
            line.content,
            line.unit,
            line.quantity,
            line.times,
            line.rate,
            line.amount,
            f"{line.basis}{day}",
            line.get_verdict_display(),
            line.agreed_amount,
            line.reason,
        )


def voucher_sheet(estimate: Estimate, vouchers: Iterable[Voucher]) -> HttpResponse:
    """The vouchers a person is looking at."""
    rows = (
        (
            voucher.number,
            voucher.day,
            voucher.payee,
            voucher.line.content,
            voucher.amount,
            voucher.note,
            "Có" if voucher.media_type else "Chưa có",
        )
        for voucher in vouchers
    )
    return sheet_response(f"chung-tu-{estimate.conference.slug}", VOUCHER_HEAD, rows)


def settlement_sheet(estimate: Estimate) -> HttpResponse:
    """Quyết toán: approved against spent, with the vouchers of each line."""
    table = money_table(estimate, [])
    papers: dict[int, list[str]] = {}
    for voucher in vouchers_of(estimate):
        told = f"{voucher.number} ngày {short_date(voucher.day)}"
        papers.setdefault(voucher.line_id, []).append(told)
    rows: list[tuple[Any, ...]] = []
    for group in table.groups:
        rows.append(_settled(group.number, group.name, group.totals))
        rows += [
            (
                row.number,
                row.line.content,
                row.line.agreed_amount,
                row.spent,
                row.difference,
                row.reason,
                "; ".join(papers.get(row.line.pk, [])),
            )
            for row in group.rows
        ]
    rows.append(_settled("", "TỔNG CỘNG", table.totals))
    rows.append(("", f"Bằng chữ (thực chi): {money_in_words(table.totals.spent)}"))
    return sheet_response(f"quyet-toan-{estimate.conference.slug}", SETTLEMENT_HEAD, rows)


def _settled(number: str, name: str, totals: Totals) -> tuple[Any, ...]:
    return (number, name, totals.agreed, totals.spent, totals.difference, "", "")
