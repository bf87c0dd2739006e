"""Labelled statements wherever a plan puts them: form and theme."""

import json

import pytest

from doithoai.reading import plan_as_json

from .plans_in_words import read_with

ROOFS = ["THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN", "THÀNH PHẦN, SỐ LƯỢNG", "NỘI DUNG, THÀNH PHẦN"]


def with_line_among_people(roof, line):
    return read_with(people=f"III. {roof}\n1. {line}\n2. Thành phần\n- Lãnh đạo Sở Y tế.\n")


def people_of(plan):
    return [entry.value for group in plan.composition for entry in group.entries]


@pytest.mark.parametrize("roof", ROOFS)
@pytest.mark.parametrize("label", ["Hình thức", "Hình thức tổ chức", "Phương thức tổ chức"])
def test_the_form_may_stand_among_the_people(roof, label):
    plan = with_line_among_people(roof, f"{label}: Trực tiếp.")
    assert plan.form.value == "Trực tiếp."
    assert people_of(plan) == ["Lãnh đạo Sở Y tế"]


@pytest.mark.parametrize("roof", ROOFS)
def test_the_theme_may_stand_among_the_people(roof):
    plan = with_line_among_people(roof, "Chủ đề: “Chung tay xây dựng quê hương”.")
    assert plan.theme.value == "Chung tay xây dựng quê hương"
    assert people_of(plan) == ["Lãnh đạo Sở Y tế"]


@pytest.mark.parametrize("roof", ROOFS)
@pytest.mark.parametrize("label", ["Hình thức", "Chủ đề", "Thời gian", "Ngôn ngữ", "Kinh phí"])
def test_no_labelled_line_vanishes(roof, label):
    plan = with_line_among_people(roof, f"{label}: Một điều riêng của kế hoạch.")
    assert "Một điều riêng của kế hoạch" in json.dumps(plan_as_json(plan), ensure_ascii=False)


def test_a_second_form_is_left_unread_and_not_lost():
    plan = read_with(
        topics="IV. NỘI DUNG\n1. Hình thức: Trực tiếp.\n2. Hình thức: Trực tuyến.\n- Việc làm.\n"
    )
    assert plan.form.value == "Trực tiếp."
    assert "Hình thức: Trực tuyến." in [fact.value for fact in plan.unread]


def test_a_reference_and_the_closing_formula_are_neither_facts_nor_unread():
    plan = read_with(
        people="III. THÀNH PHẦN\n- Lãnh đạo Sở Y tế.\n(Phân bổ đại biểu tại Phụ lục I)\n"
    )
    assert (people_of(plan), plan.unread) == (["Lãnh đạo Sở Y tế"], ())
