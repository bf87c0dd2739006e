"""Tasks under headings, in sentences and in tables."""

import pytest

from .plans_in_words import CLOSING, read_with


def tasks(body):
    plan = read_with(tasks="V. TỔ CHỨC THỰC HIỆN\n" + body)
    return [(list(task.units), task.text) for task in plan.tasks]


def test_every_bullet_under_a_unit_is_a_task_of_it():
    assert tasks("1. Sở Nội vụ\n- Tham mưu.\n- Tổng hợp;\n2. Tỉnh đoàn\n- Cử đại biểu.\n") == [
        (["Sở Nội vụ"], "Tham mưu."),
        (["Sở Nội vụ"], "Tổng hợp"),
        (["Tỉnh đoàn"], "Cử đại biểu."),
    ]


@pytest.mark.parametrize(
    "body, expected",
    [
        ("1. Sở Tài chính\nThẩm định dự toán.\n", (["Sở Tài chính"], "Thẩm định dự toán.")),
        ("1. Sở Tài chính: Thẩm định dự toán.\n", (["Sở Tài chính"], "Thẩm định dự toán.")),
        ("- Sở Tài chính: thẩm định dự toán.\n", (["Sở Tài chính"], "thẩm định dự toán.")),
        ("- Sở Tài chính:\n+ Thẩm định dự toán.\n", (["Sở Tài chính"], "Thẩm định dự toán.")),
        ("1. Giao Sở Y tế chủ trì trực cấp cứu.\n", (["Sở Y tế"], "chủ trì trực cấp cứu.")),
        ("Sở Y tế:\n- Trực cấp cứu.\n", (["Sở Y tế"], "Trực cấp cứu.")),
        (
            "1. Sở Y tế có trách nhiệm:\na) Trực cấp cứu.\n",
            (["Sở Y tế"], "Trực cấp cứu."),
        ),
        (
            "1. Văn phòng UBND tỉnh (cơ quan thường trực)\n- Gửi giấy mời.\n",
            (["Văn phòng UBND tỉnh"], "Gửi giấy mời."),
        ),
        (
            "Công chức Văn phòng - Thống kê:\n- Gửi giấy mời.\n",
            (["Công chức Văn phòng - Thống kê"], "Gửi giấy mời."),
        ),
        ("1. Trưởng các thôn\n- Họp dân.\n", (["Trưởng các thôn"], "Họp dân.")),
        (
            "1. Các sở, ngành được giao trả lời\n- Gửi văn bản trả lời.\n",
            (["Các sở, ngành được giao trả lời"], "Gửi văn bản trả lời."),
        ),
        (
            "1. Các sở, ngành được giao nhiệm vụ chịu trách nhiệm:\n- Gửi văn bản.\n",
            (["Các sở, ngành"], "Gửi văn bản."),
        ),
        (
            "1. Sở Nội vụ (Thường trực Ban Tổ chức)\n- Tổng hợp.\n",
            (["Sở Nội vụ"], "Tổng hợp."),
        ),
        (
            "1. Cục Hải quan (Chi cục Hải quan Lạng Sơn)\n- Trả lời.\n",
            (["Cục Hải quan (Chi cục Hải quan Lạng Sơn)"], "Trả lời."),
        ),
    ],
)
def test_a_unit_and_its_task_are_told_apart(body, expected):
    assert tasks(body) == [expected]


def test_a_short_heading_among_agencies_is_an_agency():
    body = (
        "1. Sở Y tế\n- Trực.\n2. Công an tỉnh\n- Bảo vệ.\n3. Thành viên Tổ giúp việc\n- Ghi chép.\n"
    )
    assert tasks(body)[2] == (["Thành viên Tổ giúp việc"], "Ghi chép.")
    report = body.replace("Thành viên Tổ giúp việc", "Chế độ báo cáo")
    assert len(tasks(report)) == 2


