"""Bases, aims, topics, time, place, people, money and the end of a plan."""

import pytest

from doithoai.reading.bases import read_bases
from doithoai.reading.passages import passage_of

from .plans_in_words import CLOSING, read_with


def bases(*paragraphs):
    found = read_bases(passage_of(text, 1) for text in paragraphs)
    return [(basis.number, basis.date.isoformat() if basis.date else None) for basis in found]


def test_two_bases_in_one_sentence_are_two():
    text = "Căn cứ Luật Thanh niên ngày 16/6/2020; Nghị định số 13/2021/NĐ-CP ngày 01/3/2021;"
    assert bases(text) == [(None, "2020-06-16"), ("13/2021/NĐ-CP", "2021-03-01")]


def test_a_document_in_another_s_title_is_no_basis():
    text = (
        "Thực hiện Kế hoạch số 94-KH/TU, ngày 29/11/2021 của Tỉnh ủy về việc thực hiện "
        "Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị;"
    )
    assert bases(text) == [("94-KH/TU", "2021-11-29")]


def test_a_proposal_is_no_basis():
    assert bases("Theo đề nghị của Sở Nội vụ tại Tờ trình số 7/TTr-SNV ngày 02/3/2023.") == []


def test_purposes_and_requirements_may_stand_on_one_line():
    plan = read_with(aims="I. MỤC ĐÍCH, YÊU CẦU\n- Mục đích: Nghe dân.\n- Yêu cầu: Tiết kiệm.\n")
    assert [fact.value for fact in plan.purposes] == ["Nghe dân."]
    assert [fact.value for fact in plan.requirements] == ["Tiết kiệm."]


def test_a_demand_without_a_subheading_is_a_requirement():
    plan = read_with(
        aims="I. MỤC ĐÍCH, YÊU CẦU\n- Lắng nghe thanh niên.\n- Việc tổ chức phải tiết kiệm.\n"
    )
    assert [fact.value for fact in plan.purposes] == ["Lắng nghe thanh niên."]
    assert [fact.value for fact in plan.requirements] == ["Việc tổ chức phải tiết kiệm."]


def test_topics_leave_out_the_announcement_above_them():
    plan = read_with(
        topics="IV. NỘI DUNG\n1. Chủ đề: “Khởi nghiệp”.\n2. Nội dung đối thoại\nTập trung vào:\n"
        "- Việc làm...\n- Nhà ở;\n3. Hình thức: Trực tuyến.\n"
    )
    assert [fact.value for fact in plan.topics] == ["Việc làm", "Nhà ở"]
    assert plan.theme.value == "Khởi nghiệp"
    assert plan.form.value == "Trực tuyến."


@pytest.mark.parametrize(
    "stated, date, month, tentative",
    [
        ("8 giờ 00, ngày 26/3/2023.", "2023-03-26", "2023-03", False),
        ("Dự kiến ngày 26/3 (sẽ có Giấy mời sau).", "2023-03-26", "2023-03", True),
        ("Trong tháng 10/2023 (thời gian cụ thể thông báo sau).", None, "2023-10", True),
        ("Ngày 17 hoặc 18/11/2023.", None, "2023-11", False),
        ("Từ ngày 15/9 đến ngày 25/9/2023.", None, "2023-09", False),
        ("Quý III/2023.", None, None, False),
    ],
)
def test_the_time_is_a_day_a_month_or_open(stated, date, month, tentative):
    schedule = read_with(time=f"II. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: {stated}\n").schedule
    assert (schedule.date.isoformat() if schedule.date else None) == date
    assert (schedule.month, schedule.tentative, schedule.text) == (month, tentative, stated)


def test_time_and_place_in_one_sentence_are_parted():
    plan = read_with(
        time="II. THỜI GIAN, ĐỊA ĐIỂM: 8 giờ ngày 26/3/2023, tại Hội trường UBND tỉnh.\n"
    )
    assert plan.schedule.text == "8 giờ ngày 26/3/2023"
    assert plan.venue.value == "Hội trường UBND tỉnh"


def test_the_words_before_a_list_of_sessions_are_part_of_the_time():
    schedule = read_with(
        time="II. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: Hội nghị có 02 phiên trong ngày 26/3/2023:\n"
        "- Phiên sáng: từ 8h00;\n- Phiên chiều: từ 14h00.\n"
    ).schedule
    assert schedule.text.startswith("Hội nghị có 02 phiên trong ngày 26/3/2023: Phiên sáng")
    assert schedule.date.isoformat() == "2023-03-26"


def test_several_bridges_are_one_place():
    plan = read_with(
        time="II. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 26/3/2023\n2. Địa điểm:\n"
        "- Điểm cầu tỉnh: Hội trường A;\n- Điểm cầu xã: trụ sở UBND xã.\n"
    )
    assert plan.venue.value == "Điểm cầu tỉnh: Hội trường A; Điểm cầu xã: trụ sở UBND xã"


