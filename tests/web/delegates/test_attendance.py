"""The roll on its page: filtered, marked one by one or whole, in figures that add up, in Excel."""

import io

import openpyxl
import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.delegates.actions.attendance import check_in
from doithoai.delegates.models import Delegate
from doithoai.directory.models import Right
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate, a_line
from tests.builders_seating import a_hall, seated

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def host(client, conference):
    user = an_official(conference.host)
    client.force_login(user)
    return user


def address(conference, query=""):
    return reverse("delegates:attendance", args=[conference.slug]) + query


def shown(client, conference, query=""):
    return client.get(address(conference, query)).content.decode()


def states():
    return list(Delegate.objects.order_by("pk").values_list("attendance", flat=True))


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_chosen_people_are_marked_and_the_filter_stays(client, conference, host):
    one = a_delegate(conference)
    a_delegate(conference)
    data = {"state": "online", "scope": "chon", "nguoi": [one.pk]}
    answer = client.post(address(conference, "?trang-thai=expected"), data)

    assert answer.url == address(conference, "?trang-thai=expected")
    assert said(answer) == ["Đã ghi điểm danh 1 người."]
    assert states() == ["online", "expected"]


def test_a_whole_group_is_marked_at_once(client, conference, host):
    province = a_line(conference, name="CẤP TỈNH")
    for line in (province, province, None):
        a_delegate(conference, quota_line=line)
    answer = client.post(
        address(conference, "?nhom=Cấp tỉnh"), {"state": "present", "scope": "loc"}
    )

    assert states() == ["present", "present", "expected"]
    assert said(answer) == ["Đã ghi điểm danh 2 người."]


def test_who_came_in_at_the_door_stays_present_and_is_named(client, conference, host):
    inside = a_delegate(conference, full_name="Lê Na")
    check_in(inside, way="code", by=host)
    answer = client.post(address(conference), {"state": "absent", "scope": "loc"})

    assert states() == ["present"]
    assert "1 người đã vào cửa nên vẫn là có mặt: Lê Na." in said(answer)[0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"state": "excused", "scope": "loc"}, "Ghi lý do vắng, ví dụ: họp đột xuất, ốm."),
        ({"state": "absent", "scope": "chon"}, "Chọn ít nhất một người trong bảng."),
    ],
)
def test_what_lacks_is_told_on_the_page(client, conference, host, data, message):
    a_delegate(conference)
    answer = client.post(address(conference), data)

    assert answer.status_code == 409
    assert message in answer.content.decode()
    assert states() == ["expected"]


def test_the_list_is_filtered_by_state_agency_and_words(client, conference, host):
    a_delegate(conference, full_name="Lê Thị Yến", agency=conference.host, attendance="online")
    a_delegate(conference, full_name="Trần Văn An", agency=conference.office)

    for query in ("?trang-thai=online", "?tim=le yen", f"?co-quan={conference.host_id}"):
        html = shown(client, conference, query)
        assert "Lê Thị Yến" in html
        assert "Trần Văn An" not in html


def test_the_figures_add_up(client, conference, host):
    for state in ("present", "online", "absent", "expected"):
        a_delegate(conference, attendance=state)
    strip = client.get(address(conference)).context["strip"]

    assert [(one.label, one.value) for one in strip] == [
        ("Chưa đến", 1),
        ("Có mặt", 1),
        ("Dự trực tuyến", 1),
        ("Vắng có lý do", 0),
        ("Vắng không lý do", 1),
        ("Tổng số đại biểu", 4),
    ]


def test_the_roll_goes_to_excel_without_contacts(client, conference, host):
    a_hall(conference)
    one = seated(a_delegate(conference, full_name="Lê Na", phone="0912345678"), "A1-1")
    check_in(one, way="code", by=host)
    answer = client.get(address(conference, "?xlsx=1"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)

    assert rows[1][0:2] == (one.badge, "Lê Na")
    assert rows[1][5:7] == ("A1-1", "Có mặt")
    assert "0912345678" not in str(rows)


def test_who_may_only_look_marks_nothing(client, conference):
    a_delegate(conference)
    client.force_login(an_official(conference.host, Right.READER))

    assert "Ghi điểm danh" not in shown(client, conference)


def test_more_people_cost_no_more_queries(client, conference, host):
    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(address(conference))
        return len(queries)

    a_hall(conference)
    for name in ("A1-1", "A1-2"):
        seated(a_delegate(conference, agency=conference.host), name)
    before = count()
    for name in ("A2-1", "A2-2", "A2-3"):
        seated(a_delegate(conference, agency=conference.host), name)
    assert count() == before
