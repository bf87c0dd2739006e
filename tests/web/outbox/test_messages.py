"""Thư đi of a conference and Tin nhắn of a person."""

import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.audit.models import Entry
from doithoai.outbox.actions import cancel, forget_letters
from doithoai.outbox.models import Message
from doithoai.outbox.states import MessageState
from tests.builders import a_conference, an_official
from tests.builders_outbox import a_letter, a_note

pytestmark = pytest.mark.django_db


def browser(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def office(conference):
    return browser(an_official(conference.office))


def page(client, conference, **query):
    return client.get(f"/hoi-nghi/{conference.slug}/thu-di/", query)


def at(letter, conference):
    return f"/hoi-nghi/{conference.slug}/thu-di/{letter.pk}/"


def subjects(response):
    return [message.subject for message, _ in response.context["rows"]]


def test_only_messages_of_the_conference_are_listed(conference, office):
    a_letter(conference_id=conference.pk, subject="Của hội nghị này")
    a_letter(conference_id=conference.pk + 1, subject="Của hội nghị khác")

    assert subjects(page(office, conference)) == ["Của hội nghị này"]


def test_state_channel_and_words_narrow_the_list(conference, office):
    person = an_official(full_name="Lê Thị Hòa")
    a_letter(conference_id=conference.pk, subject="Một", to_email="so-y-te@example.vn")
    cancel(a_letter(conference_id=conference.pk, subject="Hai"), by=person)
    a_note(person, conference_id=conference.pk, subject="Ba")

    assert subjects(page(office, conference, **{"trang-thai": "cancelled"})) == ["Hai"]
    assert subjects(page(office, conference, **{"cach-gui": "in_app"})) == ["Ba"]
    assert subjects(page(office, conference, tim="so-y-te")) == ["Một"]
    assert subjects(page(office, conference, tim="Lê Thị Hòa")) == ["Ba"]


def test_the_page_says_that_nothing_goes_without_a_mail_server(conference, office, settings):
    a_letter(conference_id=conference.pk)
    assert "chưa thư nào đi" in page(office, conference).content.decode()

    settings.SENDS_EMAIL = True
    assert "chưa thư nào đi" not in page(office, conference).content.decode()


def test_addresses_are_masked_in_the_list_and_on_the_page_of_a_letter(conference, office):
    letter = a_letter(conference_id=conference.pk, to_email="nguyen.an@example.vn", body="Khóa")
    for html in (
        page(office, conference).content.decode(),
        office.get(at(letter, conference)).content.decode(),
    ):
        assert "nguyen.an@" not in html
        assert "Khóa" not in html
        assert "example.vn" in html


def test_looking_at_a_whole_letter_is_kept(conference, office):
    letter = a_letter(conference_id=conference.pk, to_email="nguyen.an@example.vn", body="Khóa")
    html = office.post(at(letter, conference), {"viec": "xem"}).content.decode()

    assert "nguyen.an@example.vn" in html
    assert "Khóa" in html
    assert Entry.objects.get(verb="outbox.show").thing_id == str(letter.pk)


def test_what_was_told_within_the_system_is_open_to_who_keeps_the_letters(conference, office):
    note = a_note(an_official(), conference_id=conference.pk, body="Nộp dự toán")

    assert "Nộp dự toán" in office.get(at(note, conference)).content.decode()


def test_excel_holds_what_is_filtered_without_bodies_and_is_kept(conference, office):
    a_letter(conference_id=conference.pk, body="Mã trả lời bí mật")
    a_note(an_official(), conference_id=conference.pk)
    response = office.post(f"/hoi-nghi/{conference.slug}/thu-di/?cach-gui=email")
    head, row = load_workbook(io.BytesIO(response.content)).active.values

    assert row[:4] == (
        "Giấy mời dự hội nghị đối thoại",
        "vanphong@example.vn",
        "Thư điện tử",
        "Chờ gửi",
    )
    assert "Mã trả lời bí mật" not in row
    assert Entry.objects.get(verb="outbox.export").after == {"letters": 1}


def test_a_letter_is_cancelled_and_sent_after_all(conference, office):
    letter = a_letter(conference_id=conference.pk)
    address = f"/hoi-nghi/{conference.slug}/thu-di/{letter.pk}/"

    office.post(address, {"viec": "huy"})
    assert Message.objects.get().state == MessageState.CANCELLED
    assert "Hủy thư" not in office.get(address).content.decode()

    office.post(address, {"viec": "gui-lai"})
    assert Message.objects.get().state == MessageState.WAITING


def test_a_letter_of_another_conference_is_not_found_here(conference, office):
    letter = a_letter(conference_id=conference.pk + 1)
    address = f"/hoi-nghi/{conference.slug}/thu-di/{letter.pk}/"

    assert office.get(address).status_code == 404
    assert office.post(address, {"viec": "huy"}).status_code == 404


def test_opening_a_note_takes_it_off_the_bell(conference):
    person = an_official(conference.host)
    note = a_note(person, conference_id=conference.pk, body="Nộp <b>dự toán</b>")
    client = browser(person)
    assert "1 tin chưa đọc" in client.get("/tin-nhan/").content.decode()

    opened = client.post(f"/tin-nhan/{note.pk}/", follow=True).content.decode()

    assert "Nộp &lt;b&gt;dự toán&lt;/b&gt;" in opened
    assert "chưa đọc" not in opened
    assert conference.short_title in opened


def test_more_messages_need_no_more_queries(conference, office):
    counts = []
    for _ in range(2):
        a_note(an_official(conference.host), conference_id=conference.pk)
        with CaptureQueriesContext(connection) as asked:
            page(office, conference)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_forgotten_letter_shows_that_it_was_and_offers_nothing(conference, office):
    letter = a_letter(conference_id=conference.pk)
    forget_letters(conference, by=None)
    html = office.get(at(letter, conference)).content.decode()

    assert "đã xóa lúc" in html
    assert "Gửi lại ngay" not in html
    assert "có ghi nhật ký" not in html
    assert "Đã xóa" in page(office, conference).content.decode()
