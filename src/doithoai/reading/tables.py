"""Tables understood by their headings: which column is which, and what the table is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from doithoai.reading.blocks import Grid, Row
from doithoai.reading.passages import EMPTY, Passage, join_passages
from doithoai.reading.sections import Purpose


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    SUPPORT = "support"
    DEADLINE = "deadline"
    SEATS = "seats"
    LEAD = "lead"
    TIME = "time"
    CONTENT = "content"
    PERFORMER = "performer"
    PEOPLE = "people"
    UNIT = "unit"
    NOTE = "note"


_HEADINGS = (
    (Column.NUMBER, r"(?:s?tt|so tt|so thu tu|t\.t|no\.?|muc)$"),
    (Column.NOTE, r"ghi chu"),
    (Column.SUPPORT, r".*phoi hop"),
    (
        Column.DEADLINE,
        r"(?:thoi han|han |tien do|ngay hoan thanh|hoan thanh|thoi gian (?:hoan thanh"
        r"|thuc hien)|han$"
        r"|thoi diem hoan thanh|moc thoi gian|ket thuc)",
    ),
    (
        Column.SEATS,
        r"(?:du kien )?(?:so luong|so dai bieu|chi tieu|so nguoi|sl\b|tong so|so cho|so ghe|so giay"
        r"|dai bieu$"
        r"|tong cong|tong$|so luot)|.*so (?:luong )?dai bieu|.*\(nguoi\)|.*\(dai bieu\)",
    ),
    (Column.LEAD, r".*chu tri"),
    (Column.TIME, r"(?:thoi gian|gio|thoi luong|khung gio|buoi)"),
    (Column.CONTENT, r"(?:noi dung|cong viec|nhiem vu|dau viec|viec|hoat dong|hang muc|ten viec)"),
    (
        Column.PERFORMER,
        r".*(?:thuc hien|phu trach|dam nhiem|dieu hanh|trinh bay|dam trach|trach nhiem|phat bieu"
        r"|dan chuong trinh)|phan cong|nguoi\b|chu toa",
    ),
    (
        Column.PEOPLE,
        r"(?:thanh phan|dai bieu|doi tuong|nhom|khach moi|dien giai|ten |chuc danh|co cau"
        r"|danh sach)",
    ),
    (
        Column.UNIT,
        r"(?:don vi|co quan|dia phuong|to chuc|nganh|phong|so |khoi|dia ban|xa|huyen|diem cau)",
    ),
)
_COMPILED = tuple((column, re.compile(words)) for column, words in _HEADINGS)
_CLOCK = re.compile(r"\d{1,2}\s*(?:h|g|gio|:)\s*\d{0,2}")
_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong|toan hoi nghi)\b[^a-z]*(?:\(.*\))?\W*$|tong cong|tong so"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns by what they hold, and its rows without the heading rows."""

    columns: dict[Column, int]
    rows: tuple[Row, ...]
    heading: tuple[Row, ...]

    def cell(self, row: Row, *columns: Column) -> Passage:
        """The first of these columns that the table has, in this row; EMPTY when there is none."""
        for column in columns:
            index = self.columns.get(column)
            if index is not None:
                return row.cells[index] if index < len(row.cells) else EMPTY
        return EMPTY

    def has(self, *columns: Column) -> bool:
        """Whether the table has any of these columns."""
        return any(column in self.columns for column in columns)


def read_layout(grid: Grid) -> Layout:
    """The columns of a table, found by the headings of its first rows."""
    for index, row in enumerate(grid.rows[:4]):
        columns = _columns(row)
        if len(columns) >= 2:
            return Layout(columns, grid.rows[index + 1 :], grid.rows[: index + 1])
    return Layout({}, grid.rows, ())


def _is_budget(layout: Layout) -> bool:
    """A table of money, which has quantities but no seats."""
    cells = [cell.folded for row in layout.heading for cell in row.cells]
    return any(
        re.match(r"don gia|thanh tien|muc chi|dvt|don vi tinh|so tien", cell) for cell in cells
    )


def _columns(row: Row) -> dict[Column, int]:
    found: dict[Column, int] = {}
    if any(cell.text.isdigit() for cell in row.cells):
        return found
    for index, cell in enumerate(row.cells):
        column = column_of(cell.folded)
        if column is Column.SEATS and column in found:
            _weigh_seats(row, found, index)
        elif column is not None:
            found.setdefault(column, index)
    return found


def _weigh_seats(row: Row, found: dict[Column, int], index: int) -> None:
    """Of two columns that may hold seats: "Tổng số" before the parts, figures before "Đại biểu"."""
    before = found[Column.SEATS]
    if row.cells[before].folded == "dai bieu":
        found.setdefault(Column.PEOPLE, before)
        found[Column.SEATS] = index
    elif row.cells[index].folded.startswith("tong"):
        found[Column.SEATS] = index


def column_of(heading: str) -> Column | None:
    """What a column holds by its folded heading, None when the words say nothing."""
    if not heading or len(heading) > 60:
        return None
    for column, pattern in _COMPILED:
        if pattern.match(heading):
            return column
    return None


def kind_of_table(layout: Layout, context: frozenset[Purpose]) -> Purpose | None:
    """Whether a table holds tasks, seats or the programme; None when it is another table."""
    checks = (
        (Purpose.TASKS, layout.has(Column.SUPPORT) and Purpose.PROGRAMME not in context),
        (Purpose.QUOTAS, layout.has(Column.SEATS) and not _is_budget(layout)),
        (Purpose.PROGRAMME, _has_clock(layout)),
        (Purpose.PROGRAMME, Purpose.PROGRAMME in context and layout.has(Column.CONTENT)),
        (Purpose.TASKS, layout.has(Column.DEADLINE)),
        (Purpose.TASKS, layout.has(Column.LEAD) and layout.has(Column.CONTENT)),
        (Purpose.TASKS, Purpose.TASKS in context and layout.has(Column.CONTENT)),
        (
            Purpose.PROGRAMME,
            layout.has(Column.CONTENT) and layout.has(Column.PERFORMER, Column.TIME),
        ),
        (Purpose.QUOTAS, not layout.columns and _ends_in_figures(layout.rows)),
    )
    return next((purpose for purpose, holds in checks if holds), None)


def is_total(row: Row) -> bool:
    """Whether the row is the table's "Tổng cộng"."""
    words = next((cell for cell in row.cells if any(c.isalpha() for c in cell.text)), EMPTY)
    spaceless = words.folded.replace(" ", "")
    return bool(_TOTAL.match(words.folded)) or spaceless in ("tongcong", "tongso")


def whole_row(row: Row) -> Passage:
    """The distinct cells of a row as one passage: a merged cell may repeat itself."""
    seen: list[Passage] = []
    for cell in row.cells:
        if cell and (not seen or cell.text != seen[-1].text):
            seen.append(cell)
    return join_passages(seen)


def _has_clock(layout: Layout) -> bool:
    index = layout.columns.get(Column.TIME)
    if index is None:
        return False
    return any(
        index < len(row.cells) and bool(_CLOCK.match(row.cells[index].folded.lstrip("tu ")))
        for row in layout.rows
    )


def _ends_in_figures(rows: tuple[Row, ...]) -> bool:
    figures = sum(1 for row in rows if row.cells and row.cells[-1].text.isdigit())
    return len(rows) >= 3 and figures >= 0.6 * len(rows)
