"""Photos and papers with a question: the good ones stay, the others say what to do."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from doithoai.audit import clock
from doithoai.questions.actions import keep_files
from doithoai.questions.models import Attachment, DraftFile, Submission
from doithoai.questions.queries import draft_files
from doithoai.questions.rules.attachments import made_anew
from doithoai.web.portal import limits
from tests.builders import a_conference, a_topic
from tests.files import a_jpeg, a_paper, a_png
from tests.web.public.test_asking import WORDS, address, step_one, token
from tests.web.visits import draft_token

pytestmark = pytest.mark.django_db
BAD = b"MZ not a picture"


@pytest.fixture
def conference():
    return a_conference()


def a_file(content, name="anh.jpg"):
    return SimpleUploadedFile(name, content)


def sent(client, conference, files, **over):
    """Send the first step with files."""
    page = client.get(address(conference))
    data = {"text": WORDS, "phieu": draft_token(page), "papers": files, **over}
    return client.post(f"{address(conference)}?buoc=1", data)


def to_the_end(client, second, **sender):
    third = client.post(second, {"phieu": token(second), **sender}).url
    return client.post(third, {"phieu": token(third)})


def test_files_go_with_the_question_made_anew(client, conference):
    photo = a_jpeg(gps=True)
    files = [a_file(photo), a_file(a_paper(), "đơn.pdf")]
    to_the_end(client, sent(client, conference, files).url, consents_files="on")

    submission = Submission.objects.get()
    kept = [(file.position, file.name, file.content_type) for file in Attachment.objects.all()]
    assert kept == [(1, "anh.jpg", "image/jpeg"), (2, "đơn.pdf", "application/pdf")]
    assert b"iPhone" not in bytes(submission.attachments.first().content)
    assert submission.consents_files
    assert not DraftFile.objects.exists()


def test_files_are_public_only_by_consent_of_their_own(client, conference):
    to_the_end(client, sent(client, conference, [a_file(a_png())]).url)

    assert not Submission.objects.get().consents_files


def test_without_files_nobody_is_asked_about_them(client, conference):
    page = client.get(step_one(client, conference)).content.decode()

    assert "consents_files" not in page


def test_of_a_bad_and_a_good_file_the_good_one_and_the_words_stay(client, conference):
    page = sent(client, conference, [a_file(BAD, "x.exe"), a_file(a_png(), "ban-ve.png")])
    text = page.content.decode()

    assert "“x.exe” không phải ảnh JPEG, PNG, WebP hay tệp PDF." in text
    assert "Đã kèm 1 tệp, không phải chọn lại" in text
    assert "Bỏ tệp ban-ve.png" in text
    assert WORDS in text


def test_a_good_file_stays_when_the_words_are_wrong(client, conference):
    page = sent(client, conference, [a_file(a_png())], text="")
    again = {"text": WORDS, "phieu": draft_token(page)}
    second = client.post(f"{address(conference)}?buoc=1", again).url
    to_the_end(client, second)

    assert Submission.objects.get().attachments.count() == 1


def test_a_fourth_file_is_named_and_not_taken(client, conference):
    files = [a_file(a_jpeg(size=(60, 40 + n)), f"{n}.jpg") for n in range(1, 5)]
    page = sent(client, conference, files).content.decode()

    assert "Chưa kèm: “4.jpg”." in page
    assert "Đã kèm 3 tệp" in page


def test_a_file_chosen_by_mistake_is_taken_back(client, conference):
    second = sent(client, conference, [a_file(a_png())]).url
    data = {"text": WORDS, "phieu": token(second), "bo": DraftFile.objects.get().pk}
    client.post(f"{address(conference)}?buoc=1", data)

    assert not DraftFile.objects.exists()


def test_a_file_too_heavy_says_so(client, conference):
    page = sent(client, conference, [a_file(a_jpeg() + b"0" * (8 * 1024 * 1024))])

    assert "“anh.jpg” nặng quá 8 MB." in page.content.decode()


def test_files_nobody_sent_go_within_hours(client, conference):
    sent(client, conference, [a_file(a_png())])
    with clock.at(datetime(2024, 10, 7, 6, tzinfo=UTC)):
        sent(Client(), conference, [a_file(a_jpeg())])

    assert [file.content_type for file in DraftFile.objects.all()] == ["image/jpeg"]


def test_a_flood_of_files_is_not_even_opened(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "SENDS", 1)
    sent(client, conference, [a_file(BAD)])
    page = sent(client, conference, [a_file(a_png())])

    assert page.status_code == 429
    assert not DraftFile.objects.exists()


def test_of_too_many_files_no_more_is_drawn_and_the_words_still_go(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "FILES", 2)
    sent(client, conference, [a_file(a_png()), a_file(a_png())])
    DraftFile.objects.all().delete()
    page = sent(client, conference, [a_file(a_png())])

    assert page.context["form"].errors["papers"] == [limits.TOO_MANY_FILES]
    assert not DraftFile.objects.exists()
    assert sent(client, conference, []).status_code == 302


def test_a_topic_may_be_chosen_and_is_the_questions(client, conference):
    a_topic(conference)
    topic = a_topic(conference, "Nước sạch nông thôn")
    page = client.get(address(conference)).content.decode()
    assert "checked" in page
    to_the_end(client, sent(client, conference, [], topic="2").url)

    assert Submission.objects.get().parts.get().question.topic == topic


def test_a_topic_no_plan_has_is_refused(client, conference):
    a_topic(conference)

    assert sent(client, conference, [], topic="9").context["form"].errors["topic"]


def test_the_same_photo_chosen_twice_is_kept_once(conference):
    token = uuid4()
    file = made_anew("anh.jpg", a_jpeg())
    keep_files(token, [file, file])
    keep_files(token, [file])

    assert draft_files(token).count() == 1
