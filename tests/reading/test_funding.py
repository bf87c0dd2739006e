"""Who pays: a section, a label or a sentence, and never a unit's task."""

import pytest

from .plans_in_words import read_with

MONEY = [
    "Kinh phí tổ chức hội nghị được cân đối từ ngân sách tỉnh.",
    "Kinh phí tổ chức do Liên đoàn Lao động tỉnh chi trả.",
    "2. Kinh phí thực hiện do ngân sách tỉnh bảo đảm.",
]


def with_money_after_tasks(line):
    tasks = f"V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Tham mưu tổ chức.\n{line}\n"
    return read_with(tasks=tasks)


@pytest.mark.parametrize("line", MONEY)
def test_a_sentence_on_who_pays_is_funding_and_no_task(line):
    plan = with_money_after_tasks(line)
    assert plan.funding.value == line.removeprefix("2. ")
    assert [task.text for task in plan.tasks] == ["Tham mưu tổ chức."]


@pytest.mark.parametrize("label", ["* Kinh phí", "Về kinh phí", "2. Về kinh phí", "- Kinh phí"])
def test_labelled_funding_after_the_tasks_is_no_task(label):
    plan = with_money_after_tasks(f"{label}: Do ngân sách tỉnh cấp.")
    assert plan.funding.value == "Do ngân sách tỉnh cấp."
    assert [task.text for task in plan.tasks] == ["Tham mưu tổ chức."]


def test_a_unit_s_work_on_money_stays_its_task():
    plan = with_money_after_tasks("- Kinh phí: Thẩm định dự toán.")
    assert plan.funding is None
    assert plan.tasks[-1].text == "Kinh phí: Thẩm định dự toán."
