"""Invented things for the gallery to show, one of every state."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator

from doithoai.lifecycle.rail import Rail, Stop

TODAY = date(2024, 10, 7)

COLOURS = [
    ("ink", "Mực", "#17212B", "chữ, viền chọn, xong"),
    ("ink2", "Mực 2", "#3F4B57", "chữ phụ"),
    ("ink3", "Mực 3", "#5A6672", "chú thích"),
    ("line2", "Đá", "#7C8792", "viền ô nhập"),
    ("surf", "Trắng", "#FFFFFF", "khối, ô nhập"),
    ("paper", "Giấy", "#FAF9F6", "nền trang"),
    ("seal", "Con dấu", "#9B1B2A", "việc chính, hiện tại"),
    ("gold", "Vàng", "#B07D12", "viền khi chọn"),
    ("goldink", "Vàng đậm", "#7A5600", "con số chính"),
    ("alarm", "Gạch", "#A8440A", "trễ, lỗi, hủy"),
    ("ok", "Lá", "#1D6647", "xong, đúng"),
    ("info", "Chàm", "#245480", "chờ, khác nhau"),
]

BADGES = [
    ("new", "Mới nhận"),
    ("unopened", "Chưa mở"),
    ("drafting", "Đang soạn"),
    ("submitted", "Chờ thẩm định"),
    ("waiting-chair", "Chờ Chủ tịch duyệt"),
    ("returned", "Trả lại"),
    ("soon", "Sắp đến hạn"),
    ("late", "Trễ 3 ngày"),
    ("done", "Đã duyệt"),
    ("merged", "Đã gộp"),
    ("moved", "Đã chuyển"),
    ("set-aside", "Để ngoài"),
    ("sealed", "Kín"),
    ("current", "Giai đoạn hiện tại"),
]

STEPS = [
    {"date": "30/9, 14:40.", "text": "Sở nộp bản 1", "detail": "", "state": "past"},
    {
        "date": "2/10, 9:05.",
        "text": "Văn phòng trả lại",
        "detail": "Thiếu căn cứ",
        "state": "returned",
    },
    {"date": "4/10, 16:20.", "text": "Sở nộp bản 2", "detail": "", "state": "past"},
    {"date": "7/10.", "text": "Văn phòng đang thẩm định", "detail": "Hạn 8/10", "state": "now"},
    {"date": "Tiếp theo.", "text": "Chủ tịch duyệt, rồi công bố", "detail": "", "state": "future"},
]

BARS = [
    {"label": "Sở Lao động - Thương binh và Xã hội", "values": [6, 6, 13, 2]},
    {"label": "Ngân hàng Chính sách xã hội", "values": [4, 3, 7, 0]},
    {"label": "Sở Nông nghiệp", "values": [2, 3, 6, 2]},
    {"label": "Công an tỉnh", "values": [0, 0, 3, 0]},
]

OUTCOMES = [
    {"label": "Trả lời tại hội trường", "values": [18], "tone": 1},
    {"label": "Trả lời bằng văn bản", "values": [74]},
    {"label": "Đã gộp", "values": [58]},
    {"label": "Để ngoài, có lý do", "values": [9]},
    {"label": "Chưa phân loại", "values": [23], "tone": 3},
]

FIGURES = [
    {"label": "Được giao", "value": 27, "tone": "key"},
    {"label": "Trễ hạn", "value": 2, "tone": "alarm", "url": "#bang"},
    {"label": "Hôm nay", "value": 2},
    {"label": "Tuần này", "value": 9},
    {"label": "Chờ thẩm định", "value": 6},
    {"label": "Đã duyệt", "value": 6},
]

ROWS = [
    ("C-033", "Nước mặn vào sớm, huyện hỗ trợ bồn chứa nước thế nào?", 7, date(2024, 10, 2)),
    ("C-041", "Lao động trên 35 tuổi được hỗ trợ học nghề lại thế nào?", 6, date(2024, 10, 4)),
    ("C-066", "Lớp nghề đan lục bình khi nào mở lại?", 3, TODAY),
    ("C-018", "Mức vay giải quyết việc làm có tăng không?", 9, date(2024, 10, 15)),
]

OLD = (
    "Theo quy định hiện hành, người lao động được vay tối đa 100 triệu đồng.\n\n"
    "Chi nhánh sẽ phối hợp tham mưu bổ sung nguồn vốn trong thời gian tới."
)
NEW = (
    "Theo Nghị định số 74/2019/NĐ-CP, người lao động được vay tối đa 100 triệu đồng.\n\n"
    "Chi nhánh sẽ trình Ủy ban nhân dân tỉnh bổ sung nguồn vốn trước ngày 30/11/2024."
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything with a state."""

    state: str
    label: str

    def get_state_display(self) -> str:
        """The state in words, as models say it."""
        return self.label


