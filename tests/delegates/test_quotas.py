"""The seats table: kept as stated, summed, its faults said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.delegates.actions import lay_quotas
from doithoai.delegates.queries import quota_table
from doithoai.delegates.rules import Section, quota_faults
from doithoai.workflow import Forbidden
from tests.builders import a_conference, an_official

STATED = [
    {"no": "I", "name": "CẤP TỈNH", "seats": 3, "rows": [{"no": 1, "name": "Sở", "seats": 2}]},
    {"no": "II", "name": "CẤP HUYỆN", "seats": 4, "rows": [{"no": 1, "name": "UBND", "seats": 4}]},
]


def test_the_plan_that_adds_up_has_no_fault():
    sections = [Section("I", 63, (61, 2)), Section("II", 25, (11, 14)), Section("III", 62, (62,))]

    assert quota_faults(sections, 150) == []


def test_each_sum_that_differs_is_said_in_words():
    assert quota_faults([Section("I", 63, (61, 1)), Section("II", 25, ())], 90) == [
        "Mục I: ghi 63, cộng các dòng được 62.",
        "Tổng cộng: ghi 90, cộng các mục được 88.",
    ]


@given(st.lists(st.lists(st.integers(0, 500), min_size=1, max_size=8), min_size=1, max_size=6))
def test_true_sums_never_have_faults(rows):
    sections = [Section(str(n), sum(row), tuple(row)) for n, row in enumerate(rows)]

    assert quota_faults(sections, sum(map(sum, rows))) == []


@pytest.mark.django_db
def test_the_table_is_kept_exactly_as_stated():
    conference = a_conference(expected_delegates=8)
    lay_quotas(conference, STATED, by=an_official(conference.host))

    table = quota_table(conference)

    assert [(s.name, [r.seats for r in rows]) for s, rows in table.sections] == [
        ("CẤP TỈNH", [2]),
        ("CẤP HUYỆN", [4]),
    ]
    assert table.total == 7
    assert len(table.faults) == 2


@pytest.mark.django_db
def test_a_department_does_not_lay_the_table():
    with pytest.raises(Forbidden):
        lay_quotas(a_conference(), STATED, by=an_official())
