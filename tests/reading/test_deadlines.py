"""Which dates of a task are deadlines."""

import pytest

from doithoai.reading.deadlines import cell_deadline, find_deadline, relative_deadline
from doithoai.reading.passages import passage_of


def due(text, find=find_deadline):
    found = find(passage_of(text, 1), 2023)
    return found.value.isoformat() if found else None


@pytest.mark.parametrize(
    "text, day",
    [
        ("gửi về Sở Nội vụ trước ngày 19/5/2022.", "2022-05-19"),
        ("chậm nhất là ngày 05 tháng 9 năm 2023", "2023-09-05"),
        ("gửi danh sách trước 17 giờ ngày 18/5/2023", "2023-05-18"),
        ("xong trước 15/8", "2023-08-15"),
        ("hoàn thành trong tháng 8/2023", "2023-08-31"),
        ("báo cáo kết quả trong tháng 2/2024", "2024-02-29"),
        ("gui truoc ngay 10/4/2026", "2026-04-10"),
        ("tham mưu Hội nghị ngày 26/3/2023", None),
        ("theo Kế hoạch số 15/KH-UBND ngày 05/3/2023", None),
        ("gửi giấy mời trước 05 ngày", None),
    ],
)
def test_the_deadline_of_a_sentence(text, day):
    assert due(text) == day


@pytest.mark.parametrize(
    "cell, day",
    [
        ("10/10/2025", "2025-10-10"),
        ("Trước 30/6", "2023-06-30"),
        ("Tháng 11/2025", "2025-11-30"),
        ("Từ 01/10/2025 đến 15/10/2025", "2025-10-15"),
        ("Trong buổi Hội nghị", None),
        ("", None),
    ],
)
def test_the_deadline_of_a_cell(cell, day):
    assert due(cell, cell_deadline) == day


def test_a_relative_deadline_is_kept_in_words():
    assert relative_deadline(passage_of("Gửi giấy mời trước Hội nghị 05 ngày.", 1)) == (
        "trước Hội nghị 05 ngày"
    )
