"""Which units a line names, where a person stands in protocol, who is the same person."""

import pytest

from doithoai.delegates.naming import rank_of, same_person, units_named
from doithoai.delegates.seating import Protocol

KNOWN = {
    *("Sở Nội vụ", "Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"),
    *("Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "Hội Nông dân tỉnh", "Ngân hàng Nhà nước"),
}


def named(text):
    found = units_named(text, lambda name: name if name in KNOWN else None)
    return list(found.units), list(found.unknown)


@pytest.mark.parametrize(
    "text, units, unknown",
    [
        ("Lãnh đạo Tỉnh ủy", ["Tỉnh ủy"], []),
        ("Đồng chí Trưởng Ban Dân vận Tỉnh ủy", ["Ban Dân vận Tỉnh ủy"], []),
        (
            "Lãnh đạo các sở, ngành: Nội vụ; Văn hóa, Thể thao và Du lịch; Công an tỉnh.",
            ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"],
            [],
        ),
        (
            "Lãnh đạo các sở: Nội vụ, Văn hóa, Thể thao và Du lịch, Tài chính",
            ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Tài chính"],
            [],
        ),
        (
            "Lãnh đạo: Công an tỉnh, Hội Nông dân tỉnh, Hội Sinh viên tỉnh",
            ["Công an tỉnh", "Hội Nông dân tỉnh"],
            ["Hội Sinh viên tỉnh"],
        ),
        (
            "Phóng viên Ngân hàng Nhà nước và Công an tỉnh",
            ["Ngân hàng Nhà nước", "Công an tỉnh"],
            [],
        ),
        ("Ngân hàng Nhà nước (dự và đưa tin)", ["Ngân hàng Nhà nước"], []),
        ("Lãnh đạo: Nội vụ; Công an tỉnh; Công an tỉnh", ["Công an tỉnh"], ["Nội vụ"]),
        ("Cán bộ Hội, hội viên", [], ["Cán bộ Hội", "hội viên"]),
    ],
)
def test_a_line_names_its_units_once_each(text, units, unknown):
    assert named(text) == (units, unknown)


@pytest.mark.parametrize(
    "post, organisation, standing",
    [
        ("Thứ trưởng", "Bộ Nội vụ", Protocol.SUPERIOR),
        ("Phó Bí thư", "Tỉnh ủy", Protocol.PARTY),
        ("Trưởng Ban", "Ban Dân vận Tỉnh ủy", Protocol.PARTY_BOARD),
        ("Phó Chủ tịch", "Hội đồng nhân dân tỉnh", Protocol.COUNCIL),
        ("Chủ tịch", "Ủy ban nhân dân tỉnh", Protocol.COMMITTEE),
        ("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh", Protocol.DEPARTMENT),
        ("Chủ tịch", "Liên đoàn Lao động tỉnh", Protocol.FRONT),
        ("Giám đốc", "Sở Tài chính", Protocol.DEPARTMENT),
        ("Chủ tịch", "Ủy ban nhân dân huyện Cái Bè", Protocol.LOCALITY),
        ("Chủ tịch", "UBND thành phố Mỹ Tho", Protocol.LOCALITY),
        ("Chủ tịch", "UBND thành phố Hải Phòng", Protocol.COMMITTEE),
        ("Nông dân", "Hợp tác xã Tân Phú", Protocol.LOCALITY),
        ("Giám đốc", "Sở Lao động - Thương binh và Xã hội", Protocol.DEPARTMENT),
        ("Giám đốc", "Sở Xây dựng", Protocol.DEPARTMENT),
        ("Trưởng ban", "Ban Dân tộc tỉnh", Protocol.DEPARTMENT),
        ("Lãnh đạo", "Tổng Liên đoàn Lao động Việt Nam", Protocol.SUPERIOR),
        ("Bí thư", "Tỉnh đoàn", Protocol.FRONT),
        ("Chuyên viên", "Liên đoàn Lao động tỉnh", Protocol.PARTICIPANT),
        ("Công nhân", "Công ty May Sông Tiền", Protocol.PARTICIPANT),
    ],
)
def test_post_and_organisation_propose_a_standing(post, organisation, standing):
    rank = rank_of("delegate", post=post, organisation=organisation)
    assert standing <= rank <= standing + 4


def test_heads_come_before_deputies_before_others_before_heads_of_divisions():
    posts = ["Giám đốc", "Phó Giám đốc", "Lãnh đạo", "Phó Trưởng phòng", "Chuyên viên"]
    ranks = [rank_of("delegate", post=post, organisation="Sở Y tế") for post in posts]

    assert ranks == [60, 62, 63, 64, 83]


def test_the_head_of_a_board_heads_more_than_a_division():
    assert rank_of("delegate", post="Trưởng ban", organisation="Ban Dân vận Tỉnh ủy") == 55
    assert rank_of("delegate", post="Chánh Văn phòng", organisation="Văn phòng UBND tỉnh") == 60
    for post in ("Trưởng ban", "Chánh Văn phòng"):
        assert rank_of("delegate", post=post, organisation="Liên đoàn Lao động tỉnh") == 54


def test_press_and_staff_stand_last_whatever_their_post():
    assert rank_of("press", post="Tổng Biên tập") == Protocol.PRESS
    assert rank_of("staff", post="Giám đốc", organisation="Tỉnh ủy") == Protocol.STAFF


def test_the_same_name_and_place_is_one_person_unless_phones_differ():
    lan = ("Nguyễn Thị Lan", "Hội Phụ nữ xã Tân Phú", "")

    assert same_person(lan, ("nguyễn thị  lan", "Hội phụ nữ xã Tân Phú", "0912345678"))
    assert same_person(lan, ("Nguyen Thi Lan", "Hoi Phu nu xa Tan Phu", ""))
    assert not same_person(lan, ("Nguyễn Thị Lan", "Hội Phụ nữ xã Mỹ Lợi", ""))
    assert not same_person(lan, ("Nguyễn Thị Lân", "Hội Phụ nữ xã Tân Phú", ""))
    assert not same_person((*lan[:2], "0912345678"), (*lan[:2], "0987654321"))
    assert not same_person(("", "Sở Y tế", ""), ("", "Sở Y tế", ""))
