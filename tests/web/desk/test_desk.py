"""The desk: what waits for each person in all conferences, what is late, what comes next."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.directory.models import Right
from doithoai.planning.models import Milestone
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    a_task,
    an_administrator,
    an_answer,
    an_approver,
    an_official,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference(held_on=date(2024, 10, 24), venue="Hội trường", tentative=False)


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def department(conference):
    return conference.participations.first().agency


def given(conference, due, state="draft", **over):
    question = a_question(conference, state="referred", **over)
    return an_answer(a_referral(question, department(conference), due=due), state=state)


def titles(client):
    work = client.get("/ban-viec/").context["work"]
    return [link.heap.title for _, links in work for link in links]


@pytest.mark.parametrize(
    "side, right, waits",
    [
        (
            "host",
            Right.DRAFTER,
            ["Phân loại câu hỏi mới", "Gửi bảng tổng hợp tới Văn phòng", "Lập dự toán"],
        ),
        ("office", Right.DRAFTER, ["Chuyển câu hỏi đã chọn", "Thẩm định câu trả lời"]),
        ("chair", Right.APPROVER, ["Duyệt câu trả lời"]),
        ("chair", Right.DRAFTER, []),
        ("host", Right.READER, []),
        ("finance", Right.APPROVER, []),
    ],
)
def test_each_role_finds_its_own_work(conference, side, right, waits):
    a_question(conference)
    a_question(conference, state="selected")
    given(conference, date(2024, 10, 15), "submitted")
    given(conference, date(2024, 10, 15), "appraised")

    assert titles(browser(an_official(getattr(conference, side), right))) == waits


def test_a_department_finds_what_it_answers_by_its_day(conference):
    for day in (date(2024, 10, 4), date(2024, 10, 7), date(2024, 10, 9), date(2024, 10, 21)):
        given(conference, day)
    given(conference, date(2024, 10, 8), "submitted")
    page = browser(an_official(department(conference))).get("/ban-viec/")

    keys = [group.key for group in page.context["groups"]]
    assert keys == ["late", "today", "week", "later", "handed"]
    figures = [figure["value"] for figure in page.context["figures"]]
    assert figures[0] == sum(figures[1:]) == 5


def test_another_department_finds_nothing_of_it(conference):
    given(conference, date(2024, 10, 9))
    other = conference.participations.last().agency
    page = browser(an_official(other)).get("/ban-viec/")

    assert page.context["groups"] == []
    assert "Không có việc nào chờ ông/bà" in page.content.decode()


def test_the_late_conference_comes_first(conference):
    later = a_conference(departments=[department(conference)])
    given(later, date(2024, 10, 4))
    given(conference, date(2024, 10, 20))
    work = browser(an_official(department(conference))).get("/ban-viec/").context["work"]

    assert [item.conference for item, links in work if links] == [later, conference]


def test_only_days_to_come_are_announced(conference):
    for name, day in (("Đã qua", 6), ("Hôm nay", 7), ("Tổng duyệt", 20)):
        Milestone.objects.create(conference=conference, name=name, due=date(2024, 10, day))
    page = browser(an_official(conference.host)).get("/ban-viec/")

    assert [m.name for m in page.context["milestones"]] == ["Hôm nay", "Tổng duyệt"]


def test_excel_holds_the_questions_given_to_the_agency_without_numbers_of_people(conference):
    given(conference, date(2024, 10, 9), wording="=Gọi 0912345678")
    response = browser(an_official(department(conference))).get("/ban-viec/", {"xlsx": "1"})
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)

    assert rows[0] == ("Mã", "Câu hỏi", "Hội nghị", "Vai trò", "Trạng thái", "Hạn trả lời")
    assert rows[1][1:5] == (
        "=Gọi 09•• ••• •78",
        conference.short_title,
        "Chủ trì",
        "Đang soạn",
    )
    assert len(rows) == 2


def test_more_questions_need_no_more_queries(conference):
    client, counts = browser(an_official(department(conference))), []
    for more in (1, 2):
        for _ in range(more):
            given(conference, date(2024, 10, 9))
        with CaptureQueriesContext(connection) as asked:
            client.get("/ban-viec/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_who_belongs_to_no_conference_has_an_empty_desk(conference):
    a_question(conference)

    assert titles(browser(an_administrator())) == []
    assert titles(browser(an_approver(a_conference().finance))) == []
    assert Client().get("/ban-viec/").status_code == 302


def test_what_is_owed_this_week_besides_answers_stands_by_its_day(conference):
    agency = department(conference)
    given(conference, date(2024, 10, 4))
    a_task(conference, agency, due=date(2024, 10, 4))
    a_task(conference, agency, due=date(2024, 10, 7))
    a_task(conference, agency, due=date(2024, 10, 13))
    a_task(conference, agency, due=date(2024, 10, 14))
    page = browser(an_official(agency)).get("/ban-viec/")

    assert [
        (group.key, [(duty.what, url.split("/")[3]) for duty, url in duties])
        for group, duties in page.context["dues"]
    ] == [
        ("late", [("Làm 1 nhiệm vụ trong kế hoạch", "nhiem-vu")]),
        ("today", [("Làm 1 nhiệm vụ trong kế hoạch", "nhiem-vu")]),
        ("week", [("Làm 1 nhiệm vụ trong kế hoạch", "nhiem-vu")]),
    ]
