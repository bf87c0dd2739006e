"""Tasks of the plan: the list, and notes on how one goes."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.directory.models import Right
from doithoai.planning.actions import report_progress
from tests.builders import a_conference, a_task, an_agency, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def tasks(conference, query=""):
    return reverse("planning:tasks", args=[conference.slug]) + query


def task(conference, position=1):
    return reverse("planning:task", args=[conference.slug, position])


def shown(client, conference, query=""):
    rows = client.get(tasks(conference, query)).context["rows"]
    return [row.task.position for row in rows]


def test_tasks_are_filtered_and_sorted_by_address(client, conference):
    client.force_login(an_official(conference.office))
    a_task(conference, conference.host, due=date(2024, 10, 20))
    a_task(conference, conference.office, due=date(2024, 10, 1))
    a_task(conference, conference.office, state="done")

    assert shown(client, conference) == [1, 2, 3]
    assert shown(client, conference, f"?co-quan={conference.host_id}") == [1]
    assert shown(client, conference, "?cua-toi=1") == [2, 3]
    assert shown(client, conference, "?tre=1") == [2]
    assert shown(client, conference, "?trang-thai=done") == [3]
    assert shown(client, conference, "?sap-xep=han") == [2, 1, 3]
    assert shown(client, conference, "?co-quan=x&trang-thai=y&trang=z") == [1, 2, 3]


def test_a_chip_turns_one_filter_and_keeps_the_others(client, conference):
    client.force_login(an_official(conference.office))
    a_task(conference, conference.host)
    turned = client.get(tasks(conference, "?tre=1&sap-xep=han&trang=2")).context["turned"]

    assert turned["tre"] == "?sap-xep=han"
    assert turned["cua_toi"] == "?tre=1&sap-xep=han&cua-toi=1"


def test_the_list_goes_to_excel_as_filtered(client, conference):
    client.force_login(an_official(conference.office))
    a_task(conference, conference.host, due=date(2024, 10, 1))
    a_task(conference, conference.office)
    answer = client.get(tasks(conference, f"?co-quan={conference.host_id}&xlsx=1"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)

    assert rows[0][:3] == ("STT", "Nội dung", "Chủ trì")
    assert rows[1][:3] == (1, "Xây dựng kịch bản chương trình.", conference.host.name)
    assert rows[1][6] == "Trễ"
    assert len(rows) == 2


def test_nothing_found_says_so(client, conference):
    client.force_login(an_official(conference.office))

    assert "Không có nhiệm vụ nào khớp" in client.get(tasks(conference)).content.decode()


@pytest.mark.parametrize("address", [tasks, task])
def test_strangers_find_no_tasks(client, conference, address):
    a_task(conference, conference.host)
    client.force_login(an_official(an_agency("Sở Tư pháp")))

    assert client.get(address(conference)).status_code == 404


def test_three_tasks_cost_no_more_queries_than_one(client, conference):
    client.force_login(an_official(conference.office))
    counted = []
    for number in (1, 2):
        for _ in range(number):
            a_task(conference, conference.host, conference.office)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(tasks(conference))
        counted.append(len(queries))

    assert counted[0] == counted[1]


def test_a_unit_says_how_its_task_goes(client, conference):
    assignment = a_task(conference, conference.host)
    client.force_login(an_official(conference.host))
    answer = client.post(
        task(conference), {"state": "doing", "note": "Đã gửi công văn."}, follow=True
    )

    assert "Đã ghi tiến độ." in answer.content.decode()
    assert "Đã gửi công văn." in answer.content.decode()
    assignment.refresh_from_db()
    assert assignment.state == "doing"


def test_without_a_choice_the_note_stays(client, conference):
    a_task(conference, conference.host)
    client.force_login(an_official(conference.host))
    answer = client.post(task(conference), {"note": "Đã gửi công văn."})

    assert answer.context["form"].errors["state"] == ["Chọn tình hình thực hiện."]
    assert "Đã gửi công văn." in answer.content.decode()


def test_only_states_that_may_follow_are_offered(client, conference):
    assignment = a_task(conference, conference.host)
    by = an_official(conference.host)
    report_progress(assignment, state="done", note="", by=by)
    client.force_login(by)
    form = client.get(task(conference)).context["form"]

    assert [value for value, _ in form.fields["state"].choices] == ["doing"]


@pytest.mark.parametrize("right", [Right.READER, Right.DOOR])
def test_those_who_only_read_see_no_form(client, conference, right):
    a_task(conference, conference.host)
    client.force_login(an_official(conference.host, right))

    assert "<textarea" not in client.get(task(conference)).content.decode()
    assert client.post(task(conference), {"state": "done"}).status_code == 403


def test_a_department_without_the_task_may_not_report(client, conference):
    a_task(conference, conference.host)
    client.force_login(an_official(conference.participations.first().agency))

    assert client.get(task(conference)).status_code == 200
    assert client.post(task(conference), {"state": "done"}).status_code == 403


def test_the_trail_is_offered_to_those_who_follow(client, conference):
    assignment = a_task(conference, conference.host)
    report_progress(assignment, state="doing", note="", by=an_official(conference.host))

    for agency, offered in ((conference.office, True), (conference.finance, False)):
        client.force_login(an_official(agency))
        assert ("Nhật ký đầy đủ" in client.get(task(conference)).content.decode()) is offered


def test_there_is_no_task_of_another_number(client, conference):
    client.force_login(an_official(conference.host))

    assert client.get(task(conference, 9)).status_code == 404
