"""Lists as Excel files; a cell that looks like a formula stays text."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils import timezone

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_response(
    filename: str, head: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """One worksheet: `head` in bold, then rows of text, numbers and days."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet()
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    days = book.add_format({"num_format": "d/m/yyyy", "valign": "top"})
    page.write_row(0, 0, head, bold)
    page.freeze_panes(1, 0)
    widths = [max(12, len(name) + 2) for name in head]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _write(page, (number, column), value, wrapped, days)
            widths[column] = min(60, max(widths[column], len(str(value or ""))))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    book.close()
    response = HttpResponse(content.getvalue(), content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}.xlsx"'
    return response


def _write(page: Any, cell: tuple[int, int], value: Any, wrapped: Any, days: Any) -> None:
    if isinstance(value, datetime):
        page.write_datetime(*cell, timezone.localtime(value).replace(tzinfo=None), days)
    elif isinstance(value, date):
        page.write_datetime(*cell, datetime(value.year, value.month, value.day), days)  # noqa: DTZ001
    elif isinstance(value, (int, float)):
        page.write_number(*cell, value, wrapped)
    else:
        page.write_string(*cell, "" if value is None else str(value), wrapped)
