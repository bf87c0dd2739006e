"""The figures of many conferences at once."""

from datetime import date, time

import pytest

from doithoai.audit import clock
from doithoai.delegates.queries import DelegateStanding, delegates_standing_by
from tests.builders import a_conference
from tests.builders_delegates import (
    a_delegate,
    a_fixed_conference,
    a_line,
    an_allocation,
    an_invitation,
)

pytestmark = pytest.mark.django_db


def standing(conference):
    return delegates_standing_by([conference], today=clock.today())[conference.pk]


def test_a_conference_without_seats_has_none():
    assert standing(a_conference()) == DelegateStanding()


def test_seats_shares_and_people_are_counted():
    conference = a_conference()
    section = a_line(conference, seats=None)
    row = a_line(conference, parent=section, seats=4)
    share = an_allocation(row, seats=3, due=date(2024, 10, 4))
    a_delegate(allocation=share)
    a_delegate(allocation=share, state="accepted", full_name="")
    a_delegate(allocation=share, state="withdrawn")
    found = standing(conference)

    assert (found.lines, found.seats, found.allocated) == (2, 4, 3)
    assert (found.nominated, found.accepted, found.to_accept, found.unnamed) == (2, 1, 1, 1)
    assert (found.late, found.next_due) == (1, date(2024, 10, 4))
    assert found.owed_by(share.agency_id) == 1


def test_people_of_another_line_or_of_none_fill_no_gap():
    conference = a_conference()
    full, empty = a_line(conference, seats=1), a_line(conference, seats=2)
    for _ in range(2):
        a_delegate(conference, "accepted", quota_line=full)
    a_delegate(conference, quota_line=empty)
    a_delegate(conference, "accepted", kind="guest")
    found = standing(conference)

    assert (found.nominated, found.accepted) == (4, 3)
    assert (found.seats, found.named_seats, found.accepted_seats) == (3, 2, 1)


def test_rows_without_a_number_share_what_their_section_states():
    conference = a_conference()
    section = a_line(conference, seats=2)
    rows = [a_line(conference, parent=section, seats=None) for _ in range(2)]
    for row in (rows[0], rows[0], rows[1]):
        a_delegate(conference, quota_line=row)

    assert (standing(conference).seats, standing(conference).named_seats) == (2, 2)


def test_a_filled_share_owes_nothing_and_is_not_late():
    share = an_allocation(seats=1, due=date(2024, 10, 4))
    a_delegate(allocation=share)
    found = standing(share.quota_line.conference)

    assert (found.open_shares, found.late, found.next_due) == ((), 0, None)


def test_after_the_conference_nobody_owes_names():
    share = an_allocation(seats=2, due=date(2024, 9, 4))
    share.quota_line.conference.held_on = date(2024, 9, 24)
    share.quota_line.conference.save()

    assert standing(share.quota_line.conference).open_shares == ()


def test_invitations_are_counted_by_state_and_old_ones_told():
    conference = a_fixed_conference()
    for state in ("prepared", "sent", "accepted", "declined"):
        an_invitation(a_delegate(conference, "accepted"), state)
    an_invitation(a_delegate(conference, "accepted"), "sent", told_time=time(7))
    an_invitation(a_delegate(conference, "withdrawn"), "sent")
    a_delegate(conference, "accepted")
    found = standing(conference)

    assert (found.prepared, found.sent, found.coming, found.declined) == (1, 2, 1, 1)
    assert (found.to_invite, found.out_of_date) == (1, 1)


def test_many_conferences_cost_what_one_costs(django_assert_num_queries):
    found = [an_allocation().quota_line.conference for _ in range(3)]

    with django_assert_num_queries(4):
        assert len(delegates_standing_by(found, today=clock.today())) == 3
