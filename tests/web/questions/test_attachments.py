"""Files sent along: officials of host and office take them, each time is kept."""

import pytest
from django.test import Client

from doithoai.audit.models import Entry
from doithoai.questions.models import Attachment, QuestionKind, SecrecyKeeper
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, an_official
from tests.web.roles.own_data import a_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    question = a_question(a_conference())
    Attachment.objects.create(submission=question.parts.get().submission, position=1, **a_photo())
    return question


def signed(user):
    client = Client()
    client.force_login(user)
    return client


def taken(client, question, tep=None):
    address = f"/hoi-nghi/{question.conference.slug}/cau-hoi/{question.number}/"
    return client.post(f"{address}tep/", {"tep": tep or Attachment.objects.get().pk})


def test_a_file_is_saved_and_never_shown_by_the_browser(question):
    response = taken(signed(an_official(question.conference.host)), question)

    assert response.content == bytes(Attachment.objects.get().content)
    assert response.headers["Content-Disposition"] == 'attachment; filename="anh.jpg"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].endswith("sandbox")
    assert response.headers["Cache-Control"] == "no-store"


def test_each_time_somebody_takes_a_file_is_kept(question):
    host = an_official(question.conference.host)
    taken(signed(host), question)

    entry = Entry.objects.get()
    assert (entry.verb, entry.actor, entry.after) == ("questions.take_file", host, {"position": 1})


def test_the_page_offers_it_without_its_name(question):
    client = signed(an_official(question.conference.office))
    page = client.get(f"/hoi-nghi/{question.conference.slug}/cau-hoi/1/").content.decode()

    assert "Tải tệp 1 (ảnh" in page
    assert "anh.jpg" not in page
    assert "Người gửi không đồng ý để cơ quan trả lời xem." in page


def test_a_file_of_another_question_is_not_found(question):
    other = a_question(question.conference)
    client = signed(an_official(question.conference.host))

    assert taken(client, other).status_code == 404
    assert taken(client, question, tep="9" * 30).status_code == 404


def test_files_of_a_slip_with_a_denunciation_are_for_its_keepers_alone(question):
    letter = a_question(
        question.conference, state=QuestionState.PASSED_ON, kind=QuestionKind.DENUNCIATION
    )
    part = letter.parts.get()
    part.submission, part.start, part.end = question.parts.get().submission, 500, 520
    part.save()
    host = an_official(question.conference.host)
    assert taken(signed(host), question).status_code == 403

    SecrecyKeeper.objects.create(conference=question.conference, place=1, user=host, named_by=host)
    assert taken(signed(host), question).status_code == 200
