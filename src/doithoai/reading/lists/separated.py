"""Comma-separated text, whatever Vietnamese code page and separator wrote it."""

import csv
import io

from doithoai.reading.files.draft import tidy
from doithoai.reading.files.encodings import decode
from doithoai.reading.lists.sheet import (
    LONGEST_CELL,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    ListSheet,
    Row,
    evened,
)
from doithoai.reading.source import Unreadable

_SEPARATORS = ";,\t|"
_LOOKS_AT = 50
UNKNOWN = (
    "Không đọc được chữ trong tệp. Mở bằng Excel, chọn Lưu dưới dạng Excel Workbook (.xlsx) rồi "
    "tải lên lại."
)
_BROKEN = (
    "Không tách được các cột của tệp .csv. Mở bằng Excel, chọn Lưu dưới dạng Excel Workbook "
    "(.xlsx) rồi tải lên lại."
)


def read_separated(data: bytes, most_rows: int) -> ListSheet:
    """The rows of a .csv or .tsv, at most `most_rows`; raises Unreadable."""
    try:
        text, notes = decode(data, most=MOST_CHARACTERS)
    except Unreadable as error:
        raise Unreadable(UNKNOWN) from error
    text, separator = _named_separator(text)
    separator = separator or _separator(text)
    rows: list[Row] = []
    csv.field_size_limit(LONGEST_CELL * 10)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            rows.append(tuple(tidy(cell).strip() for cell in row[:MOST_COLUMNS]))
            if len(rows) == most_rows:
                break
    except csv.Error as error:
        raise Unreadable(_BROKEN) from error
    return ListSheet("csv", evened(rows), notes)


def _named_separator(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` and the text after it."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        return rest, first[4]
    return text, ""


def _separator(text: str) -> str:
    """The one that cuts the first lines into the most columns of the same number."""

    def regular(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text), delimiter=separator)
        widths = [len(row) for row, _ in zip(reader, range(_LOOKS_AT), strict=False) if any(row)]
        wide = [width for width in widths if width > 1]
        if not wide:
            return 0, 0
        common = max(set(wide), key=lambda width: (wide.count(width), width))
        return wide.count(common), common

    try:
        return max(_SEPARATORS, key=regular)
    except csv.Error as error:
        raise Unreadable(_BROKEN) from error
