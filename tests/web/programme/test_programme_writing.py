"""Items by the clock, edited, moved, given out."""

import re
from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.programme.models import AgendaItem
from doithoai.programme.queries import programme_of
from tests.builders import a_conference, an_official
from tests.builders_programme import an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(client):
    conference = a_conference(start_time=time(8), end_time=time(9))
    client.force_login(an_official(conference.host))
    return conference


def address(name, conference, *keys):
    return reverse(f"programme:{name}", args=[conference.slug, *keys])


def page(client, conference):
    return " ".join(client.get(address("programme", conference)).content.decode().split())


def test_hours_and_the_minutes_over_are_told_with_the_longest_items(client, conference):
    an_item(conference, minutes=15)
    an_item(conference, name="Đối thoại", kind="dialogue", minutes=60)
    html = page(client, conference)

    assert "08:00–08:15" in html
    assert "08:15–09:15" in html
    assert "Vượt 15 phút." in html
    assert "Các mục dài nhất: Đối thoại (60 phút); Khai mạc hội nghị (15 phút)." in html


def test_time_left_is_told_and_proposed_minutes_say_so(client, conference):
    an_item(conference)
    html = page(client, conference)

    assert "Còn 50 phút trước giờ kết thúc 09:00." in html
    assert "1 mục còn số phút đề xuất." in html


def test_an_item_is_added_where_the_form_says(client, conference):
    first = an_item(conference)
    an_item(conference, name="Bế mạc")
    data = {"name": "Phóng sự về nước sạch", "after": first.pk}

    answer = client.post(address("add_item", conference), data)

    assert answer.status_code == 302
    names = conference.agenda_items.order_by("position").values_list("name", "kind", "minutes")
    assert list(names)[1] == ("Phóng sự về nước sạch", "documentary", 10)


def the_mark(client, url):
    return re.search(r'name="token" value="([0-9a-f-]{36})"', client.get(url).content.decode())[1]


def test_a_form_sent_thrice_adds_one_item(client, conference):
    url = address("add_item", conference)
    data = {"name": "Phóng sự", "token": the_mark(client, url)}

    assert {client.post(url, data).status_code for _ in range(3)} == {302}
    assert AgendaItem.objects.count() == 1


def test_another_item_on_a_form_already_sent_is_not_lost_in_silence(client, conference):
    url = address("add_item", conference)
    data = {"name": "Phóng sự", "token": the_mark(client, url)}
    client.post(url, data)
    answer = client.post(url, data | {"name": "Bế mạc"})

    assert answer.status_code == 409
    assert "đã thêm một mục khác" in answer.content.decode()


def test_what_was_typed_stays_when_somebody_else_was_quicker(client, conference):
    item = an_item(conference, version=3)
    data = {"name": "Khai mạc mới", "kind": "opening", "minutes": 20, "version": 2}

    answer = client.post(address("item", conference, item.pk), data)

    assert answer.status_code == 409
    assert "Khai mạc mới" in answer.content.decode()
    assert AgendaItem.objects.get().name == "Khai mạc hội nghị"


def test_the_programme_is_given_out_once_as_seen(client, conference):
    an_item(conference)
    client.post(address("release", conference), {"version": 0})

    assert programme_of(conference).number == 1
    assert "Phát hành chương trình</button>" not in page(client, conference)


def test_a_plan_without_a_programme_gets_one_proposed(client, conference):
    assert "Lập chương trình từ đề xuất" in page(client, conference)
    client.post(address("lay_usual", conference))

    assert conference.agenda_items.count() == 5


def test_a_department_reads_and_changes_nothing(client, conference):
    item = an_item(conference)
    client.force_login(an_official(conference.participations.first().agency))
    html = page(client, conference)

    assert "Khai mạc hội nghị" in html
    assert "Thêm mục" not in html
    assert client.get(address("item", conference, item.pk)).status_code == 403


def test_the_page_takes_as_many_queries_for_one_item_as_for_three(client, conference):
    counts = []
    for _ in range(2):
        an_item(conference, agency=conference.host)
        with CaptureQueriesContext(connection) as queries:
            page(client, conference)
        counts.append(len(queries))
        an_item(conference, agency=conference.office)

    assert counts[0] == counts[1]
