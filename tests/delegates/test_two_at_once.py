"""Two people at the same moment: one entrance, one seat, one plan; the other is told."""

import pytest

from doithoai.audit.models import Entry
from doithoai.delegates.actions import check_in, place, propose_seats, swap, walk_in, withdraw
from doithoai.delegates.models import CheckIn, Delegate, Seat
from doithoai.delegates.people import Person
from doithoai.delegates.queries import seated_by
from doithoai.delegates.seating import Spot
from doithoai.workflow import Refused
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate
from tests.builders_seating import a_hall, seated
from tests.questions.test_two_at_once import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def refused(results):
    """How many were told no; nothing else may go wrong."""
    assert not [one for one in results if isinstance(one, Exception) and type(one) is not Refused]
    return sum(isinstance(one, Refused) for one in results)


def test_one_delegate_scanned_at_two_doors_comes_in_once():
    conference = a_conference()
    delegate = a_delegate(conference)
    doors = [an_official(conference.host), an_official(conference.office)]
    results = together(
        *[lambda by=by: check_in(delegate, way="scan", by=by) for by in doors],
    )

    assert refused(results) == 1
    assert CheckIn.objects.count() == Entry.objects.count() == 1


def test_a_seat_given_to_two_people_has_one():
    conference = a_hall()
    by = an_official(conference.host)
    people = [a_delegate(conference) for _ in range(3)]
    results = together(*[lambda one=one: place(one, Spot("A", 1, 1), by=by) for one in people])

    assert refused(results) == 2
    assert Seat.objects.filter(delegate__isnull=False).count() == 1


def test_one_person_given_two_seats_sits_once():
    conference = a_hall()
    by, one = an_official(conference.host), a_delegate(conference)
    results = together(*[lambda n=n: place(one, Spot("A", 1, n), by=by) for n in (1, 2, 3)])

    assert refused(results) == 2
    assert len(seated_by(conference)) == 1


def test_two_exchanges_of_the_same_seats_leave_both_seated():
    conference = a_hall()
    by = an_official(conference.host)
    one, other = seated(a_delegate(conference), "A1-1"), seated(a_delegate(conference), "A1-2")
    here, there = Spot("A", 1, 1), Spot("A", 1, 2)
    results = together(
        lambda: swap(one, here, there, by=by), lambda: swap(other, there, here, by=by)
    )

    assert refused(results) == 1
    assert seated_by(conference) == {one.pk: "A1-2", other.pk: "A1-1"}


def test_of_two_proposals_for_all_one_is_told_that_the_plan_has_changed():
    conference = a_hall()
    for _ in range(4):
        a_delegate(conference)
    by = an_official(conference.host)
    results = together(*[lambda: propose_seats(conference, afresh=False, version=0, by=by)] * 2)

    assert refused(results) == 1
    assert len(seated_by(conference)) == 4


def test_guests_at_two_doors_get_different_spare_seats():
    conference = a_hall(rows=1, seats_per_row=2, spare=2)
    by = an_official(conference.host)
    guests = [Person(full_name=f"Khách {n}", organisation="Xã Tân Phú") for n in "AB"]
    together(*[lambda guest=guest: walk_in(conference, guest, by=by) for guest in guests])

    assert sorted(seated_by(conference).values()) == ["A1-1", "A1-2"]


def test_a_person_withdrawn_while_let_in_is_one_of_the_two():
    conference = a_conference()
    by, one = an_official(conference.host), a_delegate(conference)
    together(
        lambda: check_in(one, way="scan", by=by),
        lambda: withdraw(one, reason="Ốm", version=0, by=by),
    )
    found = Delegate.objects.get()

    assert (found.state, CheckIn.objects.count()) in {("withdrawn", 0), ("withdrawn", 1)}
