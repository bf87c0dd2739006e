"""People come to the list, one by one or from a sheet; they are accepted, corrected, replaced."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from doithoai.audit.models import Entry
from doithoai.delegates.actions import (
    accept,
    add_delegate,
    amend_delegate,
    export_contacts,
    nominate,
    nominate_many,
    show_contacts,
    substitute,
    withdraw,
)
from doithoai.delegates.models import Delegate
from doithoai.delegates.people import Person
from doithoai.delegates.queries import DelegateFilter, delegates_for, delegates_wanted
from doithoai.delegates.rules import read_code
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_agency, an_official
from tests.builders_delegates import a_delegate, a_line, an_allocation

pytestmark = pytest.mark.django_db
LAN = Person("Nguyễn Thị Lan", "Phó Giám đốc", phone="0912345678", email="lan@vidu.vn")
BE = Person("Trần Văn Bé", "Giám đốc")


@pytest.fixture
def share():
    return an_allocation(seats=2)


@pytest.fixture
def clerk(share):
    return an_official(share.agency)


@pytest.fixture
def host(share):
    return an_official(share.quota_line.conference.host)


def test_an_agency_names_a_person_of_its_own_who_waits_for_acceptance(share, clerk):
    lan = nominate(share, LAN, by=clerk)

    assert (lan.state, lan.organisation, lan.agency) == ("nominated", "Sở Nội vụ", share.agency)
    assert read_code(lan.badge.lower()) == lan.code
    assert lan.rank == 62


def test_who_organises_names_at_once_as_accepted(share, host):
    assert nominate(share, LAN, by=host).state == "accepted"


def test_no_more_are_named_than_the_agency_has_seats(share, clerk):
    nominate_many(share, [LAN, BE], by=clerk)

    with pytest.raises(Refused, match="2 đại biểu, đã đủ người"):
        nominate(share, Person("Lê Thị Hoa"), by=clerk)


def test_nobody_is_on_the_list_twice(share, clerk):
    nominate(share, LAN, by=clerk)

    with pytest.raises(Refused, match="đã có trong danh sách"):
        nominate(share, replace(LAN, post="Giám đốc"), by=clerk)


def test_a_withdrawn_person_may_be_named_again(share, clerk):
    withdraw(nominate(share, LAN, by=clerk), reason="Bận", version=0, by=clerk)

    assert nominate(share, LAN, by=clerk).state == "nominated"


def test_the_same_sheet_twice_adds_nothing(share, clerk):
    assert len(nominate_many(share, [LAN, BE, LAN], by=clerk)) == 2
    assert nominate_many(share, [LAN, BE], by=clerk) == []


def test_a_sheet_with_too_many_adds_nobody(share, clerk):
    with pytest.raises(Refused, match="còn 2 chỗ; danh sách thêm 3 người"):
        nominate_many(share, [LAN, BE, Person("Lê Thị Hoa")], by=clerk)
    assert not Delegate.objects.exists()


def test_another_agency_names_nobody_here(share):
    with pytest.raises(Forbidden):
        nominate(share, LAN, by=an_official(an_agency("Sở Xây dựng")))


def test_who_organises_adds_guests_by_post_and_their_name_is_told_later(share, host, clerk):
    conference = share.quota_line.conference
    post = Person(post="Lãnh đạo", organisation="Sở Nội vụ")
    guest = add_delegate(conference, post, kind="guest", agency=share.agency, by=host)

    assert (guest.shown_name, guest.state) == ("Lãnh đạo Sở Nội vụ", "accepted")
    told = amend_delegate(guest, full_name="Lê Thị Hoa", version=0, by=clerk)
    assert told.shown_name == "Lê Thị Hoa"
    with pytest.raises(Forbidden):
        amend_delegate(told, full_name="Lê Thị Huệ", version=1, by=clerk)


def test_acceptance_is_another_person_s(share, clerk, host):
    lan = nominate(share, LAN, by=clerk)
    other = a_delegate(share.quota_line.conference, nominated_by=host)

    with pytest.raises(Forbidden, match="Người cử không tự chấp thuận"):
        accept(share.quota_line.conference, [lan.pk, other.pk], by=host)
    lan.refresh_from_db()
    assert lan.state == "nominated"
    (lan,) = accept(share.quota_line.conference, [lan.pk], by=host)
    assert (lan.state, lan.accepted_by) == ("accepted", host)


def test_the_database_itself_keeps_acceptance_apart(share, host):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_delegate(share.quota_line.conference, nominated_by=host, accepted_by=host)


def test_accepting_nobody_or_twice_is_refused(share, host):
    conference = share.quota_line.conference
    lan = a_delegate(conference, "accepted")

    with pytest.raises(Refused, match="Chọn ít nhất một"):
        accept(conference, [], by=host)
    with pytest.raises(Refused, match="đang ở trạng thái “Đã chấp thuận”"):
        accept(conference, [lan.pk], by=host)


def test_withdrawing_needs_a_reason_and_frees_the_seat(share, clerk):
    lan = nominate(share, LAN, by=clerk)
    with pytest.raises(Refused, match="Nêu lý do"):
        withdraw(lan, reason=" ", version=0, by=clerk)
    withdraw(lan, reason="Đi công tác", version=0, by=clerk)

    assert len(nominate_many(share, [BE, Person("Lê Thị Hoa")], by=clerk)) == 2


def test_a_substitute_takes_the_same_seat_and_waits_when_an_agency_sends_it(share, clerk, host):
    lan = nominate(share, LAN, by=host)
    be = substitute(lan, BE, reason="Bận họp", version=0, by=clerk)
    lan.refresh_from_db()

    assert (lan.state, lan.reason) == ("replaced", "Bận họp")
    assert (be.replaces, be.quota_line, be.state) == (lan, share.quota_line, "nominated")
    third = substitute(be, Person("Lê Thị Hoa"), reason="Đổi người", version=0, by=host)
    assert third.state == "accepted"


def test_who_came_late_is_told_that_the_person_was_changed(share, clerk):
    lan = nominate(share, LAN, by=clerk)
    amend_delegate(lan, post="Giám đốc", version=0, by=clerk)

    with pytest.raises(Refused, match="Có người vừa sửa đại biểu này"):
        amend_delegate(lan, post="Phó phòng", version=0, by=clerk)


def test_rank_kind_and_line_are_not_an_agency_s_to_change(share, clerk):
    lan = nominate(share, LAN, by=clerk)

    with pytest.raises(Forbidden):
        amend_delegate(lan, rank=10, version=0, by=clerk)


def test_the_trail_keeps_no_phone_and_no_address(share, clerk):
    lan = nominate(share, LAN, by=clerk)
    amend_delegate(lan, phone="0987654321", email="lan2@vidu.vn", version=0, by=clerk)
    kept = " ".join(f"{one.before} {one.after}" for one in Entry.objects.all())

    assert "0912345678" not in kept
    assert "0987654321" not in kept
    assert "lan2@vidu.vn" not in kept


def test_looking_at_contacts_is_kept(share, clerk, host):
    lan = nominate(share, LAN, by=clerk)
    show_contacts(lan, by=clerk)
    export_contacts(share.quota_line.conference, count=1, by=host)

    with pytest.raises(Forbidden):
        show_contacts(lan, by=an_official(share.quota_line.conference.chair))
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"delegates.show_contacts", "delegates.export_contacts"} <= verbs


def test_an_agency_sees_its_own_and_the_host_everybody(share, clerk, host):
    conference = share.quota_line.conference
    lan, guest = nominate(share, LAN, by=clerk), a_delegate(conference, kind="guest")

    assert list(delegates_for(clerk, conference)) == [lan]
    assert set(delegates_for(host, conference)) == {lan, guest}


def test_the_list_is_searched_without_marks_and_sorted_by_given_name(share):
    conference = share.quota_line.conference
    section = a_line(conference)
    row = a_line(conference, parent=section)
    hoa = a_delegate(conference, full_name="Lê Thị Hoa", rank=90, quota_line=row)
    anh = a_delegate(conference, full_name="Vũ Ngọc Ánh", rank=60)
    everyone = Delegate.objects.all()

    def found(**wanted):
        return delegates_wanted(everyone, DelegateFilter(**wanted))

    assert found() == [anh, hoa]
    assert found(words="thi hoa") == found(words=hoa.badge.lower()) == [hoa]
    assert found(line=section.pk) == found(line=row.pk) == [hoa]
    hoa.rank = 10
    hoa.save()
    assert found() == [hoa, anh]
    assert found(by_name=True) == [anh, hoa]
