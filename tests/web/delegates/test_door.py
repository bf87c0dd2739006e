"""The door without scripts, and what its device fetches and sends."""

import json
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from doithoai.delegates.actions.attendance import check_in
from doithoai.delegates.models import CheckIn, Delegate
from doithoai.directory.models import Right
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate
from tests.builders_seating import a_hall, seated

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def door(client, conference):
    user = an_official(conference.host, Right.DOOR, full_name="Lê Cửa")
    client.force_login(user)
    return user


def address(conference, name="door", *more, query=""):
    return reverse(f"delegates:{name}", args=[conference.slug, *more]) + query


def page(client, conference, query=""):
    return client.get(address(conference, query=query)).content.decode()


def follow(client, answer):
    return client.get(answer.url).content.decode()


def test_a_code_typed_or_scanned_lets_in_and_shows_the_seat(client, conference, door):
    a_hall(conference)
    one = seated(a_delegate(conference, full_name="Lê Thị Na"), "A1-3")
    html = follow(client, client.post(address(conference), {"q": f" {one.badge.lower()} "}))

    for words in ("Đã ghi vào cửa", "Lê Thị Na", "A1-3", "Khối A"):
        assert words in html
    assert CheckIn.objects.get().way == "code"


def test_who_came_before_is_shown_with_when_and_by_whom(client, conference, door):
    one = a_delegate(conference)
    check_in(one, way="code", by=door)
    html = follow(client, client.post(address(conference), {"q": one.code}))

    assert "Đã vào từ trước" in html
    assert "Vào lúc 08:00, 7/10/2024, người ghi: Lê Cửa." in html
    assert CheckIn.objects.count() == 1


def test_a_name_without_marks_finds_people_to_let_in(client, conference, door):
    one = a_delegate(conference, full_name="Đặng Thị Ưởng")
    html = follow(client, client.post(address(conference), {"q": "dang thi uong"}))
    assert "Đặng Thị Ưởng" in html

    answer = client.post(address(conference, "door_enter"), {"nguoi": one.pk})
    assert "Đã ghi vào cửa" in follow(client, answer)
    assert CheckIn.objects.get().way == "search"


def test_nobody_found_leads_to_writing_a_guest_in(client, conference, door):
    html = page(client, conference, "?tim=Nguyễn Lạ")

    assert "“Nguyễn Lạ” không có trong danh sách" in html
    assert f"{address(conference, 'guest')}?ten=Nguy" in html


def test_an_empty_field_is_told(client, conference, door):
    html = client.post(address(conference), {"q": " "}).content.decode()

    assert "Quét mã, hoặc gõ mã, họ tên." in html


def test_an_entrance_is_taken_back(client, conference, door):
    entrance = check_in(a_delegate(conference), way="code", by=door)
    answer = client.post(address(conference, "door_undo"), {"luot": entrance.pk})

    assert "Chưa vào" in follow(client, answer)
    assert [str(m) for m in get_messages(answer.wsgi_request)] == [
        f"Đã hoàn tác: {entrance.delegate} trở về chưa đến."
    ]


def test_a_guest_is_written_in_once_however_often_it_is_sent(client, conference, door):
    data = {"token": uuid4(), "full_name": "Phạm  Bảy", "organisation": "Xã Tân Phú"}
    answers = [client.post(address(conference, "guest"), data) for _ in range(2)]

    assert answers[0].url == answers[1].url
    assert "Phạm Bảy" in follow(client, answers[0])
    assert Delegate.objects.count() == 1


def test_a_guest_without_name_is_asked_for_it_and_words_stay(client, conference, door):
    data = {"token": uuid4(), "full_name": "", "organisation": "Xã Tân Phú"}
    html = client.post(address(conference, "guest"), data).content.decode()

    assert "Ghi họ và tên." in html
    assert "Xã Tân Phú" in html


def test_another_comes_in_the_place_of_a_delegate(client, conference, door):
    old = a_delegate(conference, "accepted", full_name="Lê Na")
    where = address(conference, "instead", old.pk)
    assert "Lê Na" in client.get(where).content.decode()
    html = follow(client, client.post(where, {"token": uuid4(), "full_name": "Ngô Tư"}))

    assert "Ngô Tư" in html
    assert Delegate.objects.get(full_name="Ngô Tư").replaces == old


def test_a_delegate_of_elsewhere_is_not_let_in(client, conference, door):
    stranger = a_delegate(a_conference())

    assert client.post(address(conference, "door_enter"), {"nguoi": stranger.pk}).status_code == 404
    assert client.get(address(conference, "instead", stranger.pk)).status_code == 404
    assert "không có trong danh sách" in follow(
        client, client.post(address(conference), {"q": stranger.code})
    )


def test_groups_and_total_are_counted(client, conference, door):
    check_in(a_delegate(conference), way="code", by=door)
    a_delegate(conference)

    assert "1 / 2" in page(client, conference)


def test_the_device_is_given_names_and_seats_by_code_and_nothing_else(client, conference, door):
    one = a_delegate(conference, full_name="Lê Na", phone="0912345678", post="Giám đốc")
    told = client.get(address(conference, "door_codes"))

    assert told.json()["people"] == {one.code: ["Lê Na", ""]}
    assert "0912345678" not in told.content.decode()
    assert told["Cache-Control"] == "no-store"


def test_scans_of_a_device_are_answered_one_by_one(client, conference, door):
    came, fresh = a_delegate(conference), a_delegate(conference)
    check_in(came, way="code", by=door)
    scans = [
        {"token": str(uuid4()), "code": code, "ago": 600} for code in (fresh.code, came.code, "?")
    ]
    for _ in range(2):
        data = {"scans": json.dumps(scans)}
        told = client.post(address(conference, "door_sync"), data).json()

    assert [one["state"] for one in told["outcomes"]] == ["done", "again", "refused"]
    assert [one["token"] for one in told["outcomes"]] == [scan["token"] for scan in scans]
    assert (told["present"], told["total"]) == (2, 2)
    assert CheckIn.objects.filter(delegate=fresh, way="scan").count() == 1


@pytest.mark.parametrize(
    "sent",
    ["", "{", "5", '["x"]', '[{"token": "x", "code": "A", "ago": 1}]', '[{"token": 1}]']
    + ['[{"token": "5f0c5a52-3f57-4a53-9f0a-000000000077", "code": "A", "ago": "nan"}]'],
)
def test_what_is_no_list_of_scans_is_refused(client, conference, door, sent):
    assert client.post(address(conference, "door_sync"), {"scans": sent}).status_code == 400
