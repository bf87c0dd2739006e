"""Forms of sections: what goes in comes out, rows come and go, typed text stays."""

import json
from pathlib import Path

import pytest

from doithoai.lifecycle.opening import BLANK_FACTS
from doithoai.web.planning.forms.lists import BasesForm, QuotasForm, TasksForm
from doithoai.web.planning.forms.sections import AimsForm, ClosingForm, IdentityForm, ScheduleForm
from doithoai.web.planning.views.sections import FORMS
from tests.web.planning.plans import FACTS

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def plan_of(path):
    """A plan as expected of the reader; a programme without times says so."""
    facts = BLANK_FACTS | json.loads(path.read_text("utf-8"))
    items = [item for part in facts["programme"] for item in part["items"]]
    for item in items:
        item.setdefault("time", None)
    return facts


PLANS = [BLANK_FACTS | FACTS, *map(plan_of, sorted(SEEDS.glob("*.expected.json")))]


def typed(form):
    """What the browser sends when nothing is changed."""
    values = {name: form[name].value() for name in form.fields}
    return {name: str(value) for name, value in values.items() if value not in (None, False)}


@pytest.mark.parametrize("facts", PLANS, ids=lambda facts: facts["title"][:30])
@pytest.mark.parametrize("section", FORMS)
def test_a_section_saved_unchanged_is_unchanged(section, facts):
    shown = FORMS[section].of(facts, 7)
    form = FORMS[section].of(facts, 7, typed(shown))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["version"] == 7
    assert {key: facts[key] for key in form.values(facts)} == form.values(facts)


def test_paragraphs_are_told_apart_by_empty_lines():
    form = AimsForm({"purposes": "Một\r\ndòng  nữa\r\n \r\nHai", "requirements": ""})

    assert form.is_valid()
    assert form.values({}) == {"purposes": ["Một dòng nữa", "Hai"], "requirements": []}


def test_text_is_kept_in_composed_letters():
    form = IdentityForm(
        {"title": "Kế hoạch".encode().decode(), "audience": "nông\u0020dân", "year": "2024"}
    )
    decomposed = IdentityForm({"title": "Kê\u0301 hoạch", "audience": "a", "year": "2024"})

    assert form.is_valid()
    assert decomposed.is_valid()
    assert decomposed.cleaned_data["title"] == form.cleaned_data["title"]


@pytest.mark.parametrize(
    ("text", "day"), [("24/5/2022", "2022-05-24"), ("24.5.2022", "2022-05-24")]
)
def test_days_are_typed_as_they_are_written(text, day):
    form = ScheduleForm({"date": text})

    assert form.is_valid()
    assert form.values({})["time"]["date"] == day
    assert form.values({})["time"]["month"] == "2022-05"


@pytest.mark.parametrize(("text", "month"), [("10/2024", "2024-10"), ("tháng 2/2025", "2025-02")])
def test_months_are_typed_as_they_are_written(text, month):
    form = ScheduleForm({"month": text})

    assert form.is_valid()
    assert form.values({})["time"]["month"] == month


def test_a_wrong_day_says_how_to_write_one():
    form = ScheduleForm({"date": "31/2/2024"})

    assert form.errors["date"] == ["Nhập ngày theo thứ tự ngày/tháng/năm, ví dụ 24/5/2022."]


def test_a_signer_without_a_name_is_asked_for():
    form = ClosingForm({"signer_title": "Chủ tịch"})

    assert list(form.errors) == ["signer_name"]


def bases(**cells):
    return {"rows_typed": "2", **cells}


def test_blank_rows_are_left_out():
    form = BasesForm(bases(**{"r1-kind": "Quyết định", "r1-number": "218-QĐ/TW"}))

    assert form.is_valid()
    assert [basis["number"] for basis in form.values({})["legal_bases"]] == ["218-QĐ/TW"]


def test_a_row_begun_asks_for_what_it_needs():
    form = BasesForm(bases(**{"r0-number": "218-QĐ/TW"}))

    assert form.errors["r0-kind"] == ["Nhập loại văn bản, ví dụ Quyết định, hoặc tên luật."]


def test_added_rows_come_last_and_typed_text_stays():
    form = BasesForm(bases(**{"r0-kind": "Luật", "r0-date": "sai ngày"})).reshaped("them")

    assert form.count == 5
    assert (form["r0-kind"].value(), form["r0-date"].value()) == ("Luật", "sai ngày")
    assert form["r4-kind"].value() is None


def test_a_row_is_put_in_after_another():
    form = BasesForm(bases(**{"r0-kind": "Một", "r1-kind": "Hai"})).reshaped("chen-1")

    assert [form[f"r{n}-kind"].value() for n in range(form.count)] == ["Một", None, "Hai"]


def test_a_row_is_taken_out():
    form = BasesForm(bases(**{"r0-kind": "Một", "r1-kind": "Hai"})).reshaped("bo-1")

    assert [form[f"r{n}-kind"].value() for n in range(form.count)] == ["Hai"]


@pytest.mark.parametrize("deed", ["bo-0", "bo-9", "chen-99", "bo-x", "khac"])
def test_a_broken_deed_loses_nothing(deed):
    form = BasesForm(bases(**{"r0-kind": "Một", "r1-kind": "Hai"})).reshaped(deed)

    assert {form[f"r{n}-kind"].value() for n in range(form.count)} >= {"Một", "Hai"}


def test_a_task_is_led_unless_said_otherwise():
    form = TasksForm({"rows_typed": "1", "r0-units": "Sở Y tế\nSở Nội vụ", "r0-text": "Trả lời"})

    assert form.is_valid(), form.errors
    task = form.values({})["tasks"][0]
    assert (task["units"], task["role"]) == (["Sở Y tế", "Sở Nội vụ"], "lead")


def test_seats_that_do_not_add_up_are_told_and_allowed():
    cells = {"r0-kind": "section", "r0-name": "Cấp tỉnh", "r0-seats": "63", "r1-seats": "1.062"}
    form = QuotasForm({"rows_typed": "2", "quota_total": "63", "r1-name": "Sở", **cells})

    assert form.is_valid(), form.errors
    tally = form.tallies()[0]
    assert (tally.stated, tally.added, tally.agrees) == (63, 1062, False)
    assert form.total().agrees


def test_a_seat_row_without_a_name_is_asked_for():
    form = QuotasForm({"rows_typed": "1", "r0-seats": "5"})

    assert form.errors == {"r0-name": ["Nhập đại biểu của dòng này."]}
