"""The district or commune in what a sender wrote of themselves."""

import pytest

from doithoai.questions.rules.places import ELSEWHERE, place_of


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("Thị trấn Vàm Láng, huyện Gò Công Đông", "huyện Gò Công Đông"),
        ("Hội Liên hiệp Phụ nữ huyện Cái Bè", "huyện Cái Bè"),
        ("ấp 3, xã Tân Lý Tây", "xã Tân Lý Tây"),
        ("Phường 5, TP. Mỹ Tho", "thành phố Mỹ Tho"),
        ("phường 10", "phường 10"),
        ("TX Cai Lậy", "thị xã Cai Lậy"),
        ("Xã Long Bình Điền, Huyện Chợ Gạo, tỉnh Tiền Giang", "huyện Chợ Gạo"),
        ("Công nhân Công ty may tại Khu công nghiệp Mỹ Tho", ELSEWHERE),
        ("người lao động ngành y tế", ELSEWHERE),
        ("", ELSEWHERE),
    ],
)
def test_the_district_counts_else_the_commune(unit, place):
    assert place_of(unit) == place