class PlanForm(forms.Form):
    """Fields of every kind, two of them wrong."""

    number = forms.CharField(
        label="Số văn bản",
        widget=forms.TextInput(attrs={"size": "18"}),
        error_messages={"required": "Nhập số văn bản, ví dụ 272/KH-UBND."},
    )
    due = forms.DateField(
        label="Hạn trả lời",
        help_text="Ngày, tháng, năm; ví dụ 15/10/2024.",
        error_messages={"invalid": "Viết ngày theo mẫu 15/10/2024."},
    )
    agency = forms.ChoiceField(
        label="Cơ quan chủ trì",
        help_text="Theo tên tại ngày tổ chức.",
        choices=[("noi-vu", "Sở Nội vụ"), ("tai-chinh", "Sở Tài chính")],
    )
    amount = forms.CharField(label="Số vốn đề nghị", widget=forms.TextInput(attrs={"size": "14"}))
    way = forms.ChoiceField(
        label="Cách trả lời",
        choices=[("hall", "Trả lời tại hội trường"), ("paper", "Trả lời bằng văn bản")],
        widget=forms.RadioSelect,
    )
    tell = forms.BooleanField(label="Gửi thư báo cho cơ quan", required=False)
    reason = forms.CharField(
        label="Lý do", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


def wrong_form() -> PlanForm:
    """The form after it was sent with two faults."""
    typed = {"due": "4 tháng 10", "agency": "noi-vu", "amount": "7.500.000", "way": "hall"}
    return PlanForm(typed | {"tell": "on"})


def a_rail() -> Rail:
    """A conference in October whose questions still block the next milestone."""
    stops = [
        Stop(1, "planning", "Kế hoạch", "done", 1, "20 nhiệm vụ", "20", "Đã ban hành", url="#"),
        Stop(
            2,
            "delegates",
            "Đại biểu",
            "go",
            0.79,
            "118 / 150 đã cử",
            "118/150",
            "Đang làm",
            url="#",
        ),
        Stop(
            3,
            "questions",
            "Câu hỏi",
            "now",
            0.88,
            "163 / 186 đã phân loại",
            "163/186",
            "Đang làm",
            url="#",
        ),
        Stop(
            4,
            "answers",
            "Trả lời",
            "go",
            0.2,
            "18 / 92 đã duyệt",
            "18/92",
            "Đang làm",
            late=7,
            url="#",
        ),
        Stop(5, "programme", "Chương trình", "go", 0.6, "6 / 10 mục xong", "6/10", "Đang làm"),
        Stop(6, "budget", "Kinh phí", "go", 0.5, "14 / 17 dòng", "14/17", "Chờ thẩm định"),
        Stop(7, "hall", "Hội trường", "todo", 0, "150 chỗ", "150", "Chưa mở"),
        Stop(8, "conclusions", "Kết luận", "todo", 0, "0 nhiệm vụ giao", "0", "Chưa mở"),
    ]
    return Rail(stops, "Dự kiến 24/10 · còn 17 ngày", 6)


def samples() -> dict[str, Any]:
    """All that the gallery shows."""
    return {
        "today": TODAY,
        "colours": COLOURS,
        "badges": BADGES,
        "washed": Thing("submitted", "Chờ thẩm định"),
        "rail": a_rail(),
        "wrong": wrong_form(),
        "rows": ROWS,
        "page": Paginator(range(92), 25).page(1),
        "steps": STEPS,
        "task_labels": ["Chọn tệp", "Xem trước và sửa", "Ghi vào danh sách", "Báo cho cơ quan"],
        "bars": BARS,
        "series": ["Đã duyệt", "Chờ thẩm định, chờ duyệt", "Đang soạn", "Trễ hạn"],
        "outcomes": OUTCOMES,
        "one_series": ["Số câu"],
        "figures": FIGURES,
        "old": OLD,
        "new": NEW,
    }
