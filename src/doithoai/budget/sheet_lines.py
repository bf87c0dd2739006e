"""An estimate as an agency keeps it in Excel: columns found, rows read, faults in words (pure)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from doithoai.budget.rules import line_amount
from doithoai.vietnamese.letters import fold, nfc
from doithoai.vietnamese.numbers import format_money, parse_number

COLUMNS = {
    "content": r"(noi dung|khoan).*",
    "unit": r"(don vi( tinh)?|dvt)",
    "quantity": r"(so luong|sl)",
    "times": r"so (buoi|ngay|lan).*",
    "rate": r"(don gia|muc chi|dinh muc).*",
    "amount": r"thanh tien.*",
    "basis": r"(can cu|ghi chu).*",
}
"""How offices call a column, folded."""
GROUPS = {"preparation": r"chuan bi", "holding": r"to chuc", "other": r"chi khac|du phong"}
NUMBERS = ("unit", "quantity", "rate")
MOST_ROWS = 500
HEAD_WITHIN = 20
LONGEST = {"content": 300, "unit": 60, "basis": 300}
MOST = {"quantity": 100_000, "times": 1_000, "rate": 10**10}
NAMES = {"quantity": "số lượng", "times": "số buổi, ngày, lần", "rate": "đơn giá"}


class NotAnEstimate(ValueError):
    """The sheet is no estimate; says what to do."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One row of the sheet: its number there, the line, what must be mended."""

    number: int
    group: str
    content: str
    unit: str
    quantity: int
    times: int
    rate: int
    basis: str
    faults: tuple[str, ...] = ()

    @property
    def amount(self) -> int:
        """What it comes to."""
        return line_amount(self.quantity, self.times, self.rate)


def read_lines(rows: Iterable[Sequence[Any]]) -> list[SheetLine]:
    """The lines of a sheet, whatever the order of its columns. Raises NotAnEstimate.

    A row without unit, quantity and rate is a heading (it may name the group) or a sum.
    """
    table = [[_text(cell) for cell in row] for row in rows]
    head, columns = _head(table)
    found, group = [], "holding"
    for number, row in enumerate(table[head + 1 :], start=head + 2):
        cells = {name: row[at] for name, at in columns.items() if at < len(row)}
        if any(cells.get(name) for name in NUMBERS):
            found.append(_line(number, group, cells))
        else:
            group = _group(cells.get("content", "") or " ".join(row)) or group
    if not found:
        raise NotAnEstimate("Bảng chưa có dòng chi nào. Ghi mỗi khoản chi một dòng.")
    if len(found) > MOST_ROWS:
        raise NotAnEstimate(f"Bảng có {len(found)} dòng; nhập mỗi lần nhiều nhất {MOST_ROWS} dòng.")
    return found


def _head(table: list[list[str]]) -> tuple[int, dict[str, int]]:
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(table[:HEAD_WITHIN]):
        columns = _columns(row)
        if len(columns) > len(best[1]):
            best = (number, columns)
    missing = {"content", "quantity", "rate"} - set(best[1])
    if missing:
        raise NotAnEstimate(
            "Không thấy đủ các cột “Nội dung chi”, “Số lượng”, “Đơn giá” ở một dòng tên cột. "
            "Ghi tên cột rồi tải lên lại."
        )
    return best


def _columns(row: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        said = " ".join(re.sub(r"\(.*?\)", " ", fold(cell)).split())
        name = next((n for n, cue in COLUMNS.items() if re.fullmatch(cue, said)), None)
        if name:
            columns.setdefault(name, at)
    return columns


def _group(heading: str) -> str:
    words = fold(heading)
    return next((group for group, cue in GROUPS.items() if re.search(cue, words)), "")


def _line(number: int, group: str, cells: Mapping[str, str]) -> SheetLine:
    faults: list[str] = []
    values: dict[str, Any] = {
        name: _words(name, cells.get(name, ""), faults) for name in LONGEST
    } | {name: _whole(name, cells.get(name, ""), faults) for name in NAMES}
    line = SheetLine(number, group, **values)
    told = parse_number(cells.get("amount", ""))
    if told is not None and told != line.amount and not faults:
        faults.append(f"Thành tiền ghi {format_money(told)}, nhân ra {format_money(line.amount)}.")
    return replace(line, faults=tuple(faults))


def _words(name: str, text: str, faults: list[str]) -> str:
    if not text and name != "basis":
        faults.append("Thiếu nội dung chi." if name == "content" else "Thiếu đơn vị tính.")
    if len(text) > LONGEST[name]:
        faults.append(f"Rút “{text[:30]}…” còn {LONGEST[name]} ký tự.")
    return text[: LONGEST[name]]


def _whole(name: str, text: str, faults: list[str]) -> int:
    if name == "times" and not text:
        return 1
    value = parse_number(re.sub(r"\s*(?:đ|đồng)$", "", text))
    least = 0 if name == "rate" else 1
    if value is None or not least <= value <= MOST[name]:
        faults.append(f"Ghi {NAMES[name]} là số nguyên, ô này ghi “{text[:30]}”.")
        return 0
    return value


def _text(cell: Any) -> str:
    """A cell in words; 20000.0 is 20000."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(nfc(str(cell)).split())
