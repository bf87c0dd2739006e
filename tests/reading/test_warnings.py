"""What a plan is warned about, what is left unread, and what is no plan."""

from contextlib import suppress

import pytest

from doithoai.reading import NotAPlan, Unreadable, plan_as_json

from .plans_in_words import CLOSING, HEAD, read, read_with, text_with
from .test_tables import SEATS


def codes(plan):
    return {warning.code for warning in plan.warnings}


def test_a_plan_in_order_has_no_warning():
    assert read_with().warnings == ()


@pytest.mark.parametrize(
    "parts, code",
    [
        ({"after": SEATS}, "section_sum"),
        ({"after": SEATS}, "total_sum"),
        (
            {"after": SEATS, "people": "III. THÀNH PHẦN (50 đại biểu)\n- Lãnh đạo.\n"},
            "delegates_differ",
        ),
        ({"time": "II. THỜI GIAN: Dự kiến ngày 26/3/2023.\n"}, "tentative_day"),
        ({"time": "II. THỜI GIAN: Trong tháng 3/2023.\n"}, "no_day"),
        ({"time": "II. THỜI GIAN: Ngày 17 hoặc 18/3/2023.\n"}, "several_days"),
        ({"time": "II. THỜI GIAN: Ngày 26/3/2022.\n"}, "day_before_issue"),
        ({"time": ""}, "no_time"),
        ({"head": HEAD.replace("15/KH-UBND", "      /KH-UBND")}, "no_number"),
        ({"closing": CLOSING.replace("Nguyễn Văn An", "")}, "no_signer"),
    ],
)
def test_a_doubt_is_told(parts, code):
    assert code in codes(read_with(**parts))


@pytest.mark.parametrize(
    "deadline, code",
    [
        ("trước ngày 30/4/2023", "due_after_conference"),
        ("trước ngày 01/3/2023", "due_before_issue"),
        ("trước ngày 20/3", "due_without_year"),
        ("trước Hội nghị 05 ngày", "due_without_day"),
    ],
)
def test_a_doubtful_deadline_is_told(deadline, code):
    tasks = f"V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Gửi giấy mời {deadline}.\n"
    assert code in codes(read_with(tasks=tasks))


def test_every_warning_shows_where_it_comes_from():
    (warning,) = [w for w in read_with(after=SEATS).warnings if w.code == "section_sum"]
    assert warning.message.startswith("Mục I: ghi 15 đại biểu, cộng các dòng được 13")
    assert warning.places[0].text == "Cấp tỉnh"


def test_a_listing_that_does_not_match_its_seats_is_told():
    after = "\nDANH SÁCH\nTT\tThành phần\tSố lượng\n1\tCác sở: Nội vụ; Y tế; Tài chính\t05\n"
    assert "listing_differs" in codes(read_with(after=after + "2\tSở B\t3\n"))


def test_what_went_nowhere_is_unread():
    people = "III. THÀNH PHẦN\n- Lãnh đạo tỉnh.\nVI. KHEN THƯỞNG\nKhen tập thể xuất sắc.\n"
    assert [fact.value for fact in read_with(people=people).unread] == [
        "KHEN THƯỞNG",
        "Khen tập thể xuất sắc.",
    ]


def test_a_plan_in_order_leaves_nothing_unread():
    assert read_with().unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "Xin chào, đây là một bức thư.\n",
        "BÁO CÁO\nKết quả công tác quý I năm 2024\n\nI. KẾT QUẢ\nĐã làm tốt.\n",
        "GIẤY MỜI\nHội nghị đối thoại với thanh niên\nThời gian: ngày 26/3/2023.\n",
    ],
)
def test_a_text_that_is_no_plan_is_refused(text):
    with pytest.raises(NotAPlan, match="không phải kế hoạch"):
        read(text)


def test_the_json_has_every_agreed_key_even_when_the_plan_is_silent():
    data = plan_as_json(read_with(time="", people=""))
    assert data["composition"] == []
    assert data["time"] == {"text": None, "date": None, "month": None, "tentative": False}
    assert data["places"]["title"]["line"] == 7


def test_a_plan_broken_off_anywhere_is_read_or_refused():
    lines = text_with(after=SEATS).split("\n")
    read_whole = 0
    for count in range(1, len(lines)):
        for part in (lines[:count], lines[count:]):
            with suppress(NotAPlan, Unreadable):
                plan_as_json(read("\n".join(part)))
                read_whole += 1
    assert read_whole > len(lines) // 2
