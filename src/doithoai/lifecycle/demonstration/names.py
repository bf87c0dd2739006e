"""Invented names of people, the same ones every time."""

from collections.abc import Iterator, Sequence
from itertools import count

WOMEN = ("Thị", "Thị Kim", "Thị Thanh", "Thị Minh", "Thị Hồng", "Thu", "Ngọc", "Bích", "Thị Mỹ")
MEN = ("Văn", "Đức", "Quang", "Minh", "Hữu", "Xuân", "Công")
WOMEN_GIVEN = (
    *("Hạnh", "Thảo", "Nhung", "Hà", "Duyên", "Liên", "Mai", "Oanh", "Phượng", "Quyên", "Sen"),
    *("Tuyết", "Uyên", "Vân", "Xuân", "Yến", "Lan", "Bình", "Diệp", "Gấm", "Loan", "Nga", "Thoa"),
)
MEN_GIVEN = (
    *("An", "Bảo", "Cường", "Dũng", "Hiếu", "Hùng", "Khánh", "Lâm", "Nam", "Phong", "Quân"),
    *("Sơn", "Thành", "Toàn", "Trung", "Tuấn", "Việt", "Vinh", "Giang", "Kiên", "Lộc"),
)


def invented(families: Sequence[str], start: int, women_of_ten: int) -> Iterator[str]:
    """Endless different names from number `start` on; so many of ten are women's."""
    for number in count(start):
        middle, given = (WOMEN, WOMEN_GIVEN) if number % 10 < women_of_ten else (MEN, MEN_GIVEN)
        family = families[number * 7 % len(families)]
        yield f"{family} {middle[number // 3 % len(middle)]} {given[number * 5 % len(given)]}"
