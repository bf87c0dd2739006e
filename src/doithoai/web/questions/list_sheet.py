"""Mẫu danh sách: the empty list unions and communes fill in."""

import io
from typing import Any

import xlsxwriter
from django.http import HttpResponse

from doithoai.planning.models import Conference
from doithoai.web.sheets import MEDIA_TYPE

COLUMNS: tuple[tuple[str, int, str], ...] = (
    ("STT", 6, "Ví dụ: 1"),
    ("Nội dung câu hỏi, kiến nghị", 60, "Ví dụ: Đường từ ấp 3 ra chợ hỏng nặng, khi nào sửa?"),
    ("Họ và tên", 26, "Ví dụ: Nguyễn Thị Mười. Để trống khi người gửi không nêu tên."),
    ("Nơi ở, nơi làm việc", 30, "Ví dụ: Ấp 3, xã Phú Tân"),
    ("Số điện thoại", 16, "Ví dụ: 0912 345 678. Chỉ giữ khi cột sau ghi Có."),
    ("Thư điện tử", 24, "Ví dụ: muoi@vidu.vn. Chỉ giữ khi cột sau ghi Có."),
    ("Đồng ý để báo kết quả", 16, "Ghi Có khi người gửi đồng ý; để trống là không."),
    ("Đồng ý nêu tên khi công khai", 18, "Ghi Có khi người gửi đồng ý; để trống là không."),
    ("Ngày gửi", 12, "Ví dụ: 24/9/2024"),
    ("Ghi chú", 24, "Chỉ để cơ quan xem, không chuyển đi."),
)
HEAD_ROW = 3
ROWS = 500
CONSENTS, DAY = (6, 7), 8


def template_response(conference: Conference) -> HttpResponse:
    """Titles, headings with an example in a note on each, cells that check what is typed."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet("Danh sách")
    bold = book.add_format({"bold": True})
    page.write_string(0, 0, "DANH SÁCH CÂU HỎI, KIẾN NGHỊ", bold)
    page.write_string(1, 0, conference.short_title)
    _write_columns(book, page)
    _check_cells(page)
    page.freeze_panes(HEAD_ROW + 1, 0)
    book.close()
    response = HttpResponse(content.getvalue(), content_type=MEDIA_TYPE)
    name = f"mau-danh-sach-{conference.slug}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _write_columns(book: Any, page: Any) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for place, (name, width, example) in enumerate(COLUMNS):
        page.set_column(place, place, width, text)
        page.write_string(HEAD_ROW, place, name, head)
        page.write_comment(HEAD_ROW, place, example, {"author": "Đối Thoại"})


def _check_cells(page: Any) -> None:
    first, last = HEAD_ROW + 1, HEAD_ROW + ROWS
    for place in CONSENTS:
        page.data_validation(
            *(first, place, last, place),
            {
                "validate": "list",
                "source": ["Có", "Không"],
                "error_title": "Chọn Có hoặc Không",
                "error_message": "Ghi Có khi người gửi đồng ý. Để trống là không.",
            },
        )
    page.data_validation(
        *(first, DAY, last, DAY),
        {
            "validate": "length",
            "criteria": "between",
            "minimum": 8,
            "maximum": 10,
            "error_title": "Viết ngày/tháng/năm",
            "error_message": "Viết ngày theo thứ tự ngày/tháng/năm, ví dụ 24/9/2024.",
            "error_type": "warning",
        },
    )
