"""A small plan in facts with its source, for the pages of planning."""

from typing import Any

from doithoai.directory.models import User
from doithoai.lifecycle.opening import BLANK_FACTS
from doithoai.planning.actions import store_reading
from doithoai.planning.models import PlanReading

LINES = (
    "KẾ HOẠCH",
    "Đối thoại với nông dân tỉnh Tiền Giang năm 2024",
    "1. Thời gian: trong tháng 10/2024.",
    "2. Hội Nông dân tỉnh",
    "- Tổng hợp câu hỏi trước ngày 1/10/2024.",
    "- Lập danh sách đại biểu.",
    "Một đoạn không thuộc phần nào.",
    "STT\tĐại biểu\tSố",
    "1\tSở Y tế\t02",
)


def place(line: int, words: str) -> dict[str, Any]:
    """The place of some words on one line of the source."""
    start = LINES[line - 1].index(words)
    return {
        "line": line,
        "end_line": line,
        "start": start,
        "end": start + len(words),
        "text": words,
    }


UNIT = place(4, "Hội Nông dân tỉnh")
FACTS: dict[str, Any] = {
    "title": "Đối thoại với nông dân",
    "audience": "nông dân",
    "year": 2024,
    "time": {"text": "trong tháng 10/2024", "date": None, "month": "2024-10", "tentative": True},
    "tasks": [
        {
            "units": ["Hội Nông dân tỉnh"],
            "text": "Tổng hợp câu hỏi",
            "role": "lead",
            "with": [],
            "due": "2024-10-01",
        },
        {
            "units": ["Hội Nông dân tỉnh"],
            "text": "Lập danh sách đại biểu",
            "role": "support",
            "with": ["Sở Y tế"],
            "due": None,
        },
    ],
    "quotas": [
        {
            "no": None,
            "name": None,
            "seats": None,
            "rows": [{"no": 1, "name": "Sở Y tế", "seats": 2}],
        }
    ],
    "warnings": [
        {
            "code": "no_day",
            "message": "Chưa có ngày cụ thể.",
            "places": [place(3, "trong tháng 10/2024")],
        }
    ],
    "unread": [{"line": 7, "text": LINES[6]}],
    "places": {
        "title": place(2, "Đối thoại với nông dân tỉnh Tiền Giang năm 2024"),
        "audience": place(2, "nông dân"),
        "time": place(3, "trong tháng 10/2024"),
        "tasks[0]": place(5, "Tổng hợp câu hỏi trước ngày 1/10/2024."),
        "tasks[0].units": UNIT,
        "tasks[0].due": place(5, "1/10/2024"),
        "tasks[1]": place(6, "Lập danh sách đại biểu."),
        "tasks[1].units": UNIT,
        "quotas[0].rows[0]": place(9, "Sở Y tế"),
    },
}


def a_reading(by: User, **over: Any) -> PlanReading:
    """A plan loaded and not yet confirmed; keywords override facts."""
    roles = over.pop("roles", {})
    source = {"filename": "ke-hoach.txt", "data": b"van ban", "lines": LINES}
    source |= over.pop("source", {})
    return store_reading(
        place=by.agency.place, facts=BLANK_FACTS | FACTS | over, roles=roles, by=by, **source
    )
