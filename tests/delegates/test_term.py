"""After the conference the room is only to be looked at; the roll may be corrected a little."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from doithoai.audit import clock
from doithoai.delegates.actions import (
    Scan,
    accept,
    add_delegate,
    allocate,
    amend_delegate,
    check_in,
    lay_blocks,
    mark_attendance,
    mark_sent,
    nominate,
    prepare,
    propose_seats,
    receive_scans,
    substitute,
    undo_check_in,
    walk_in,
    withdraw,
)
from doithoai.delegates.people import Person
from doithoai.delegates.term import is_over, roll_until
from doithoai.workflow import Refused
from tests.builders import an_agency, an_official
from tests.builders_delegates import (
    a_delegate,
    a_fixed_conference,
    a_line,
    an_allocation,
    an_invitation,
)

pytestmark = pytest.mark.django_db
THE_DAY = datetime(2024, 10, 24, 2, 0, tzinfo=UTC)
NEXT_DAY = THE_DAY + timedelta(days=1)
LAST_OF_ROLL = datetime(2024, 10, 31, 16, 59, tzinfo=UTC)
ROLL_SHUT = LAST_OF_ROLL + timedelta(minutes=1)
GUEST = Person(full_name="Phạm Văn Bảy", organisation="Xã Tân Hội")


@pytest.fixture
def conference():
    """Held on Thursday 24/10/2024."""
    return a_fixed_conference()


@pytest.fixture
def host(conference):
    return an_official(conference.host)


def test_the_day_itself_is_not_over_and_a_day_not_yet_certain_never_is(conference):
    assert not is_over(conference, on=date(2024, 10, 24))
    assert is_over(conference, on=date(2024, 10, 25))
    conference.tentative = True
    assert not is_over(conference, on=date(2025, 10, 25))


def test_the_roll_stays_open_for_five_working_days(conference):
    assert roll_until(conference) == date(2024, 10, 31)


DEEDS = {
    "allocate": lambda c, who, by: allocate(
        a_line(c), [(an_agency("Sở Xây dựng"), 1)], due=None, by=by
    ),
    "nominate": lambda c, who, by: nominate(an_allocation(a_line(c)), GUEST, by=by),
    "add": lambda c, who, by: add_delegate(c, GUEST, by=by),
    "accept": lambda c, who, by: accept(c, [a_delegate(c).pk], by=by),
    "substitute": lambda c, who, by: substitute(who, GUEST, reason="Bận", version=0, by=by),
    "withdraw": lambda c, who, by: withdraw(who, reason="Bận", version=0, by=by),
    "prepare": lambda c, who, by: prepare(c, by=by),
    "send": lambda c, who, by: mark_sent(
        c, [an_invitation(who).pk], way="paper", reply_url=lambda _: "", by=by
    ),
    "lay out": lambda c, who, by: lay_blocks(c, [], version=0, by=by),
    "seat": lambda c, who, by: propose_seats(c, afresh=True, version=0, by=by),
    "let in": lambda c, who, by: check_in(who, way="code", by=by),
    "walk in": lambda c, who, by: walk_in(c, GUEST, by=by),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_nothing_is_prepared_after_the_day(conference, host, deed):
    lan = a_delegate(conference, "accepted")

    with clock.at(NEXT_DAY), pytest.raises(Refused, match="đã diễn ra ngày 24/10/2024"):
        deed(conference, lan, host)


def test_a_scan_of_the_day_counts_though_its_device_tells_it_the_next_morning(conference, host):
    lan, ba = a_delegate(conference, "accepted"), a_delegate(conference, "accepted")
    with clock.at(NEXT_DAY):
        read = [Scan(uuid4(), lan.code, THE_DAY), Scan(uuid4(), ba.code, NEXT_DAY)]
        told = receive_scans(conference, read, by=host)

    assert [one.state for one in told] == ["done", "refused"]


def test_a_wrong_entrance_a_mark_and_a_name_are_corrected_until_the_roll_is_shut(conference, host):
    lan = a_delegate(conference, "accepted")
    with clock.at(THE_DAY):
        entrance = check_in(lan, way="code", by=host)
    with clock.at(LAST_OF_ROLL):
        undo_check_in(entrance, by=host)
        mark_attendance(conference, [lan.pk], state="absent", by=host)
        amend_delegate(lan, version=0, by=host, full_name="Nguyễn Thị Lan")
    lan.refresh_from_db()

    assert (lan.attendance, lan.full_name) == ("absent", "Nguyễn Thị Lan")


def test_after_that_the_roll_stands(conference, host):
    lan = a_delegate(conference, "accepted")
    with clock.at(THE_DAY):
        entrance = check_in(lan, way="code", by=host)

    with clock.at(ROLL_SHUT):
        for correct in (
            lambda: undo_check_in(entrance, by=host),
            lambda: mark_attendance(conference, [lan.pk], state="present", by=host),
            lambda: amend_delegate(lan, version=0, by=host, full_name="Khác"),
        ):
            with pytest.raises(Refused, match="hết ngày 31/10/2024"):
                correct()
