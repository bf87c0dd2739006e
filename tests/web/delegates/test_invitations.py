"""The page of invitations: prepared, handed over by hand or by letter, replies noted."""

import pytest
from django.urls import reverse

from doithoai.delegates.models import Delegate, Invitation
from doithoai.outbox.models import Message
from tests.builders import a_question, a_referral, an_official
from tests.builders_delegates import a_delegate, a_fixed_conference, an_invitation

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(client):
    conference = a_fixed_conference()
    client.force_login(an_official(conference.host))
    return conference


def at(conference, name="invitations", *more):
    return reverse(f"delegates:{name}", args=[conference.slug, *more])


def test_while_the_day_is_not_certain_the_page_says_where_to_fix_it(client, conference):
    conference.tentative = True
    conference.save()
    a_delegate(conference, "accepted")
    html = client.get(at(conference)).content.decode()

    assert "Chưa chuẩn bị giấy mời được." in html
    assert reverse("planning:plan", args=[conference.slug]) in html
    answer = client.post(at(conference, "prepare"))
    assert "Chưa chốt ngày, giờ hoặc địa điểm" in answer.content.decode()


def test_invitations_are_prepared_and_counted(client, conference):
    a_delegate(conference, "accepted")
    assert "chưa có giấy mời" in client.get(at(conference)).content.decode()
    html = client.post(at(conference, "prepare"), follow=True).content.decode()

    assert "Đã chuẩn bị 1 giấy mời." in html
    assert "Chưa gửi 1" in html


def test_those_that_tell_an_old_day_are_told_and_not_sent(client, conference):
    invitation = an_invitation(a_delegate(conference, "accepted"), told_venue="Nhà hát")
    html = client.get(at(conference)).content.decode()

    assert "Phải mời lại" in html
    assert f'value="{invitation.pk}"' not in html


def test_chosen_ones_are_marked_as_handed_over(client, conference):
    invitation = an_invitation(a_delegate(conference, "accepted"))
    sent = {"giay-moi": [invitation.pk], "cach": "paper"}
    html = client.post(at(conference, "send"), sent, follow=True).content.decode()

    assert "Đã ghi trao giấy mời: 1 giấy mời." in html
    assert Invitation.objects.get().state == "sent"


def test_letters_carry_the_address_of_the_reply_page(client, conference):
    invitation = an_invitation(a_delegate(conference, "accepted", email="lan@vidu.vn"))
    client.post(at(conference, "send"), {"giay-moi": [invitation.pk], "cach": "email"})

    address = reverse("delegates:reply", args=[invitation.token])
    assert f"http://testserver{address}" in Message.objects.get().body


def test_a_reply_told_by_telephone_is_noted(client, conference):
    invitation = an_invitation(a_delegate(conference, "accepted"), "sent")
    address = at(conference, "note_reply", invitation.pk)
    assert "Nêu lý do" in client.post(address, {"answer": "declined"}).content.decode()
    client.post(address, {"answer": "declined", "reason": "Ốm"})

    assert "Ốm" in client.get(at(conference, "invitations")).content.decode()
    assert "Không dự được 1" in client.get(at(conference)).content.decode()


def test_agencies_that_hold_questions_are_invited_in_one_deed(client, conference):
    referral = a_referral(a_question(conference))
    html = client.get(at(conference)).content.decode()
    assert "Cơ quan đang giữ câu hỏi, chưa có đại biểu" in html
    client.post(at(conference, "ask_agencies"))

    assert Delegate.objects.get().agency == referral.agency
    assert "Cơ quan đang giữ câu hỏi" not in client.get(at(conference)).content.decode()


def test_the_list_goes_to_excel_and_narrows_by_state(client, conference):
    an_invitation(a_delegate(conference, "accepted"), "sent")

    assert client.get(at(conference) + "?xlsx=1").status_code == 200
    assert (
        "Chưa có giấy mời nào"
        in client.get(at(conference) + "?trang-thai=declined").content.decode()
    )


def test_a_department_has_no_such_page(client, conference):
    department = conference.participations.first().agency
    client.force_login(an_official(department))

    assert client.get(at(conference)).status_code == 403
