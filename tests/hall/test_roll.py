"""Who came and who chaired, as the minutes say it."""

import pytest

from doithoai.delegates.states import AttendanceState, DelegateState
from doithoai.hall.actions import draft_minutes
from doithoai.hall.roll import Group, Person, chair_words, roll_lines
from tests.builders_delegates import a_delegate, a_line
from tests.builders_hall import a_driver, a_hall_conference, a_session

TITLE = "Chủ tịch Ủy ban nhân dân tỉnh"


def test_the_roll_adds_up_in_all_and_by_group():
    groups = [
        Group("Cấp tỉnh", 63, present=58, online=1, excused=3, absent=1),
        Group("Cấp huyện", 25, present=20, absent=5),
    ]

    assert roll_lines(groups, ["Sở Y tế", "Hội Nông dân tỉnh"]) == (
        "Tổng số: có mặt 79 trên 88 đại biểu được mời; dự trực tuyến 1; vắng có lý do 3; "
        "vắng không lý do 6.",
        "Cấp tỉnh: có mặt 59 trên 63 đại biểu được mời; dự trực tuyến 1; vắng có lý do 3; "
        "vắng không lý do 1.",
        "Cấp huyện: có mặt 20 trên 25 đại biểu được mời; vắng không lý do 5.",
        "Cơ quan, đơn vị có đại biểu dự (2): Sở Y tế; Hội Nông dân tỉnh.",
    )


def test_who_was_not_marked_is_told_apart_from_who_stayed_away():
    assert roll_lines([Group("Cấp tỉnh", 4, present=1, absent=1)], []) == (
        "Tổng số: có mặt 1 trên 4 đại biểu được mời; vắng không lý do 1; chưa điểm danh 2.",
    )


@pytest.mark.parametrize("groups", [[], [Group("Cấp tỉnh", 4)]])
def test_no_roll_kept_says_nothing(groups):
    assert roll_lines(groups, []) == ()


@pytest.mark.parametrize(
    "post, bears",
    [
        ("CHỦ TỊCH", True),
        ("Chủ tịch UBND tỉnh", True),
        ("Chủ tịch, Ủy ban nhân dân tỉnh Tiền Giang", True),
        ("Phó Chủ tịch", False),
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", False),
        ("Chủ tịch Hội Nông dân tỉnh", False),
    ],
)
def test_only_who_bears_the_title_is_named_as_chair(post, bears):
    name = "Trần Văn Tám" if bears else "(ghi họ tên)"

    assert chair_words(TITLE, [Person("Trần Văn Tám", post)]) == f"{name}, {TITLE}"


@pytest.mark.django_db
def test_the_minutes_name_the_chair_and_count_who_came():
    conference = a_hall_conference(
        chair_title=TITLE, signer_title="CHỦ TỊCH", signer_name="Lê Văn Chín"
    )
    line = a_line(conference, name="SỞ, NGÀNH TỈNH")
    for state in (AttendanceState.PRESENT, AttendanceState.PRESENT, AttendanceState.ABSENT):
        a_delegate(
            conference,
            state=DelegateState.ACCEPTED,
            quota_line=line,
            attendance=state,
            agency=conference.host,
        )
    session = a_session(conference)
    by = a_driver(session)
    body = draft_minutes(session, version=0, by=by).body

    assert f"Chủ trì: Lê Văn Chín, {TITLE}" in body
    assert "- Tổng số: có mặt 2 trên 3 đại biểu được mời; vắng không lý do 1." in body
    assert f"- Cơ quan, đơn vị có đại biểu dự (1): {conference.host.name}." in body


@pytest.mark.django_db
def test_the_chair_who_came_goes_before_who_signed_the_plan():
    conference = a_hall_conference(
        chair_title=TITLE, signer_title="CHỦ TỊCH", signer_name="Lê Văn Chín"
    )
    for name, post in (("Phan Thị Ba", "Phó Chủ tịch"), ("Võ Văn Năm", "Chủ tịch")):
        a_delegate(
            conference,
            state=DelegateState.ACCEPTED,
            full_name=name,
            post=post,
            agency=conference.chair,
        )
    session = a_session(conference)
    body = draft_minutes(session, version=0, by=a_driver(session)).body

    assert f"Chủ trì: Võ Văn Năm, {TITLE}" in body


@pytest.mark.django_db
def test_without_a_roll_the_secretary_is_told_to_count():
    session = a_session(a_hall_conference())
    by = a_driver(session)
    body = draft_minutes(session, version=0, by=by).body

    assert "- (chưa điểm danh: ghi số có mặt" in body
    assert f"Thư ký: {by.full_name}, {by.agency}" in body
