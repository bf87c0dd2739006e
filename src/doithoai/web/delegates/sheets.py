"""Lists of people in Excel: the template agencies fill in, and reading what they send."""

import io
import zipfile
from collections.abc import Iterable

import openpyxl
import xlsxwriter
from django.http import HttpResponse

from doithoai.delegates.models import Allocation
from doithoai.delegates.people import MOST_ROWS, NotAList, PersonRow, read_people
from doithoai.web.sheets import MEDIA_TYPE
from doithoai.workflow import Refused

COLUMNS: tuple[tuple[str, int], ...] = (
    ("STT", 6),
    ("Họ và tên", 28),
    ("Chức vụ", 26),
    ("Đơn vị", 32),
    ("Số điện thoại", 16),
    ("Thư điện tử", 26),
    ("Đăng ký phát biểu", 18),
    ("Ngân sách chi trả", 18),
)
HEAD_ROW = 3
MOST_INFLATED = 40_000_000
MOST_COLUMNS = 60
BROKEN = (
    "Không đọc được tệp này. Mở bằng Excel, chọn Lưu dưới dạng Excel Workbook (.xlsx) rồi tải "
    "lên lại."
)
TOO_LARGE = "Tệp phình ra quá lớn, không phải danh sách thường. Chép danh sách vào mẫu tải về."
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def template_response(allocation: Allocation) -> HttpResponse:
    """An empty list for one agency: a title, the columns, rows numbered for its seats."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet("Danh sách")
    bold, head = book.add_format({"bold": True}), _head_format(book)
    page.write_string(0, 0, f"DANH SÁCH ĐẠI BIỂU: {allocation.agency.name}", bold)
    page.write_string(1, 0, f"{allocation.quota_line.name[:200]} ({allocation.seats} đại biểu)")
    text = book.add_format({"num_format": "@"})
    for at, (name, width) in enumerate(COLUMNS):
        page.set_column(at, at, width, text)
        page.write_string(HEAD_ROW, at, name, head)
    for number in range(1, min(allocation.seats, MOST_ROWS) + 1):
        page.write_number(HEAD_ROW + number, 0, number)
    page.freeze_panes(HEAD_ROW + 1, 0)
    book.close()
    response = HttpResponse(content.getvalue(), content_type=MEDIA_TYPE)
    name = f"mau-danh-sach-{allocation.pk}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def people_of(data: bytes) -> list[PersonRow]:
    """The people in an uploaded workbook's first sheet. Raises Refused saying what to do."""
    if data.startswith(OLD_EXCEL):
        raise Refused(
            "Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Bỏ mật khẩu, lưu dưới dạng .xlsx rồi "
            "tải lên lại."
        )
    try:
        return read_people(_rows(data))
    except NotAList as fault:
        raise Refused(str(fault)) from fault


def _rows(data: bytes) -> Iterable[tuple[object, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_INFLATED:
                raise Refused(TOO_LARGE)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        page = book.worksheets[0]
        page.reset_dimensions()
        return list(page.iter_rows(max_row=MOST_ROWS * 4, max_col=MOST_COLUMNS, values_only=True))
    except Refused:
        raise
    except Exception as error:  # openpyxl raises whatever its XML, zip and value readers raise
        raise Refused(BROKEN) from error


def _head_format(book: xlsxwriter.Workbook) -> xlsxwriter.format.Format:
    return book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
