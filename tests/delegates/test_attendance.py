"""The door and the roll: once in is in, scans without network, four answers traced."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.delegates.actions.attendance import (
    Scan,
    check_in,
    mark_attendance,
    receive_scans,
    substitute_at_door,
    undo_check_in,
    walk_in,
)
from doithoai.delegates.models import CheckIn, CheckInWay, Delegate
from doithoai.delegates.people import Person
from doithoai.delegates.queries.attendance import (
    arrivals_by_section,
    attendance_counts,
    attendance_counts_by,
    door_list,
    found_at_door,
)
from doithoai.delegates.queries.seating import seated_by
from doithoai.delegates.states import AttendanceState, DelegateState
from doithoai.directory.models import Right
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate, a_line
from tests.builders_seating import a_hall, seat_called, seated

pytestmark = pytest.mark.django_db
GUEST = Person(full_name="Phạm Văn Bảy", organisation="Hội Người cao tuổi")


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def door(conference):
    """An account of the door, of the host."""
    return an_official(conference.host, Right.DOOR, full_name="Lê Cửa")


def enter(delegate, by, **over):
    return check_in(delegate, **{"way": CheckInWay.CODE, "by": by, **over})


def test_a_delegate_comes_in_once_and_the_second_is_told_when(conference, door):
    delegate = a_delegate(conference, full_name="Trần Thị Năm")
    enter(delegate, door)
    delegate.refresh_from_db()

    assert delegate.attendance == AttendanceState.PRESENT
    with pytest.raises(
        Refused, match="Trần Thị Năm đã vào lúc 08:00, 7/10/2024, người ghi: Lê Cửa"
    ):
        enter(delegate, door)
    assert Entry.objects.get().after == {"attendance": "present", "way": "code"}


def test_the_same_mark_of_a_device_is_one_entrance(conference, door):
    delegate, token = a_delegate(conference), uuid4()

    assert enter(delegate, door, token=token) == enter(delegate, door, token=token)
    assert CheckIn.objects.count() == Entry.objects.count() == 1


def test_an_entrance_is_taken_back_once_and_the_person_may_come_again(conference, door):
    delegate = a_delegate(conference)
    entrance = enter(delegate, door)
    undo_check_in(entrance, by=door)
    delegate.refresh_from_db()
    assert delegate.attendance == AttendanceState.EXPECTED

    with pytest.raises(Refused, match="đã hoàn tác"):
        undo_check_in(entrance, by=door)
    enter(delegate, door)
    assert CheckIn.objects.count() == 2


@pytest.mark.parametrize("state", [DelegateState.WITHDRAWN, DelegateState.REPLACED])
def test_who_is_off_the_list_is_not_let_in(conference, door, state):
    with pytest.raises(Refused, match="đã rút hoặc đã có người dự thay"):
        enter(a_delegate(conference, state=state), door)


def test_only_host_and_office_stand_at_the_door(conference, door):
    delegate = a_delegate(conference)
    others = [
        an_official(conference.participations.first().agency),
        an_official(conference.host, Right.READER),
        an_official(conference.chair, Right.APPROVER),
    ]
    for person in others:
        with pytest.raises(Forbidden):
            enter(delegate, person)
    enter(delegate, an_official(conference.office, Right.DOOR))


def test_a_guest_on_no_list_gets_the_first_spare_seat(conference, door):
    a_hall(conference, rows=1, seats_per_row=3, spare=2)
    token = uuid4()
    entrance = walk_in(conference, GUEST, token=token, by=door)
    guest = entrance.delegate

    assert (guest.full_name, guest.kind, guest.state) == ("Phạm Văn Bảy", "guest", "accepted")
    assert seated_by(conference) == {guest.pk: "A1-1"}
    assert not seat_called(conference, "A1-2").is_spare
    assert walk_in(conference, GUEST, token=token, by=door) == entrance
    assert Delegate.objects.count() == 1


def test_a_guest_is_let_in_where_no_seat_is_spare(conference, door):
    assert walk_in(conference, GUEST, by=door).way == CheckInWay.WALK_IN


def test_a_substitute_takes_place_and_seat_and_comes_in(conference, door):
    a_hall(conference)
    line = a_line(conference)
    old = seated(a_delegate(conference, state="accepted", quota_line=line, rank=60), "A1-1")
    new = substitute_at_door(old, Person(full_name="Ngô Văn Tư"), by=door).delegate
    old.refresh_from_db()

    assert (old.state, new.replaces, new.quota_line) == (DelegateState.REPLACED, old, line)
    assert new.attendance == AttendanceState.PRESENT
    assert seated_by(conference) == {new.pk: "A1-1"}


def test_who_is_inside_is_not_substituted(conference, door):
    delegate = a_delegate(conference, state="accepted")
    enter(delegate, door)

    with pytest.raises(Refused, match="đã vào lúc"):
        substitute_at_door(delegate, GUEST, by=door)


def test_scans_kept_without_network_come_in_with_their_own_time(conference, door):
    delegate = a_delegate(conference)
    at = clock.now() - timedelta(minutes=10)
    scan = Scan(uuid4(), delegate.badge, at)
    first = receive_scans(conference, [scan], by=door)
    again = receive_scans(conference, [scan], by=door)

    assert [(one.token, one.state) for one in first + again] == [(scan.token, "done")] * 2
    assert [entrance.at for entrance in CheckIn.objects.all()] == [at]


def test_a_scan_that_meets_another_is_told_and_a_strange_code_refused(conference, door):
    delegate = a_delegate(conference)
    enter(delegate, door)
    elsewhere = a_delegate(a_conference())
    scans = [Scan(uuid4(), code, clock.now()) for code in (delegate.code, "XYZ", elsewhere.code)]
    found = receive_scans(conference, scans, by=door)

    assert [one.state for one in found] == ["again", "refused", "refused"]
    assert "đã vào lúc 08:00" in found[0].words
    assert "Mã XYZ không có trong danh sách" in found[1].words


@pytest.mark.parametrize("days", [-2, 1])
def test_a_scan_of_a_wrong_clock_counts_as_now(conference, door, days):
    at = datetime(2024, 10, 7, 1, tzinfo=UTC) + timedelta(days=days)

    assert enter(a_delegate(conference), door, at=at).at == clock.now()


def test_the_roll_has_four_answers_that_add_up(conference):
    host = an_official(conference.host)
    people = [a_delegate(conference) for _ in range(6)]
    a_delegate(conference, state=DelegateState.WITHDRAWN)
    for state, number in (("present", 0), ("online", 1), ("absent", 2)):
        mark_attendance(conference, [people[number].pk], state=state, by=host)
    mark_attendance(conference, [people[3].pk], state="excused", reason="Ốm", by=host)
    counts = attendance_counts(conference)

    assert (counts.present, counts.online, counts.absent, counts.excused) == (1, 1, 1, 1)
    assert (counts.total, counts.expected) == (6, 2)
    assert attendance_counts_by([conference, a_conference()]) == {conference.pk: counts}


def test_every_change_of_the_roll_is_traced_and_nothing_else(conference):
    host, one = an_official(conference.host), a_delegate(conference)
    for state, reason in (("excused", "Ốm"), ("excused", "Ốm"), ("present", "Ốm")):
        mark_attendance(conference, [one.pk], state=state, reason=reason, by=host)

    assert list(Entry.objects.order_by("pk").values_list("before", "after")) == [
        ({"attendance": "expected", "reason": ""}, {"attendance": "excused", "reason": "Ốm"}),
        ({"attendance": "excused", "reason": "Ốm"}, {"attendance": "present", "reason": ""}),
    ]


def test_an_excuse_needs_its_reason(conference):
    with pytest.raises(Refused, match="Ghi lý do vắng"):
        mark_attendance(conference, [], state="excused", by=an_official(conference.host))


def test_who_came_in_at_the_door_is_not_marked_away(conference, door):
    inside, away = a_delegate(conference), a_delegate(conference)
    enter(inside, door)
    host = an_official(conference.host)
    changed, kept = mark_attendance(conference, [inside.pk, away.pk], state="absent", by=host)
    inside.refresh_from_db()

    assert (changed, kept, inside.attendance) == (1, [inside], AttendanceState.PRESENT)


def test_the_door_calls_no_roll_and_strangers_neither(conference, door):
    for person in (door, an_official(conference.participations.first().agency)):
        with pytest.raises(Forbidden):
            mark_attendance(conference, [], state="absent", by=person)


def test_people_are_found_by_code_or_by_words_without_marks(conference):
    one = a_delegate(conference, full_name="Đặng Thị Ưởng", organisation="Sở Y tế")
    other = a_delegate(conference, full_name="Đặng Văn Uy", organisation="Sở Nội vụ")
    gone = a_delegate(conference, full_name="Đặng Ưởng", state=DelegateState.WITHDRAWN)

    assert found_at_door(conference, one.badge.lower()) == [one]
    assert found_at_door(conference, "dang thi uong") == [one]
    assert found_at_door(conference, "ĐẶNG") == [one, other]
    assert found_at_door(conference, "dang noi vu") == [other]
    assert found_at_door(conference, gone.code) == found_at_door(conference, "  ") == []


def test_arrivals_are_counted_by_section_in_the_order_of_the_table(conference, door):
    province = a_line(conference, name="Cấp tỉnh")
    row = a_line(conference, name="Sở", parent=province)
    came = [a_delegate(conference, quota_line=row), a_delegate(conference)]
    a_delegate(conference, quota_line=province)
    for one in came:
        enter(one, door)

    found = [(one.name, one.present, one.total) for one in arrivals_by_section(conference)]
    assert found == [("Cấp tỉnh", 1, 2), ("Ngoài bảng phân bổ", 1, 1)]


def test_the_list_for_a_door_without_network_tells_name_and_seat_alone(conference):
    a_hall(conference)
    one = seated(a_delegate(conference, full_name="Lê Na", phone="0912345678"), "A1-1")
    a_delegate(conference, state=DelegateState.WITHDRAWN)

    assert door_list(conference) == {one.code: ("Lê Na", "A1-1")}
