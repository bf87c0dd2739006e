"""Invitations: only of what is certain, told anew when it changes, handed over, by letter."""

from datetime import date, time

import pytest
from icalendar import Calendar

from doithoai.delegates.actions import mark_sent, prepare
from doithoai.delegates.models import Invitation
from doithoai.delegates.queries import out_of_date
from doithoai.outbox.models import Message
from doithoai.planning.actions import fix_day
from doithoai.vietnamese.qr import as_png
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_agency, an_official
from tests.builders_delegates import a_delegate, a_fixed_conference, an_invitation

pytestmark = pytest.mark.django_db
LINK = "https://doithoai.vidu.vn/giay-moi/1/"


@pytest.fixture
def conference():
    return a_fixed_conference()


@pytest.fixture
def host(conference):
    return an_official(conference.host)


def send(conference, by, *invitations, way="paper"):
    keys = [one.pk for one in invitations]
    return mark_sent(conference, keys, way=way, reply_url=lambda _: LINK, by=by)


def move_the_day(conference, by):
    new = {"held_on": date(2024, 10, 25), "start_time": time(14), "end_time": None}
    fix_day(conference, **new, venue="Nhà hát", tentative=False, version=0, by=by)
    conference.refresh_from_db()


def entry_of(letter):
    """The calendar entry among its files."""
    file = letter.files.get(name="giay-moi.ics")
    (event,) = Calendar.from_ical(bytes(file.data)).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    "lacking", [{"tentative": True}, {"start_time": None, "end_time": None}, {"venue": ""}]
)
def test_nothing_is_told_that_is_not_certain(lacking):
    conference = a_fixed_conference(**lacking)
    a_delegate(conference, "accepted")

    with pytest.raises(Refused, match="Vào trang Kế hoạch, ghi ngày, giờ, địa điểm"):
        prepare(conference, by=an_official(conference.host))


def test_accepted_delegates_are_invited_once_and_staff_need_it_not(conference, host):
    lan = a_delegate(conference, "accepted")
    a_delegate(conference)
    a_delegate(conference, "accepted", kind="staff")

    assert (prepare(conference, by=host), prepare(conference, by=host)) == (1, 0)
    made = Invitation.objects.get()
    assert (made.delegate, made.state, made.told_on) == (lan, "prepared", conference.held_on)


def test_a_changed_day_prepares_every_invitation_anew_and_forgets_the_replies(conference, host):
    coming = an_invitation(a_delegate(conference, "accepted"), "accepted")
    waiting = an_invitation(a_delegate(conference, "accepted"))
    move_the_day(conference, host)

    assert set(out_of_date(conference)) == {coming, waiting}
    with pytest.raises(Refused, match="còn ghi thời gian hoặc địa điểm cũ"):
        send(conference, host, waiting)
    assert prepare(conference, by=host) == 2
    coming.refresh_from_db()
    assert (coming.state, coming.number, coming.replied_at) == ("prepared", 2, None)
    assert (coming.told_on, coming.told_venue) == (date(2024, 10, 25), "Nhà hát")
    assert not out_of_date(conference)


def test_paper_is_marked_as_handed_over(conference, host):
    invitation = an_invitation(a_delegate(conference, "accepted"))
    (sent,) = send(conference, host, invitation)

    assert (sent.state, sent.way, sent.sent_by) == ("sent", "paper", host)
    assert not Message.objects.exists()
    with pytest.raises(Refused, match="đang ở trạng thái “Đã gửi”"):
        send(conference, host, invitation)


def test_a_letter_goes_to_the_outbox_with_its_calendar_entry(conference, host):
    lan = a_delegate(conference, "accepted", full_name="Nguyễn Thị Lan", email="lan@vidu.vn")
    send(conference, host, an_invitation(lan), way="email")
    letter = Message.objects.get()
    event = entry_of(letter)

    assert letter.to_email == "lan@vidu.vn"
    assert letter.body.startswith("Kính gửi: Ông/Bà Nguyễn Thị Lan, Phó Giám đốc, ")
    assert "Thời gian: 8 giờ 00, Thứ Năm, 24/10/2024" in letter.body
    assert LINK in letter.body
    assert lan.badge in letter.body
    assert event["DTSTART"].dt.isoformat() == "2024-10-24T01:00:00+00:00"
    assert event["DTEND"].dt.isoformat() == "2024-10-24T04:30:00+00:00"
    assert event["LOCATION"] == "Hội trường tỉnh"


def test_the_letter_carries_the_code_of_the_door_as_a_picture(conference, host):
    lan = a_delegate(conference, "accepted", email="lan@vidu.vn")
    send(conference, host, an_invitation(lan), way="email")
    picture = Message.objects.get().files.get(name="ma-dai-bieu.png")

    assert (picture.content_type, bytes(picture.data)) == (
        "image/png",
        as_png(lan.code).getvalue(),
    )


def test_the_committee_invites_by_letter_as_on_paper(conference, host):
    lan = a_delegate(conference, "accepted", email="lan@vidu.vn")
    send(conference, host, an_invitation(lan), way="email")
    body = Message.objects.get().body

    assert "Ủy ban nhân dân tỉnh Tiền Giang trân trọng kính mời Ông/Bà đến dự Hội nghị" in body
    assert body.endswith("Trân trọng.\nỦy ban nhân dân tỉnh Tiền Giang\n")
    assert conference.host.name not in body


def test_one_invited_by_post_is_addressed_by_post(conference, host):
    by_post = {"full_name": "", "post": "Lãnh đạo", "organisation": "Sở Y tế"}
    leader = a_delegate(conference, "accepted", **by_post, email="syt@vidu.vn")
    send(conference, host, an_invitation(leader), way="email")
    body = Message.objects.get().body

    assert body.startswith("Kính gửi: Lãnh đạo Sở Y tế\n")
    assert "trân trọng kính mời Lãnh đạo Sở Y tế đến dự Hội nghị" in body
    assert "Đề nghị quý cơ quan báo việc dự" in body
    assert "Ông/Bà" not in body


def test_one_without_an_address_stops_the_whole_sending(conference, host):
    lan = a_delegate(conference, "accepted", email="lan@vidu.vn")
    both = [an_invitation(lan), an_invitation(a_delegate(conference, "accepted"))]

    with pytest.raises(Refused, match="chưa có thư điện tử"):
        send(conference, host, *both, way="email")
    assert not Message.objects.exists()
    assert set(Invitation.objects.values_list("state", flat=True)) == {"prepared"}


def test_a_second_invitation_is_a_second_letter_that_says_so(conference, host):
    invitation = an_invitation(a_delegate(conference, "accepted", email="lan@vidu.vn"))
    send(conference, host, invitation, way="email")
    move_the_day(conference, host)
    prepare(conference, by=host)
    send(conference, host, invitation, way="email")
    latest = Message.objects.order_by("-pk")[0]
    event = entry_of(latest)

    assert Message.objects.count() == 2
    assert "thay giấy mời đã gửi trước" in latest.body
    assert "14 giờ 00, Thứ Sáu, 25/10/2024" in latest.body
    assert event["SEQUENCE"] == 1


def test_a_department_invites_nobody(conference):
    other = an_official(an_agency("Sở Xây dựng"))

    with pytest.raises(Forbidden):
        prepare(conference, by=other)
    with pytest.raises(Forbidden):
        send(conference, other, an_invitation(a_delegate(conference, "accepted")))
