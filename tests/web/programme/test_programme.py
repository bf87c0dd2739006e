"""The draft programme of the plan."""

import io
from datetime import time

import openpyxl
import pytest
from django.urls import reverse

from doithoai.planning.models import Conference
from doithoai.programme.actions import draft_programme
from tests.builders import a_conference, an_agency, an_official

pytestmark = pytest.mark.django_db

PARTS = [
    {
        "no": "I",
        "name": "KHAI MẠC",
        "items": [{"name": "Chào cờ", "performer": "MC", "time": None}],
    },
    {
        "no": "II",
        "name": "ĐỐI THOẠI",
        "items": [{"name": "Hỏi đáp", "performer": None, "time": "8 giờ"}],
    },
]


@pytest.fixture
def conference(client):
    conference = a_conference()
    client.force_login(an_official(conference.host))
    return conference


def address(conference, query=""):
    return reverse("programme:programme", args=[conference.slug]) + query


def test_parts_stand_over_their_items(client, conference):
    draft_programme(conference, PARTS, by=an_official(conference.host))
    html = client.get(address(conference)).content.decode()

    places = [
        html.index(w) for w in ("I. KHAI MẠC", "Chào cờ", "II. ĐỐI THOẠI", "8 giờ", "Hỏi đáp")
    ]
    assert places == sorted(places)


def test_without_times_there_is_no_column_of_times(client, conference):
    draft_programme(conference, PARTS[:1], by=an_official(conference.host))

    assert "Thời gian</th>" not in client.get(address(conference)).content.decode()


def test_the_programme_goes_to_excel(client, conference):
    draft_programme(conference, PARTS, by=an_official(conference.host))
    answer = client.get(address(conference, "?xlsx=1"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)

    assert rows[2][:2] == (2, "II. ĐỐI THOẠI")
    assert rows[2][4:8] == (90, "Hỏi đáp", "Đối thoại", "")
    assert rows[2][-1] == "8 giờ"


def test_a_plan_without_a_programme_says_so(client, conference):
    assert "Kế hoạch không kèm chương trình" in client.get(address(conference)).content.decode()


def test_before_the_hour_is_known_the_page_says_why_it_cannot_be_given_out(client, conference):
    draft_programme(conference, PARTS, by=an_official(conference.host))
    html = client.get(address(conference)).content.decode()
    assert "Chưa có giờ bắt đầu nên chưa phát hành được chương trình." in html
    assert reverse("planning:day", args=[conference.slug]) in html
    assert "Phát hành chương trình như đang có?" not in html

    Conference.objects.update(start_time=time(8))

    html = client.get(address(conference)).content.decode()
    assert "Phát hành chương trình như đang có?" in html


def test_strangers_find_no_programme(client, conference):
    client.force_login(an_official(an_agency("Sở Tư pháp")))

    assert client.get(address(conference)).status_code == 404
