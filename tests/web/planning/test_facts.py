"""Facts as rows: each section's words, and the fact each path belongs to."""

import pytest

from doithoai.lifecycle.opening import BLANK_FACTS
from doithoai.planning.rules import SECTIONS
from doithoai.web.planning.facts import (
    fact_key,
    fact_places,
    rows_of,
    schedule_words,
    section_of,
)
from tests.web.planning.plans import FACTS


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("title", "title"),
        ("time", "time"),
        ("purposes[2]", "purposes.2"),
        ("tasks[3].due", "tasks.3"),
        ("composition[1].entries[0]", "composition.1"),
        ("quotas[0]", "quotas.0"),
        ("quotas[0].rows[12]", "quotas.0.rows.12"),
        ("programme[1].items[0]", "programme.1.items.0"),
    ],
)
def test_a_path_belongs_to_one_fact(path, key):
    assert fact_key(path) == key


def test_every_section_with_facts_has_rows():
    assert set(rows_of(BLANK_FACTS)) == set(SECTIONS) - {"roles"}


def test_a_blank_plan_states_nothing():
    assert [r for rows in rows_of(BLANK_FACTS).values() for r in rows if r.value] == []


def test_every_place_of_a_plan_leads_to_a_row():
    keys = {row.key for rows in rows_of(BLANK_FACTS | FACTS).values() for row in rows}

    assert {fact_key(path) for path in fact_places(FACTS)} <= keys


def test_facts_know_their_section():
    assert [section_of(key) for key in ("time", "quotas.0.rows.1", "signer")] == [
        "schedule",
        "quotas",
        "closing",
    ]


def test_a_task_says_its_role_partners_and_due_day():
    first, second = rows_of(BLANK_FACTS | FACTS)["tasks"]

    assert (first.label, first.meta) == ("Hội Nông dân tỉnh", "Chủ trì · hạn 1/10/2024")
    assert second.meta == "Phối hợp · cùng Sở Y tế"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ({"month": "2024-10", "tentative": True}, "Tháng 10/2024, chưa chốt ngày, còn dự kiến"),
        ({"date": "2022-05-24", "month": "2022-05", "tentative": False}, "Ngày 24/5/2022"),
        ({}, ""),
    ],
)
def test_when_is_said_in_words(time, words):
    assert schedule_words(time) == words


def test_seats_of_a_table_end_with_its_total():
    rows = rows_of(BLANK_FACTS | FACTS | {"quota_total": 2})["quotas"]

    assert [(row.value, row.meta) for row in rows] == [
        ("Sở Y tế", "2 đại biểu"),
        ("Tổng cộng", "2 đại biểu"),
    ]
