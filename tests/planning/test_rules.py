"""Names, milestones and roles, decided without a database."""

from datetime import date

from doithoai.planning.rules import (
    SECTIONS,
    milestones_around,
    missing_before_opening,
    propose_roles,
    slug_for,
)


def test_an_address_is_short_and_without_marks():
    assert slug_for("dong-thap-2025", "cán bộ, hội viên, phụ nữ", 2026) == (
        "dong-thap-can-bo-hoi-vien-2026"
    )


def test_the_law_of_youth_dialogues_gives_the_days_around():
    found = milestones_around(
        date(2024, 10, 24), [(date(2024, 10, 9), "Gửi câu hỏi")], issued_on=date(2024, 7, 12)
    )

    assert [(m.due, m.name) for m in found] == [
        (date(2024, 7, 12), "Ban hành kế hoạch"),
        (date(2024, 9, 24), "Công bố kế hoạch, chương trình"),
        (date(2024, 10, 9), "Gửi câu hỏi"),
        (date(2024, 10, 24), "Hội nghị"),
        (date(2024, 11, 3), "Công bố thông báo kết luận"),
    ]
    assert "khoản 2 Điều 10 Luật Thanh niên 2020" in found[1].reason


def test_without_a_day_nothing_is_invented():
    assert milestones_around(None, [], issued_on=None) == []


def test_roles_are_proposed_from_the_words_of_tasks():
    tasks = [
        {"units": ["Văn phòng UBND tỉnh"], "text": "Phát hành giấy mời."},
        {"units": ["Liên đoàn Lao động tỉnh"], "text": "Tiếp nhận, tổng hợp câu hỏi."},
        {"units": ["Sở Tài chính"], "text": "Thẩm định dự toán."},
        {"units": ["Công an tỉnh"], "text": "Bảo đảm an ninh."},
        {"units": ["Các sở, ngành"], "text": "Trả lời câu hỏi được tổng hợp."},
    ]
    proposed = propose_roles(tasks)

    assert {role: p.unit for role, p in proposed.items()} == {
        "office": "Văn phòng UBND tỉnh",
        "host": "Liên đoàn Lao động tỉnh",
        "finance": "Sở Tài chính",
    }
    assert proposed["host"].reason == "Tiếp nhận, tổng hợp câu hỏi."


def test_everything_missing_is_said_as_a_thing_to_do():
    missing = missing_before_opening({"warnings": [{}], "number": "1/KH-UBND"}, {}, [], [])

    assert len(missing) == len(SECTIONS) + 1 + 3 + 3 + 1
    assert "Nhập ngày ban hành, vì kế hoạch đã có số." in missing
