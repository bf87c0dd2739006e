"""Lists as Excel and CSV files, where a formula stays text; and what officials send in Excel."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl
import xlsxwriter
from django.http import HttpResponse
from django.utils import timezone

from doithoai.workflow import Refused

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for a formula, even in a cell of text once somebody edits it."""
MOST_INFLATED = 40_000_000
MOST_COLUMNS = 60
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
KINDS = ("xlsx", "csv")
CSV_TYPE = "text/csv; charset=utf-8"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: its name, its head in bold, its rows of text, numbers and days."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Any]]


def asked_as_file(query: Mapping[str, str]) -> str:
    """As what a page asks for its list: xlsx, csv, or nothing for the page itself."""
    return next((kind for kind in KINDS if kind in query), "")


def sheet_response(
    filename: str, head: Sequence[str], rows: Iterable[Sequence[Any]], kind: str = "xlsx"
) -> HttpResponse:
    """A list to download, of a kind that `asked_as_file` knows."""
    if kind == "csv":
        return csv_response(filename, head, rows)
    return workbook_response(filename, Sheet("Danh sách", head, rows))


def csv_response(filename: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A list as UTF-8 with the mark that Excel wants for Vietnamese; days as 7/10/2024."""
    content = io.StringIO()
    table = csv.writer(content)
    table.writerow(head)
    table.writerows([_plain(value) for value in row] for row in rows)
    response = HttpResponse("\ufeff" + content.getvalue(), content_type=CSV_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}.csv"'
    return response


def _plain(value: Any) -> Any:
    """A value as CSV holds it: a day in words, text that looks like a formula behind a '."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def workbook_response(filename: str, *sheets: Sheet) -> HttpResponse:
    """A workbook to download; whatever looks like a formula in it is text."""
    response = HttpResponse(workbook(*sheets), content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}.xlsx"'
    return response


def workbook(*sheets: Sheet) -> bytes:
    """A workbook as a file; whatever looks like a formula in it is text."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    for sheet in sheets:
        _fill(book, sheet)
    book.close()
    return content.getvalue()


def _fill(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    formats = {
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "quoted": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        "day": book.add_format({"num_format": "d/m/yyyy", "valign": "top"}),
    }
    page.write_row(0, 0, sheet.head, bold)
    page.freeze_panes(1, 0)
    widths = [max(12, len(name) + 2) for name in sheet.head]
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(page, (number, column), value, formats)
            widths[column] = min(60, max(widths[column], len(str(value or ""))))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)


def _write(page: Any, cell: tuple[int, int], value: Any, formats: Mapping[str, Any]) -> None:
    if isinstance(value, datetime):
        local = timezone.localtime(value).replace(tzinfo=None)
        page.write_datetime(*cell, local, formats["day"])
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001
        page.write_datetime(*cell, moment, formats["day"])
    elif isinstance(value, (int, float)):
        page.write_number(*cell, value, formats["text"])
    else:
        text = "" if value is None else str(value)
        kind = "quoted" if text.startswith(FORMULA_STARTS) else "text"
        page.write_string(*cell, text, formats[kind])


def workbook_rows(data: bytes, *, most_rows: int) -> list[tuple[Any, ...]]:
    """The rows of an uploaded workbook's first sheet. Raises Refused saying what to do."""
    if data.startswith(OLD_EXCEL):
        raise Refused(
            "Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Bỏ mật khẩu, lưu dưới dạng .xlsx rồi "
            "tải lên lại."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            inflated = sum(part.file_size for part in package.infolist())
        if inflated <= MOST_INFLATED:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            page = book.worksheets[0]
            page.reset_dimensions()
            return list(page.iter_rows(max_row=most_rows, max_col=MOST_COLUMNS, values_only=True))
    except Exception as error:  # openpyxl raises whatever its XML, zip and value readers raise
        raise Refused(
            "Không đọc được tệp này. Mở bằng Excel, chọn Lưu dưới dạng Excel Workbook (.xlsx) "
            "rồi tải lên lại."
        ) from error
    raise Refused("Tệp phình ra quá lớn, không phải bảng thường. Chép bảng sang tệp mới.")
