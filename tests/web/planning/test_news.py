"""Writing a piece of news: one form makes one piece."""

import re

import pytest
from django.urls import reverse

from doithoai.planning.models import Announcement
from tests.builders import a_conference, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(client):
    conference = a_conference()
    client.force_login(an_official(conference.host))
    return reverse("planning:write_news", args=[conference.slug])


def the_form(client, url, **over):
    html = client.get(url).content.decode()
    mark = re.search(r'name="token" value="([0-9a-f-]{36})"', html)[1]
    return {"title": "Mời gửi câu hỏi", "body": "Đến 9/10.", "token": mark, **over}


def test_a_form_sent_thrice_writes_one_piece_and_leads_to_it(client, url):
    data = the_form(client, url)
    answers = [client.post(url, data) for _ in range(3)]

    piece = Announcement.objects.get()
    place = reverse("planning:announcement", args=[piece.conference.slug, piece.pk])
    assert {answer.url for answer in answers} == {place}


def test_other_words_on_a_form_already_sent_are_kept_on_the_page(client, url):
    data = the_form(client, url)
    client.post(url, data)
    answer = client.post(url, data | {"body": "Đến 12/10."})

    assert answer.status_code == 409
    assert "đã lưu một tin khác" in answer.content.decode()
    assert "Đến 12/10." in answer.content.decode()


def test_two_forms_write_two_pieces(client, url):
    for _ in range(2):
        client.post(url, the_form(client, url))

    assert Announcement.objects.count() == 2
