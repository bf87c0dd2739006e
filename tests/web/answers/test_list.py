"""The list of answers: all for those who lead, its own for a department."""

import io
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.answers.states import AnswerState
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
PHONE = "0912345678"


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def health(conference):
    return conference.participations.order_by("pk")[0].agency


@pytest.fixture
def interior(conference):
    return conference.participations.order_by("pk")[1].agency


def referred(conference, agency, state=AnswerState.DRAFT, due=date(2024, 10, 15), **over):
    question = a_question(conference, state="referred", **over)
    return an_answer(a_referral(question, agency, due=due), state=state)


def signed(agency):
    client = Client()
    client.force_login(an_official(agency))
    return client


def address(conference):
    return f"/hoi-nghi/{conference.slug}/tra-loi/"


def listed(client, conference, query=None):
    rows = client.get(address(conference), query or {}).context["rows"]
    return [row.referral.question.number for row in rows]


def test_who_leads_sees_all_and_a_department_its_own(conference, health, interior):
    referred(conference, health), referred(conference, interior)

    for agency in (conference.host, conference.office, conference.chair):
        assert listed(signed(agency), conference) == [1, 2]
    assert listed(signed(health), conference) == [1]


def test_a_supporting_agency_sees_what_it_supports(conference, health):
    answer = referred(conference, health)
    helper = an_agency("Sở Tư pháp")
    conference.participations.create(agency=helper, role="department")
    referred(conference, health)
    answer.referral.supporting.add(helper)

    assert listed(signed(helper), conference) == [1]


def test_the_earliest_day_comes_first_and_what_is_published_last(conference, health):
    referred(conference, health, AnswerState.PUBLISHED, due=date(2024, 9, 1))
    referred(conference, health, due=date(2024, 10, 20))
    referred(conference, health, AnswerState.SUBMITTED, due=date(2024, 10, 4))

    assert listed(signed(conference.office), conference) == [3, 2, 1]


def test_state_agency_lateness_and_words_narrow_the_list(conference, health, interior):
    referred(conference, health, AnswerState.SUBMITTED, wording="Giá điện nhà trọ?")
    referred(conference, interior, due=date(2024, 10, 4))
    office = signed(conference.office)

    assert listed(office, conference, {"trang-thai": "submitted"}) == [1]
    assert listed(office, conference, {"co-quan": interior.pk}) == [2]
    assert listed(office, conference, {"tre": "1"}) == [2]
    assert listed(office, conference, {"tim": "gia dien"}) == [1]


def test_chips_count_what_they_leave_and_keep_the_other_filters(conference, health):
    referred(conference, health, due=date(2024, 10, 4))
    referred(conference, health, AnswerState.SUBMITTED)
    page = signed(conference.office).get(address(conference), {"tre": "1", "tim": "nước"})
    counts = {chip.label: chip.count for chip in page.context["chips"]}
    late, draft = page.context["chips"][:2]

    assert (counts["Trễ hạn"], counts["Đang soạn"], counts["Chờ thẩm định"]) == (1, 1, 1)
    assert parse_qs(urlsplit(late.url).query) == {"tim": ["nước"]}
    assert parse_qs(urlsplit(draft.url).query)["tre"] == ["1"]


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 40, "²"])
def test_a_broken_filter_breaks_nothing(conference, health, odd):
    referred(conference, health)
    names = ("trang-thai", "co-quan", "tre", "trang")
    response = signed(conference.office).get(address(conference), dict.fromkeys(names, odd))

    assert response.status_code == 200


def test_days_left_are_working_days(conference, health):
    referred(conference, health, due=date(2024, 10, 14))
    page = signed(conference.office).get(address(conference)).content.decode()

    assert "Còn 5 ngày làm việc" in page


def test_excel_has_what_is_filtered_with_numbers_masked(conference, health):
    referred(conference, health, wording=f"Gọi {PHONE} về nước")
    referred(conference, health, AnswerState.SUBMITTED)
    response = signed(health).get(address(conference), {"trang-thai": "draft", "xlsx": "1"})
    sheet = load_workbook(io.BytesIO(response.content)).active

    assert sheet.max_row == 2
    assert sheet["B2"].value == "Gọi 09•• ••• •78 về nước"
    assert sheet["C2"].value == "Sở Y tế"


def test_more_answers_need_no_more_queries(conference, health, interior):
    office, counts = signed(conference.office), []
    referred(conference, health).referral.supporting.add(interior)
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            office.get(address(conference))
        counts.append(len(asked))
        for agency in (health, interior):
            referred(conference, agency).referral.supporting.add(conference.host)

    assert counts[0] == counts[1]


def test_nothing_yet_is_said_in_words(conference):
    assert "Chưa có câu nào được chuyển" in (
        signed(conference.office).get(address(conference)).content.decode()
    )
