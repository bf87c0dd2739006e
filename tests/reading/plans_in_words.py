"""Short plans in plain text for the tests, whole but for the part a test is about."""

from doithoai.reading import open_source, read_plan

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH CAO BẰNG
Số: 15/KH-UBND
Cao Bằng, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Tổ chức đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh với thanh niên năm 2023

Căn cứ Luật Thanh niên ngày 16/6/2020;
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

"""
SECTIONS = {
    "aims": "I. MỤC ĐÍCH\n- Nghe thanh niên nói.\n",
    "time": "II. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: ngày 26/3/2023.\n2. Địa điểm: Hội trường A.\n",
    "people": "III. THÀNH PHẦN\n- Lãnh đạo Sở Nội vụ.\n",
    "topics": "IV. NỘI DUNG ĐỐI THOẠI\n1. Việc làm.\n",
    "tasks": "V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Tham mưu tổ chức Hội nghị.\n",
}
CLOSING = """
Trên đây là Kế hoạch đối thoại năm 2023./.

Nơi nhận:
- Tỉnh đoàn;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn An
"""


def text_with(*, head=HEAD, closing=CLOSING, after="", **sections):
    """A plan's text, some sections in other words; an empty string leaves one out."""
    return head + "\n".join((SECTIONS | sections).values()) + closing + after


def read(text, name="ke-hoach.txt"):
    """The plan a text holds."""
    return read_plan(open_source(text.encode(), name))


def read_with(**parts):
    """The plan of a short text with some parts in other words."""
    return read(text_with(**parts))
