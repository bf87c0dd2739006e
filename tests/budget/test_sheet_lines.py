"""An estimate kept in Excel is read as it stands; what is wrong is told a row."""

import pytest

from doithoai.budget.sheet_lines import MOST_ROWS, NotAnEstimate, read_lines

HEAD = ("TT", "Nội dung chi", "ĐVT", "Số lượng", "Số buổi", "Đơn giá (đồng)", "Thành tiền")


def read(*rows, head=HEAD):
    return read_lines([("DỰ TOÁN KINH PHÍ",), (), head, *rows])


def test_numbers_come_as_cells_or_as_officials_write_them():
    tea, hall = read(
        (1, "Giải khát giữa giờ", "đại biểu", 150.0, 1, "20.000 đ", 3_000_000),
        (2, "Thuê hội trường", "buổi", "01", None, 7_500_000.0, None),
    )

    assert (tea.number, tea.quantity, tea.rate, tea.amount) == (4, 150, 20_000, 3_000_000)
    assert (hall.quantity, hall.times, hall.amount) == (1, 1, 7_500_000)
    assert tea.faults == hall.faults == ()


def test_headings_name_the_group_and_sums_are_passed_over():
    found = read(
        ("I", "Chi chuẩn bị", None, None, None, None, 100_000),
        (1, "In tài liệu", "bộ", 10, 1, 10_000, 100_000),
        ("II", "Chi tổ chức hội nghị"),
        (1, "Thuê hội trường", "buổi", 1, 1, 1, 1),
        ("III", "Chi khác, dự phòng"),
        (1, "Dự phòng", "lần", 1, 1, 5, 5),
        (None, "Tổng cộng", None, None, None, None, 100_006),
        (None, "Bằng chữ: một trăm nghìn không trăm linh sáu đồng"),
    )

    assert [line.group for line in found] == ["preparation", "holding", "other"]


@pytest.mark.parametrize(
    "row, fault",
    [
        ((1, "Nước", "chai", 2, 1, 10_000, 30_000), "Thành tiền ghi 30.000 đ, nhân ra 20.000 đ."),
        ((1, "Nước", "chai", "hai rưỡi", 1, 10_000, None), "Ghi số lượng là số nguyên"),
        ((1, "Nước", "chai", 1.5, 1, 10_000, None), "ô này ghi “1.5”"),
        ((1, "Nước", "chai", 2, 1, "=1+1", None), "Ghi đơn giá là số nguyên"),
        ((1, "Nước", "chai", -2, 1, 10_000, None), "Ghi số lượng"),
        ((1, None, "chai", 2, 1, 10_000, None), "Thiếu nội dung chi."),
        ((1, "Nước", None, 2, 1, 10_000, None), "Thiếu đơn vị tính."),
        ((1, "N" * 301, "chai", 2, 1, 10_000, None), "còn 300 ký tự"),
    ],
)
def test_a_row_says_what_to_mend(row, fault):
    faults = read(row)[0].faults

    assert len(faults) == 1
    assert fault in faults[0]


@pytest.mark.parametrize(
    "rows, words",
    [
        ([("Họ và tên", "Chức vụ")], "Không thấy đủ các cột"),
        ([], "Không thấy đủ các cột"),
        ([HEAD], "chưa có dòng chi nào"),
        ([HEAD, *[(1, "Nước", "chai", 1, 1, 1, 1)] * (MOST_ROWS + 1)], "nhiều nhất 500 dòng"),
    ],
)
def test_what_is_no_estimate_is_told(rows, words):
    with pytest.raises(NotAnEstimate, match=words):
        read_lines(rows)