@pytest.mark.parametrize(
    "people, expected",
    [
        ("III. THÀNH PHẦN (dự kiến 150 đại biểu)\n- Lãnh đạo tỉnh.\n", 150),
        ("III. THÀNH PHẦN\nTổng số: 1.200 đại biểu, gồm:\n1. Tỉnh (60 người)\n- Sở A.\n", 1200),
        ("III. THÀNH PHẦN\n1. Cấp tỉnh (60 người)\n- Sở A.\n2. Xã (90 người)\n- Xã B.\n", None),
        ("III. THÀNH PHẦN\n- Lãnh đạo tỉnh.\n", None),
    ],
)
def test_the_number_of_delegates_is_the_whole_conference_s(people, expected):
    found = read_with(people=people).expected_delegates
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    "lead",
    [
        "Tổng số đại biểu: 90 người, gồm các nhóm nêu tại bảng dưới đây.",
        "Tổng số 90 đại biểu, cụ thể theo Phụ lục I kèm theo.",
        "Mỗi điểm cầu: 90 đại biểu",
    ],
)
def test_a_sentence_of_totals_names_nobody(lead):
    plan = read_with(people=f"III. THÀNH PHẦN\n{lead}\n- Lãnh đạo tỉnh.\n")
    assert [entry.value for group in plan.composition for entry in group.entries] == [
        "Lãnh đạo tỉnh"
    ]


def test_groups_are_named_without_their_numbers():
    plan = read_with(
        people="III. THÀNH PHẦN\n1. Chủ trì: Chủ tịch UBND tỉnh.\n"
        "2. Đại biểu thanh niên (90 người), gồm:\n- Cán bộ đoàn;\n- Sinh viên.\n"
    )
    found = [(group.name, [entry.value for entry in group.entries]) for group in plan.composition]
    assert found == [
        ("Chủ trì", ["Chủ tịch UBND tỉnh"]),
        ("Đại biểu thanh niên", ["Cán bộ đoàn", "Sinh viên"]),
    ]


def test_what_the_plan_does_not_say_is_absent():
    plan = read_with(time="", people="", topics="")
    assert (plan.schedule, plan.venue, plan.expected_delegates) == (None, None, None)
    assert (plan.theme, plan.form, plan.funding, plan.quota_total) == (None, None, None, None)
    assert (plan.composition, plan.topics, plan.programme, plan.quotas) == ((), (), (), ())


def test_recipients_and_signer_may_stand_side_by_side():
    closing = (
        "\nNơi nhận:                          TM. ỦY BAN NHÂN DÂN\n"
        "- Tỉnh đoàn;                            KT. CHỦ TỊCH\n"
        "- Lưu: VT.                            PHÓ CHỦ TỊCH\n"
        "                                          (Đã ký)\n"
        "                                     Trần Thị Bích Hà\n"
    )
    plan = read_with(closing=closing)
    assert [fact.value for fact in plan.recipients] == ["Tỉnh đoàn", "Lưu: VT"]
    assert (plan.signer.title, plan.signer.name) == ("PHÓ CHỦ TỊCH", "Trần Thị Bích Hà")


def test_a_recipient_broken_over_two_lines_is_one():
    closing = CLOSING.replace("- Tỉnh đoàn;", "- Các sở, ban, ngành,\nđoàn thể tỉnh;")
    assert read_with(closing=closing).recipients[0].value == "Các sở, ban, ngành, đoàn thể tỉnh"


def test_recipients_may_stand_in_one_paragraph():
    closing = "\nNơi nhận: Tỉnh đoàn; các sở, ngành; Lưu: VT.\n\nCHỦ TỊCH\n\nNguyễn Văn An\n"
    plan = read_with(closing=closing)
    assert [fact.value for fact in plan.recipients] == ["Tỉnh đoàn", "các sở, ngành", "Lưu: VT"]


def test_the_seats_of_one_group_are_not_the_whole_conference_s():
    people = "III. THÀNH PHẦN\n1. Cấp tỉnh: 40 đại biểu.\n2. Cấp xã:\n- Xã A: 30 đại biểu.\n"
    plan = read_with(people=people)
    assert plan.expected_delegates is None
    assert [entry.value for group in plan.composition for entry in group.entries] == [
        "Cấp tỉnh: 40 đại biểu",
        "Xã A: 30 đại biểu",
    ]


def test_semicolons_after_gom_part_the_entries_of_a_group():
    people = "III. THÀNH PHẦN\n1. Đại biểu cấp tỉnh gồm: Thường trực HĐND; Sở Y tế.\n"
    (group,) = read_with(people=people).composition
    assert [entry.value for entry in group.entries] == ["Thường trực HĐND", "Sở Y tế"]