def test_an_agency_and_its_work_may_share_a_sentence():
    body = "Sở Y tế trực cấp cứu.\nUBND tỉnh yêu cầu các đơn vị thực hiện.\nCông an tỉnh bảo vệ.\n"
    assert tasks(body) == [(["Sở Y tế"], "trực cấp cứu."), (["Công an tỉnh"], "bảo vệ.")]


@pytest.mark.parametrize(
    "last",
    [
        "Các ông (bà) Thủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Kế hoạch này.",
        "Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc thực hiện.",
        "Thủ trưởng các sở căn cứ nhiệm vụ được giao triển khai thực hiện.",
    ],
)
def test_an_order_to_everybody_at_the_end_is_no_task(last):
    plan = read_with(
        tasks=f"V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Trực.\n{last}\n", closing=CLOSING[1:]
    )
    assert [task.text for task in plan.tasks] == ["Trực."]


def test_a_duty_that_announces_a_list_is_a_task_and_a_label_is_none():
    body = "1. Sở Nội vụ\n- Soạn các tài liệu sau:\n+ Bài khai mạc;\n- Chủ trì:\n+ Mời đại biểu.\n"
    assert [text for _, text in tasks(body)] == [
        "Soạn các tài liệu sau:",
        "Bài khai mạc",
        "Mời đại biểu.",
    ]


@pytest.mark.parametrize(
    "text, role",
    [
        ("Phối hợp với Sở Y tế chuẩn bị.", "support"),
        ("Chủ động phối hợp với Sở Y tế chuẩn bị.", "support"),
        ("Có trách nhiệm phối hợp với Sở Y tế.", "support"),
        ("Theo chức năng, nhiệm vụ phối hợp với Sở Y tế thực hiện.", "support"),
        ("Chủ trì, phối hợp với Sở Y tế chuẩn bị.", "lead"),
        ("Cử cán bộ phối hợp với Sở Y tế.", "lead"),
    ],
)
def test_who_begins_with_phoi_hop_supports(text, role):
    plan = read_with(tasks=f"V. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\n- {text}\n")
    assert [task.role for task in plan.tasks] == [role]


TABLE = """V. PHÂN CÔNG
TT\tThời hạn\tPhối hợp\tNội dung công việc\tChủ trì
1\tTrước 10/3/2023\tTỉnh đoàn, Sở Y tế\tThu phiếu hỏi\tSở Nội vụ
2\tTháng 3/2023\t\tThông báo kết luận\t
"""


def test_a_table_is_read_by_its_headings_in_any_order():
    first, second = read_with(tasks=TABLE).tasks
    assert (first.units, first.text, first.partners) == (
        ("Sở Nội vụ",),
        "Thu phiếu hỏi",
        ("Tỉnh đoàn", "Sở Y tế"),
    )
    assert first.due.value.isoformat() == "2023-03-10"
    assert second.units == ("Sở Nội vụ",), "an empty cell belongs to the unit above"
    assert second.due.value.isoformat() == "2023-03-31"


def test_departments_listed_in_a_sentence_are_told_from_their_duty():
    body = "1. Các Sở: Công Thương, Xây dựng, Cục Thuế tỉnh trả lời kiến nghị.\n"
    assert tasks(body) == [
        (["Sở Công Thương", "Sở Xây dựng", "Cục Thuế tỉnh"], "trả lời kiến nghị.")
    ]


def test_a_paragraph_without_a_unit_is_no_task():
    plan = read_with(
        tasks="V. TỔ CHỨC THỰC HIỆN\nI. Chế độ báo cáo\nCác đơn vị báo cáo hằng tuần.\n"
    )
    assert plan.tasks == ()
    assert "Các đơn vị báo cáo hằng tuần." in [fact.value for fact in plan.unread]


def test_the_last_sentence_of_the_plan_is_no_task():
    assert len(read_with().tasks) == 1


def test_funding_among_the_duties_is_funding():
    plan = read_with(
        tasks="V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Tham mưu.\n2. Kinh phí: Ngân sách tỉnh.\n"
    )
    assert len(plan.tasks) == 1
    assert plan.funding.value == "Ngân sách tỉnh."
