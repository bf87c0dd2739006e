"""The telephones' page: no account, no script, nobody else's business."""

import pytest
from django.urls import reverse

from doithoai.audit import clock
from doithoai.hall.actions import close_session, take
from doithoai.hall.models import AudienceQuestion, AudienceSupport
from doithoai.hall.states import AudienceState, SessionState
from tests.builders_hall import (
    a_driver,
    a_hall_conference,
    a_session,
    an_audience,
    an_audience_question,
)

pytestmark = pytest.mark.django_db
TEXT = "Khi nào có xe buýt về xã Phú Tân?"


def address(session):
    return reverse("hall:audience", args=[session.conference.slug])


def test_a_hall_not_opened_says_so(client):
    found = client.get(reverse("hall:audience", args=[a_hall_conference().slug]))

    assert "Hội trường chưa mở" in found.content.decode()


@pytest.mark.parametrize(
    ("over", "words"),
    [
        ({"running": False}, "Hội nghị chưa bắt đầu"),
        ({"state": SessionState.CLOSED, "closed_at": clock.now()}, "Hội nghị đã bế mạc"),
    ],
)
def test_before_it_begins_and_after_it_ends_the_telephone_says_which(client, over, words):
    session = a_session(**over)

    assert words in client.get(address(session)).content.decode()


def test_a_question_is_sent_and_seen_by_its_own_telephone_only(client):
    session = an_audience(a_session())
    response = client.post(address(session), {"text": TEXT})
    own = client.get(address(session)).content.decode()
    client.cookies.clear()

    assert response.status_code == 302
    assert TEXT in own
    assert TEXT not in client.get(address(session)).content.decode()


def test_the_telephone_is_told_the_receipt_when_its_question_is_taken(client):
    session = an_audience(a_session())
    client.post(address(session), {"text": TEXT})
    question = AudienceQuestion.objects.get()
    take(session, question=question.pk, version=session.version, by=a_driver(session))
    question.refresh_from_db()

    assert question.submission.code in client.get(address(session)).content.decode()
    client.cookies.clear()
    assert question.submission.code not in client.get(address(session)).content.decode()


def test_after_the_close_the_telephone_finds_the_receipt_of_what_had_no_turn(client):
    session = an_audience(a_session())
    client.post(address(session), {"text": TEXT})
    close_session(session, version=session.version, by=a_driver(session))
    question = AudienceQuestion.objects.select_related("submission").get()
    html = client.get(address(session)).content.decode()

    assert "Đã tiếp nhận" in html
    assert question.submission.code in html


@pytest.mark.parametrize(
    ("data", "word", "status"),
    [
        ({"text": "ngắn"}, "Viết rõ hơn", 200),
        ({"text": TEXT, "website": "x"}, "phải để trống", 200),
        ({"text": "a" * 401}, "400 chữ cái", 200),
    ],
)
def test_what_is_wrong_is_said_and_the_text_stays(client, data, word, status):
    session = an_audience(a_session())
    response = client.post(address(session), data)

    assert (response.status_code, word in response.content.decode()) == (status, True)
    assert not AudienceQuestion.objects.exists()


def test_a_second_question_at_once_is_refused_with_its_text_kept(client):
    session = an_audience(a_session())
    client.post(address(session), {"text": TEXT})
    response = client.post(address(session), {"text": "Một câu khác, gửi liền sau"})

    assert response.status_code == 409
    assert "Một câu khác, gửi liền sau" in response.content.decode()


def test_supporting_counts_one_telephone_once(client):
    session = an_audience(a_session())
    question = an_audience_question(session, state=AudienceState.SHOWN)
    for _ in range(2):
        client.post(address(session), {"ung-ho": question.pk})

    assert AudienceSupport.objects.count() == 1
    assert "1 người ủng hộ" in client.get(address(session)).content.decode()


@pytest.mark.parametrize("key", ["", "abc", "9" * 30])
def test_supporting_nothing_is_not_found(client, key):
    session = an_audience(a_session())

    assert client.post(address(session), {"ung-ho": key}).status_code == 404


def test_what_waits_or_was_refused_is_shown_to_nobody(client):
    session = an_audience(a_session())
    for state in (AudienceState.WAITING, AudienceState.REFUSED):
        an_audience_question(session, text=f"Câu {state.label}", state=state)
    html = client.get(address(session)).content.decode()

    assert "Câu Chờ duyệt" not in html
    assert "Câu Không đưa" not in html


def test_looking_gives_a_telephone_its_mark_and_keeps_it(client):
    session = an_audience(a_session())
    client.get(address(session))
    mark = client.cookies["may"].value
    client.post(address(session), {"text": TEXT})

    assert client.cookies["may"].value == mark
    assert TEXT in client.get(address(session)).content.decode()


def test_a_hall_not_opened_marks_no_telephone(client):
    client.get(reverse("hall:audience", args=[a_hall_conference().slug]))

    assert "may" not in client.cookies
