"""The list of conferences and one conference at a glance."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.directory.models import Right
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_administrator,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    return an_agency("Hội Nông dân tỉnh", kind="mass_organisation")


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def listed(client, **query):
    work = client.get("/hoi-nghi/", query).context["work"]
    return [item.conference.short_title for item, _ in work]


def late_at(conference):
    question = a_question(conference, state="referred")
    an_answer(a_referral(question, conference.host, due=date(2024, 10, 1)))


def test_an_agency_lists_only_its_own_conferences(host):
    a_conference(host=host, short_title="Của Hội")
    a_conference(short_title="Của nơi khác")

    assert listed(browser(an_official(host))) == ["Của Hội"]
    assert listed(browser(an_administrator())) == []


def test_words_number_waiting_and_late_narrow_the_list(host):
    quiet = a_conference(short_title="Yên", number="1/KH-UBND", title="Với nông dân")
    quiet.participations.create(agency=host, role="department")
    waiting = a_conference(host=host, short_title="Chờ", number="2/KH-UBND")
    late = a_conference(host=host, short_title="Trễ", number="3/KH-UBND")
    a_question(waiting)
    late_at(late)
    client = browser(an_official(host))

    assert listed(client, tim="NONG DAN") == ["Yên"]
    assert listed(client, tim="2/kh") == ["Chờ"]
    assert listed(client, **{"cho-toi": "1"}) == ["Trễ", "Chờ"]
    assert listed(client, tre="1") == ["Trễ"]
    assert "Không có hội nghị nào khớp" in client.get("/hoi-nghi/?tim=xyz").content.decode()


def test_excel_holds_what_is_filtered(host):
    a_conference(host=host, short_title="Một", number="1/KH-UBND")
    late_at(a_conference(host=host, short_title="Hai", number="2/KH-UBND"))
    response = browser(an_official(host)).get("/hoi-nghi/", {"tre": "1", "xlsx": "1"})
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)

    assert [row[:3] for row in rows[1:]] == [("Hai", "2/KH-UBND", "Hội Nông dân tỉnh")]
    assert rows[1][5] == 1


def test_more_conferences_need_no_more_queries(host):
    client, counts = browser(an_official(host)), []
    for more in (1, 2):
        for _ in range(more):
            a_question(a_conference(host=host))
        with CaptureQueriesContext(connection) as asked:
            client.get("/hoi-nghi/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("right, may", [(Right.DRAFTER, True), (Right.READER, False)])
def test_a_new_plan_is_offered_to_those_who_may_load_one(host, right, may):
    page = browser(an_official(host, right)).get("/hoi-nghi/").content.decode()

    assert ("Nạp kế hoạch mới" in page) == may


@pytest.mark.parametrize(
    "side, trail", [("host", True), ("office", True), ("chair", True), ("finance", False)]
)
def test_the_trail_is_offered_to_those_who_lead(side, trail):
    conference = a_conference()
    client = browser(an_official(getattr(conference, side)))
    page = client.get(f"/hoi-nghi/{conference.slug}/").content.decode()

    assert ("Nhật ký của hội nghị" in page) == trail


def test_outcomes_add_up_to_all_questions():
    conference = a_conference()
    for state in ("received", "selected", "set_aside", "referred", "answered"):
        a_question(conference, state=state)
    client = browser(an_official(conference.host))
    page = client.get(f"/hoi-nghi/{conference.slug}/")

    assert [row["values"][0] for row in page.context["outcomes"]] == [1, 1, 1, 1, 1]
    assert page.context["outcome_title"] == "5 câu hỏi đã đi đâu"


def test_late_agencies_are_named_and_work_is_counted_by_agency():
    conference = a_conference()
    late_at(conference)
    page = browser(an_official(conference.office)).get(f"/hoi-nghi/{conference.slug}/")

    assert page.context["late"]["title"] == "Trễ hạn 1 việc"
    (row,) = page.context["late"]["rows"]
    assert (row["agency"], row["what"], row["days"]) == (conference.host, "Trả lời 1 câu hỏi", 4)
    assert [row["values"] for row in page.context["load"]] == [(0, 0, 0, 1)]


def test_the_late_are_pressed_from_the_overview():
    conference = a_conference()
    late_at(conference)
    person = an_official(conference.host)
    client = browser(an_official(conference.office))

    page = client.post(f"/hoi-nghi/{conference.slug}/don-doc/", follow=True).content.decode()

    assert "Đã đôn đốc 1 cán bộ" in page
    assert person.messages_received.get().subject == "Trễ 4 ngày làm việc: Trả lời 1 câu hỏi"


def test_only_host_and_office_are_offered_to_press():
    conference = a_conference()
    late_at(conference)
    offered = {
        side: b"don-doc"
        in browser(an_official(getattr(conference, side)))
        .get(f"/hoi-nghi/{conference.slug}/")
        .content
        for side in ("host", "office", "chair", "finance")
    }

    assert offered == {"host": True, "office": True, "chair": False, "finance": False}


def test_what_is_missing_leads_only_where_the_person_may_go():
    conference = a_conference()
    a_question(conference)
    urls = {}
    for side in ("host", "finance"):
        page = browser(an_official(getattr(conference, side))).get(f"/hoi-nghi/{conference.slug}/")
        needs = {row["need"].key: row["url"] for row in page.context["readiness"]["needs"]}
        urls[side] = needs["classify"]

    assert urls["host"].endswith("/cau-hoi/phan-loai/")
    assert urls["finance"] == ""


def test_a_stranger_finds_no_conference():
    path = f"/hoi-nghi/{a_conference().slug}/"

    assert browser(an_official(an_agency("Sở Xa"))).get(path).status_code == 404
    assert browser(an_administrator()).get(path).status_code == 404
