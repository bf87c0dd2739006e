"""The seats the plan gives, as stated and as they add up."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.delegates.actions import lay_quotas
from tests.builders import a_conference, an_agency, an_official

pytestmark = pytest.mark.django_db

SECTIONS = [
    {"no": "I", "name": "CẤP TỈNH", "seats": 3, "rows": [{"no": 1, "name": "Sở Y tế", "seats": 3}]},
    {
        "no": "II",
        "name": "CẤP HUYỆN",
        "seats": 9,
        "rows": [
            {"no": 1, "name": "UBND huyện", "seats": 7},
            {"no": 2, "name": "Hội", "seats": None},
        ],
    },
]


@pytest.fixture
def conference(client):
    conference = a_conference(expected_delegates=12)
    client.force_login(an_official(conference.host))
    return conference


def address(conference, query=""):
    return reverse("delegates:quotas", args=[conference.slug]) + query


def test_the_table_is_shown_as_stated_with_its_faults(client, conference):
    lay_quotas(conference, SECTIONS, by=an_official(conference.host))
    html = client.get(address(conference)).content.decode()

    assert "Mục CẤP HUYỆN: ghi 9, cộng các dòng được 7." in html
    assert "Tổng cộng: ghi" not in html
    assert "Không ghi" in html
    assert "12 đại biểu theo mục" in html


def test_a_table_that_adds_up_says_so(client, conference):
    conference.expected_delegates = 3
    conference.save()
    lay_quotas(conference, SECTIONS[:1], by=an_official(conference.host))

    assert "Bảng phân bổ khớp." in client.get(address(conference)).content.decode()


def test_a_table_without_sections_has_a_bar_a_row(client, conference):
    rows = [{"no": 1, "name": "Sở Y tế", "seats": 3}, {"no": 2, "name": "Sở Nội vụ", "seats": 2}]
    plain = [{"no": None, "name": None, "seats": None, "rows": rows}]
    lay_quotas(conference, plain, by=an_official(conference.host))
    bars = client.get(address(conference)).context["bars"]

    assert [(bar["label"], bar["values"]) for bar in bars] == [
        ("Sở Y tế", (0, 0, 3)),
        ("Sở Nội vụ", (0, 0, 2)),
    ]


def test_the_table_goes_to_excel_with_its_total(client, conference):
    lay_quotas(conference, SECTIONS, by=an_official(conference.host))
    answer = client.get(address(conference, "?xlsx=1"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)

    assert rows[1][:4] == ("I", "CẤP TỈNH", 3, 3)
    assert rows[-1][1:4] == ("Tổng cộng", 12, 10)


def test_a_plan_without_a_table_says_so(client, conference):
    html = client.get(address(conference)).content.decode()

    assert "Kế hoạch không kèm bảng phân bổ" in html
    assert "Tải Excel" not in html


def test_strangers_find_no_seats(client, conference):
    client.force_login(an_official(an_agency("Sở Tư pháp")))

    assert client.get(address(conference)).status_code == 404


def queries_of(client, conference):
    with CaptureQueriesContext(connection) as queries:
        client.get(address(conference))
    return len(queries)


def test_more_rows_cost_no_more_queries(client, conference):
    by = an_official(conference.host)
    lay_quotas(conference, SECTIONS[:1], by=by)
    before = queries_of(client, conference)
    conference.quota_lines.all().delete()
    lay_quotas(conference, SECTIONS, by=by)

    assert queries_of(client, conference) == before
