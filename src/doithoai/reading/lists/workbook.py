"""The sheet of an Excel workbook that holds the list, its values as people see them."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

import openpyxl

from doithoai.reading.files.draft import tidy
from doithoai.reading.lists.sheet import MOST_COLUMNS, ListSheet, Row, evened
from doithoai.reading.source import Unreadable
from doithoai.vietnamese.dates import short_date

_MOST_INFLATED = 120_000_000
_MOST_TAGS = 2_000_000
"""Signs `<` in all parts: a full list of five thousand rows has fewer; each takes its time."""
_MOST_SHEETS = 20
BROKEN = (
    "Không đọc được tệp Excel này. Mở bằng Excel, chọn Lưu dưới dạng Excel Workbook (.xlsx) rồi "
    "tải lên lại."
)
_BOMB = "Tệp phình ra quá lớn, không phải danh sách thường. Chép danh sách vào mẫu tải về."
_OTHERS = "Tệp có {count} trang tính; đã đọc trang “{title}”, trang có nhiều dòng nhất."


def read_workbook(data: bytes, most_rows: int) -> ListSheet:
    """The longest sheet of an .xlsx, at most `most_rows` rows; raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            is_bearable = _is_bearable(package)
        if is_bearable:
            return _read(data, most_rows)
    except Exception as error:  # openpyxl raises whatever its XML, zip and value readers raise
        raise Unreadable(BROKEN) from error
    raise Unreadable(_BOMB)


def _is_bearable(package: zipfile.ZipFile) -> bool:
    parts = package.infolist()
    if sum(part.file_size for part in parts) > _MOST_INFLATED:
        return False
    return sum(package.read(part).count(b"<") for part in parts) <= _MOST_TAGS


def _read(data: bytes, most_rows: int) -> ListSheet:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    pages = [(page.title, _rows(page, most_rows)) for page in book.worksheets[:_MOST_SHEETS]]
    filled = [(title, rows) for title, rows in pages if rows]
    if not filled:
        return ListSheet("xlsx", ())
    title, rows = max(filled, key=lambda found: len(found[1]))
    notes = (_OTHERS.format(count=len(filled), title=title),) if len(filled) > 1 else ()
    return ListSheet("xlsx", rows, notes)


def _rows(page: Any, most_rows: int) -> tuple[Row, ...]:
    page.reset_dimensions()
    cells: Iterable[tuple[Any, ...]] = page.iter_rows(
        max_row=most_rows, max_col=MOST_COLUMNS, values_only=True
    )
    return evened(tuple(map(_text, row)) for row in cells)


def _text(value: Any) -> str:
    """A cell's value as a person reads it: days as 24/5/2022, whole numbers without a point."""
    if value is None or isinstance(value, time):
        return ""
    if isinstance(value, (datetime, date)):
        return short_date(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return tidy(str(value)).replace("\r\n", "\n").replace("_x000D_", "").strip()
