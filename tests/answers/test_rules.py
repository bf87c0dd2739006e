"""Advice on answers: what an answer still lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.answers.rules import four_parts

SINCE = date(2024, 10, 7)
WHOLE = (
    "Việc cho vay thực hiện theo Nghị định số 61/2015/NĐ-CP ngày 09/7/2015 của Chính phủ.\n\n"
    "Sở Y tế sẽ mở hai lớp tập huấn tại xã Phú Tân trước ngày 15/11/2024."
)


def test_a_whole_answer_has_its_four_parts():
    parts = four_parts(WHOLE, since=SINCE, units=["Sở Y tế", "Sở Nội vụ"])

    assert [(part.key, part.found, part.words) for part in parts] == [
        ("basis", True, "Nghị định 61/2015/NĐ-CP"),
        ("action", True, "Sở Y tế sẽ mở hai lớp tập huấn tại xã Phú Tân trước ngày 15/11/2024"),
        ("unit", True, "Sở Y tế"),
        ("deadline", True, "15/11/2024"),
    ]


def missing(body):
    return [part.key for part in four_parts(body, since=SINCE) if not part.found]


@pytest.mark.parametrize(
    "body, absent",
    [
        ("", ["basis", "action", "unit", "deadline"]),
        (
            "Thời gian tới, ngành tiếp tục quan tâm, phối hợp tham mưu, tạo điều kiện.",
            ["basis", "action", "unit", "deadline"],
        ),
        (
            "Theo Quyết định số 919/QĐ-TTg ngày 01/8/2022 của Thủ tướng Chính phủ.",
            ["action", "unit", "deadline"],
        ),
        ("Sở Xây dựng sẽ kiểm tra các nhà trọ.", ["basis", "deadline"]),
        ("Sở Xây dựng kiểm tra các nhà trọ trong quý IV năm 2024.", ["basis"]),
        ("Sở Xây dựng đã kiểm tra các nhà trọ ngày 5/3/2023.", ["basis", "deadline"]),
    ],
)
def test_what_an_answer_lacks_is_named(body, absent):
    assert missing(body) == absent


def test_the_day_of_a_cited_paper_is_no_deadline():
    body = "Sở Y tế mở lớp theo Kế hoạch số 12/KH-UBND ngày 20/12/2024."

    assert "deadline" in missing(body)


WORK = "Sở Y tế sẽ kiểm tra " + " và ".join(["từng điểm trường mầm non của tỉnh"] * 3)
MORE = "báo cáo Ủy ban nhân dân tỉnh kết quả kiểm tra cùng danh sách điểm trường phải sửa chữa"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"{WORK}.", WORK),
        (f"{WORK}, {MORE}.", WORK),
        (f"Căn cứ tình hình, {WORK}, {MORE}, {MORE}.", f"Căn cứ tình hình, {WORK}"),
        (f"{WORK} {MORE}.", f"{WORK} {MORE}"),
        (f"{WORK} {MORE} {MORE}, rồi {MORE}.", f"{WORK} {MORE} {MORE}"),
        (f"Theo đó, căn cứ tình hình, {WORK} {MORE}.", f"Theo đó, căn cứ tình hình, {WORK} {MORE}"),
    ],
)
def test_a_promise_is_told_in_whole_clauses(body, told):
    assert four_parts(body, since=SINCE)[1].words == told


@given(st.text(max_size=300))
def test_any_body_gets_four_parts(body):
    keys = [part.key for part in four_parts(body, since=SINCE)]

    assert keys == ["basis", "action", "unit", "deadline"]
