"""The list of delegates and the page of one: filtered, accepted, corrected; contacts logged."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.audit.models import Entry
from tests.builders import an_official
from tests.builders_delegates import a_delegate, a_line, an_allocation

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    share = an_allocation(seats=3)
    told = {"phone": "0912345678", "email": "lan@vidu.vn", "full_name": "Nguyễn Thị Lan"}
    return a_delegate(allocation=share, **told)


@pytest.fixture
def host(client, lan):
    host = an_official(lan.conference.host)
    client.force_login(host)
    return host


def listed(lan, query=""):
    return reverse("delegates:delegates", args=[lan.conference.slug]) + query


def page(lan, name="delegate"):
    return reverse(f"delegates:{name}", args=[lan.conference.slug, lan.pk])


def names(client, lan, query=""):
    return [one.full_name for one, _ in client.get(listed(lan, query)).context["rows"]]


def sheet(answer):
    return list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)


def test_the_list_narrows_by_words_state_line_and_kind(client, host, lan):
    a_delegate(lan.conference, "accepted", full_name="Vũ Ngọc Ánh", kind="press")

    assert names(client, lan, "?tim=nguyen+thi") == ["Nguyễn Thị Lan"]
    assert names(client, lan, "?trang-thai=accepted") == ["Vũ Ngọc Ánh"]
    assert names(client, lan, f"?dong={lan.quota_line_id}") == ["Nguyễn Thị Lan"]
    assert names(client, lan, "?loai=press") == ["Vũ Ngọc Ánh"]
    assert names(client, lan, "?xep=ten") == ["Vũ Ngọc Ánh", "Nguyễn Thị Lan"]
    assert names(client, lan, "?dong=x&trang-thai=x&loai=x&trang=x") != []
    assert "Không có đại biểu nào khớp" in client.get(listed(lan, "?tim=zzz")).content.decode()


def test_chosen_nominations_are_accepted(client, host, lan):
    address = reverse("delegates:accept", args=[lan.conference.slug])
    answer = client.post(address, {"dai-bieu": [lan.pk, "x"]}, follow=True)
    lan.refresh_from_db()

    assert "Đã chấp thuận 1 đại biểu." in answer.content.decode()
    assert lan.state == "accepted"


def test_phone_and_address_are_shown_only_on_request_and_that_is_kept(client, host, lan):
    for address in (listed(lan), listed(lan, "?xlsx=1"), page(lan)):
        assert b"0912345678" not in client.get(address).content
    assert not Entry.objects.filter(verb="delegates.show_contacts").exists()
    html = client.post(page(lan, "contacts")).content.decode()

    assert "0912345678" in html
    assert Entry.objects.get(verb="delegates.show_contacts").thing_id == str(lan.pk)


def test_correcting_a_person_without_looking_keeps_phone_and_address(client, host, lan):
    sent = {"viec": "sua", "full_name": "Nguyễn Thị Làn", "kind": "delegate", "rank": 61}
    client.post(page(lan), {**sent, "version": 0})
    lan.refresh_from_db()
    assert (lan.full_name, lan.phone, lan.rank) == ("Nguyễn Thị Làn", "0912345678", 61)
    client.post(page(lan), {**sent, "version": 1, "phone": "", "email": ""})
    lan.refresh_from_db()
    assert (lan.phone, lan.email) == ("", "")


def test_a_list_with_contacts_is_taken_away_only_with_a_line_in_the_trail(client, host, lan):
    address = reverse("delegates:contacts_sheet", args=[lan.conference.slug])
    rows = sheet(client.post(address, {"tim": "lan"}))

    assert rows[1][-2:] == ("0912345678", "lan@vidu.vn")
    assert Entry.objects.get(verb="delegates.export_contacts").after == {"people": 1}
    assert "0912345678" not in sheet(client.get(listed(lan, "?xlsx=1")))[1]


def test_a_person_is_replaced_and_withdrawn_with_a_reason(client, host, lan):
    html = client.post(page(lan), {"viec": "rut", "version": 0}).content.decode()
    assert "Nêu lý do rút đại biểu." in html
    sent = {"viec": "thay", "version": 0, "reason": "Bận họp", "full_name": "Trần Văn Bé"}
    answer = client.post(page(lan), sent, follow=True).content.decode()

    assert "Bận họp" in answer
    assert "Trần Văn Bé" in answer
    be = lan.substitutes.get()
    client.post(page(be), {"viec": "rut", "version": 0, "reason": "Ốm"})
    be.refresh_from_db()
    assert (be.state, be.reason) == ("withdrawn", "Ốm")


def test_who_comes_second_is_told_and_keeps_the_typed_text(client, host, lan):
    sent = {"viec": "sua", "full_name": "Lê Thị Hoa", "kind": "delegate", "rank": 61}
    answer = client.post(page(lan), {**sent, "version": 7})

    assert answer.status_code == 409
    assert "Có người vừa sửa đại biểu này" in answer.content.decode()
    assert "Lê Thị Hoa" in answer.content.decode()


def test_guests_are_added_by_post_into_any_line(client, host, lan):
    address = reverse("delegates:add", args=[lan.conference.slug])
    sent = {"kind": "guest", "post": "Lãnh đạo", "organisation": "Bộ Nội vụ"}
    html = client.post(address, sent, follow=True).content.decode()

    assert "Đã thêm Lãnh đạo Bộ Nội vụ, mã " in html
    assert "Chưa báo tên" in html
    assert "Ghi họ và tên, hoặc chức vụ" in client.post(address, {"kind": "guest"}).content.decode()


def test_an_agency_sees_its_own_people_alone(client, lan):
    other = a_delegate(lan.conference, "accepted")
    client.force_login(an_official(lan.agency))

    assert names(client, lan) == ["Nguyễn Thị Lan"]
    assert client.get(page(other)).status_code == 404
    assert "Thêm đại biểu" not in client.get(listed(lan)).content.decode()


def test_a_deed_nobody_knows_is_not_found(client, host, lan):
    assert client.post(page(lan), {"viec": "xoa"}).status_code == 404


def test_more_people_cost_no_more_queries(client, host, lan):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(listed(lan))
        return len(queries)

    before = cost()
    for _ in range(2):
        row = a_line(lan.conference, parent=lan.quota_line)
        a_delegate(allocation=an_allocation(row, lan.agency), replaces=lan)
    assert cost() == before
