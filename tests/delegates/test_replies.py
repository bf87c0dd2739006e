"""What invited people answer: coming, not coming, another comes; changed until it starts."""

from datetime import UTC, datetime

import pytest

from doithoai.audit import clock
from doithoai.delegates.actions import accept, reply, withdraw
from doithoai.delegates.models import Delegate
from doithoai.delegates.people import Person
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_agency, an_official
from tests.builders_delegates import a_delegate, a_fixed_conference, an_invitation

pytestmark = pytest.mark.django_db
BE = Person("Trần Văn Bé", "Trưởng phòng")


@pytest.fixture
def invitation():
    lan = a_delegate(a_fixed_conference(), "accepted", organisation="Sở Y tế")
    return an_invitation(lan, "sent")


def answer(invitation, word, **over):
    return reply(invitation, answer=word, **({"by": None} | over))


def test_coming_is_noted_with_its_moment(invitation):
    found = answer(invitation, "accepted")
    assert (found.state, found.replied_at) == ("accepted", clock.now())


def test_not_coming_says_why(invitation):
    with pytest.raises(Refused, match="Nêu lý do"):
        answer(invitation, "declined", reason=" ")
    found = answer(invitation, "declined", reason="Đi công tác")

    assert (found.state, found.reply_reason) == ("declined", "Đi công tác")
    assert found.delegate.state == "accepted"


def test_another_who_comes_is_named_and_waits_for_acceptance(invitation):
    with pytest.raises(Refused, match="Ghi họ và tên người dự thay"):
        answer(invitation, "substituted", substitute=Person(post="Trưởng phòng"))
    answer(invitation, "substituted", substitute=BE)
    be = Delegate.objects.get(full_name=BE.full_name)

    assert (be.replaces, be.state, be.organisation) == (invitation.delegate, "nominated", "Sở Y tế")
    assert be.replaces.state == "replaced"


def test_who_comes_after_all_takes_the_place_back(invitation):
    answer(invitation, "substituted", substitute=BE)
    found = answer(invitation, "accepted")

    assert (found.state, found.delegate.state) == ("accepted", "accepted")
    assert Delegate.objects.get(full_name=BE.full_name).state == "withdrawn"


def test_a_second_substitute_replaces_the_first(invitation):
    answer(invitation, "substituted", substitute=BE)
    answer(invitation, "substituted", substitute=Person("Lê Thị Hoa"))
    states = dict(Delegate.objects.values_list("full_name", "state"))

    assert (states["Trần Văn Bé"], states["Lê Thị Hoa"]) == ("withdrawn", "nominated")


def test_once_the_substitute_is_accepted_only_the_host_changes_it(invitation):
    answer(invitation, "substituted", substitute=BE)
    conference = invitation.delegate.conference
    accept(
        conference, [Delegate.objects.get(state="nominated").pk], by=an_official(conference.host)
    )

    with pytest.raises(Refused, match="Người dự thay đã được chấp thuận"):
        answer(invitation, "accepted")


def test_paper_answered_before_it_was_marked_has_been_handed_over():
    invitation = an_invitation()
    found = answer(invitation, "accepted")

    assert (found.state, found.way) == ("accepted", "paper")


def test_an_answer_may_change_until_the_conference_starts(invitation):
    with clock.at(datetime(2024, 10, 24, 0, 59, tzinfo=UTC)):
        answer(invitation, "accepted")
        answer(invitation, "declined", reason="Ốm")
    with (
        clock.at(datetime(2024, 10, 24, 1, 0, tzinfo=UTC)),
        pytest.raises(Refused, match="đã bắt đầu"),
    ):
        answer(invitation, "accepted")


def test_an_invitation_of_one_who_is_withdrawn_is_void(invitation):
    host = an_official(invitation.delegate.conference.host)
    withdraw(invitation.delegate, reason="Đổi thành phần", version=0, by=host)

    with pytest.raises(Refused, match="không còn hiệu lực"):
        answer(invitation, "accepted")


def test_an_official_notes_a_reply_told_by_telephone(invitation):
    host = an_official(invitation.delegate.conference.host)

    assert answer(invitation, "accepted", by=host).state == "accepted"
    with pytest.raises(Forbidden):
        answer(invitation, "declined", reason="Bận", by=an_official(an_agency("Sở Du lịch")))


def test_what_is_no_answer_is_refused(invitation):
    with pytest.raises(Refused, match="Chọn một trong ba"):
        answer(invitation, "sent")
