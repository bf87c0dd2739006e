"""The page behind an invitation's link: without an account, without a script, for one person."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.delegates.models import Delegate
from doithoai.web.portal import limits
from tests.builders_delegates import a_delegate, a_fixed_conference, an_invitation

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    told = {"full_name": "Nguyễn Thị Lan", "post": "Giám đốc", "phone": "0912345678"}
    return an_invitation(a_delegate(a_fixed_conference(), "accepted", **told), "sent")


def at(invitation, name="reply"):
    return reverse(f"delegates:{name}", args=[invitation.token])


def test_it_says_what_the_invitation_says_and_nothing_of_contacts(client, invitation):
    answer = client.get(at(invitation))
    html = answer.content.decode()

    assert "8 giờ 00, Thứ Năm, 24/10/2024" in html
    assert "Hội trường tỉnh" in html
    assert "Ủy ban nhân dân tỉnh Tiền Giang kính mời Ông/Bà Nguyễn Thị Lan, Giám đốc" in html
    assert invitation.delegate.badge in html
    assert "0912345678" not in html
    assert "<script" not in html.partition("<main")[2]
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    "sent, state",
    [
        ({"answer": "accepted"}, "accepted"),
        ({"answer": "declined", "reason": "Ốm"}, "declined"),
        ({"answer": "substituted", "full_name": "Trần Văn Bé"}, "substituted"),
    ],
)
def test_each_answer_is_noted_and_thanked(client, invitation, sent, state):
    html = client.post(at(invitation), sent, follow=True).content.decode()
    invitation.refresh_from_db()

    assert "Đã ghi trả lời." in html
    assert invitation.state == state
    assert Entry.objects.filter(verb="delegates.reply").get().actor is None


def test_who_comes_instead_is_shown_and_may_still_be_changed(client, invitation):
    client.post(at(invitation), {"answer": "substituted", "full_name": "Trần Văn Bé"})
    assert "Trần Văn Bé" in client.get(at(invitation)).content.decode()
    client.post(at(invitation), {"answer": "accepted"})

    assert Delegate.objects.get(full_name="Trần Văn Bé").state == "withdrawn"


def test_what_an_answer_lacks_is_said_and_the_rest_stays(client, invitation):
    assert "Chọn một trong ba" in client.post(at(invitation), {"answer": ""}).content.decode()
    html = client.post(at(invitation), {"answer": "substituted", "post": "Phó"}).content.decode()

    assert "Ghi họ và tên người dự thay." in html
    assert 'value="Phó"' in html


def test_after_the_start_the_page_takes_no_more_answers(client, invitation):
    with clock.at(datetime(2024, 10, 24, 2, 0, tzinfo=UTC)):
        assert "không nhận trả lời nữa" in client.get(at(invitation)).content.decode()
        answer = client.post(at(invitation), {"answer": "accepted"})
    assert answer.status_code == 409


def test_a_void_invitation_says_whom_to_ask(client, invitation):
    Delegate.objects.update(state="withdrawn", reason="Đổi thành phần")
    html = client.get(at(invitation)).content.decode()

    assert "không còn hiệu lực" in html
    assert "Gửi trả lời" not in html


def test_a_changed_day_is_told_before_the_new_invitation_comes(client, invitation):
    conference = invitation.delegate.conference
    conference.venue = "Nhà hát"
    conference.save()

    assert "đang thay đổi" in client.get(at(invitation)).content.decode()


def test_the_door_code_is_a_picture_and_the_day_a_calendar_file(client, invitation):
    picture, entry = client.get(at(invitation, "door_code")), client.get(at(invitation, "calendar"))

    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert b"style=" not in picture.content
    assert b"DTSTART:20241024T010000Z" in entry.content


def test_nobody_guesses_a_link(client, invitation):
    assert client.get(reverse("delegates:reply", args=[uuid4()])).status_code == 404


def test_a_flood_from_one_address_is_stopped(client, invitation, monkeypatch):
    monkeypatch.setattr(limits, "SENDS", 1)
    client.post(at(invitation), {"answer": "accepted"})
    answer = client.post(at(invitation), {"answer": "declined", "reason": "Ốm"})

    assert answer.status_code == 429
    assert "Ốm" in answer.content.decode()
