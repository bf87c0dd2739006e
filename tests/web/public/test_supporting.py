"""While writing: public questions like it; asking one of them too, in one page."""

import time

import pytest
from django.core.signing import TimestampSigner
from django.test import Client

from doithoai.questions.actions.comparing.keeping import keep_words
from doithoai.questions.models import Part, Submission
from doithoai.questions.states import QuestionState
from doithoai.web.public import forms, supporting
from tests.builders import a_conference, a_question
from tests.builders_questions import a_collection_point
from tests.web.visits import draft_token

pytestmark = pytest.mark.django_db
WORDS = "Khi nào tuyến đường ấp Bình Hòa được sửa chữa, nâng cấp? Gọi tôi 0912345678."
TYPED = {"text": "Xin hỏi khi nào tuyến đường ấp Bình Hòa được sửa chữa?"}


def a_compared(conference, state, text=WORDS):
    question = a_question(conference, state=state, wording=text, sender={"text": text})
    keep_words(list(Part.objects.filter(question=question)))
    return question


def looked(client, conference, data=TYPED):
    return client.post(f"/cong/{conference.slug}/gui-cau-hoi/giong/", data).content.decode()


def test_like_questions_are_public_ones_masked_with_how_many_asked(client):
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)
    piece = looked(client, conference)

    assert "tuyến đường ấp Bình Hòa" in piece
    assert "1 người đã hỏi." in piece
    assert "0912345678" not in piece
    assert f"/cong/{conference.slug}/cung-hoi/1/" in piece


@pytest.mark.parametrize("state", [QuestionState.RECEIVED, QuestionState.SET_ASIDE])
def test_what_is_not_public_is_never_shown_to_who_writes(client, state):
    conference = a_conference()
    a_compared(conference, state)

    assert looked(client, conference).strip() == ""


def test_questions_of_another_conference_are_not_shown(client):
    a_compared(a_conference(), QuestionState.SELECTED)

    assert looked(client, a_conference()).strip() == ""


@pytest.mark.parametrize("typed", ["", " ", "a", "%_%' OR 1=1 --", "\u0301" * 5000])
def test_odd_words_are_like_nothing(client, typed):
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)

    assert looked(client, conference, {"text": typed}).strip() == ""


def test_whoever_looks_too_often_sees_nothing_and_may_still_write(client, monkeypatch):
    monkeypatch.setattr(supporting, "LOOKS", 0)
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)

    assert looked(client, conference) == ""
    assert client.get(f"/cong/{conference.slug}/gui-cau-hoi/").status_code == 200


def test_asking_too_gives_a_receipt_and_follows_the_question(client):
    conference = a_conference()
    question = a_compared(conference, QuestionState.SELECTED)
    address = f"/cong/{conference.slug}/cung-hoi/1/"
    page = client.get(address)
    sent = {"phieu": draft_token(page), "sender_unit": "Xã Phú Tân"}
    first, second = client.post(address, sent), client.post(address, sent)

    assert first.url == second.url
    submission = Submission.objects.get(sender_unit="Xã Phú Tân")
    assert submission.parts.get().question == question
    track = client.get(f"/tra-cuu/{submission.code}/").content.decode()
    assert "1 người khác cùng hỏi câu này." in track


def asked_too(client, conference, query="", **sent):
    page = client.get(f"/cong/{conference.slug}/cung-hoi/1/")
    data = {"phieu": page.context["token"], **sent}
    return client.post(f"/cong/{conference.slug}/cung-hoi/1/{query}", data)


def test_who_came_by_a_union_counts_for_it(client):
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)
    point = a_collection_point(conference)
    at = f"?diem={point.code}"
    piece = client.post(f"/cong/{conference.slug}/gui-cau-hoi/giong/{at}", TYPED).content.decode()
    assert f"/cong/{conference.slug}/cung-hoi/1/{at}" in piece
    assert asked_too(client, conference, at).status_code == 302

    assert point.submissions.count() == 1


def test_one_browser_asks_a_question_too_once(client):
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)
    assert asked_too(client, conference).status_code == 302
    again = asked_too(client, conference)

    assert "Máy này đã cùng hỏi câu này" in again.content.decode()
    assert Submission.objects.count() == 2


@pytest.mark.parametrize("contact", [{"phone": "0912 345 678"}, {"email": "Muoi@vidu.vn"}])
def test_one_contact_asks_a_question_too_once_from_wherever(contact):
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)
    sent = {**contact, "consents_contact": "on"}
    assert asked_too(Client(), conference, **sent).status_code == 302
    again = asked_too(Client(), conference, **sent)

    assert again.status_code == 409
    assert "được tính một lần" in again.content.decode()
    assert Submission.objects.count() == 2


@pytest.mark.parametrize("trap", [{"website": "x"}, {"opened": "mo:1:x"}])
def test_a_machine_asks_nothing_too(client, trap):
    conference = a_conference()
    a_compared(conference, QuestionState.SELECTED)

    assert asked_too(client, conference, **trap).status_code in {200, 409}
    assert Submission.objects.count() == 1


def test_what_is_not_public_cannot_be_asked_too(client):
    conference = a_conference()
    a_compared(conference, QuestionState.RECEIVED)

    assert client.get(f"/cong/{conference.slug}/cung-hoi/1/").status_code == 404


def test_a_page_sent_the_moment_it_opens_is_a_machines(client):
    conference = a_conference()
    address = f"/cong/{conference.slug}/gui-cau-hoi/?buoc=1"
    seal = TimestampSigner(salt=forms.SALT).sign("mo")
    page = client.post(address, {**TYPED, "opened": seal})

    assert page.status_code == 409
    assert "Chờ hai giây rồi bấm Tiếp tục" in page.content.decode()
    assert TYPED["text"] in page.content.decode()


@pytest.mark.parametrize("wait, status", [(1, 409), (3, 302)])
def test_two_seconds_are_enough_for_a_person(client, monkeypatch, wait, status):
    conference = a_conference()
    address = f"/cong/{conference.slug}/gui-cau-hoi/"
    seal = client.get(address).context["form"]["opened"].value()
    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + wait)

    assert client.post(f"{address}?buoc=1", {**TYPED, "opened": seal}).status_code == status


def test_a_forged_seal_is_a_machines(client):
    address = f"/cong/{a_conference().slug}/gui-cau-hoi/?buoc=1"

    assert client.post(address, {**TYPED, "opened": "mo:1:x"}).status_code == 409
