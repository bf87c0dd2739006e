"""Laying out the hall, seating people: who may, what is refused, what stays."""

import pytest

from doithoai.audit.models import Entry
from doithoai.delegates.actions.hall import BlockPlan, lay_blocks, start_layout
from doithoai.delegates.actions.quotas import lay_quotas
from doithoai.delegates.actions.seating import free, keep_spare, move, place, propose_seats, swap
from doithoai.delegates.actions.seating_plan import confirm_seating
from doithoai.delegates.models import Seat, SeatingPlan
from doithoai.delegates.queries.seating import (
    person_of,
    seat_map,
    seated_by,
    seating_standing_by,
)
from doithoai.delegates.seating import read_spot
from doithoai.delegates.states import DelegateState, SeatingState
from doithoai.planning.models import Mandate, Work
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_official
from tests.builders_delegates import a_delegate
from tests.builders_seating import a_hall, seat_called, seated

pytestmark = pytest.mark.django_db
SECTIONS = [
    {"no": "I", "name": "Cấp tỉnh", "seats": 63, "rows": [{"name": "Sở, ngành", "seats": 63}]},
    {"no": "II", "name": "Cấp huyện", "seats": 25},
    {"no": "III", "name": "Hội viên, phụ nữ", "seats": 62},
]


@pytest.fixture
def conference():
    return a_hall()


@pytest.fixture
def labour(conference):
    """A person of the department the plan gives the seating to."""
    agency = conference.participations.first().agency
    Mandate.objects.create(conference=conference, agency=agency, work=Work.SEATING)
    return an_official(agency)


def spot(name):
    return read_spot(name)


def test_a_person_is_told_by_his_own_workplace_before_the_agency_that_named_him(conference):
    agency = conference.host
    miner = a_delegate(conference, agency=agency, organisation="Mỏ đá, huyện Hòa An")
    own = a_delegate(conference, agency=agency, organisation="")

    assert (miner.unit, miner.workplace) == ("Mỏ đá, huyện Hòa An",) * 2
    assert (own.unit, own.workplace) == (agency.short_name, agency.name)


@pytest.mark.parametrize(
    "organisation, sits", [("", True), ("Công ty May", False)], ids=["its head", "a unit it named"]
)
def test_only_the_hosts_own_head_sits_with_the_chair(conference, organisation, sits):
    who = a_delegate(
        conference, agency=conference.host, post="Chủ tịch công đoàn", organisation=organisation
    )

    assert person_of(conference, who).at_table is sits


def test_the_hall_of_the_plan_is_laid_in_one_click():
    conference = a_conference(expected_delegates=150)
    host = an_official(conference.host)
    lay_quotas(conference, SECTIONS, by=host)
    blocks = start_layout(conference, by=host)

    found = [(b.letter, b.rows, b.seats_per_row, b.quota_line and b.quota_line.no) for b in blocks]
    assert found == [
        ("S", 1, 5, None),
        ("A", 4, 16, "I"),
        ("B", 2, 16, "II"),
        ("C", 4, 16, "III"),
        ("Z", 1, 8, None),
        ("W", 1, 6, None),
    ]
    assert Seat.objects.filter(is_spare=True).count() == 10


def test_a_hall_is_started_once(conference):
    with pytest.raises(Refused, match="đã có sơ đồ"):
        start_layout(conference, by=an_official(conference.host))


def test_a_changed_block_keeps_the_people_whose_seats_stay(conference, labour):
    person = seated(a_delegate(conference), "A1-2")
    wanted = [BlockPlan("B", "Sau", 1, 4), BlockPlan("A", "Trước", 1, 3, spare=2)]
    lay_blocks(conference, wanted, version=0, by=labour)

    assert [(b.letter, b.position) for b in conference.seat_blocks.all()] == [("B", 1), ("A", 2)]
    assert seat_called(conference, "A1-2").delegate == person
    assert seat_called(conference, "A1-3").is_spare
    assert Seat.objects.filter(block__letter="A").count() == 3


@pytest.mark.parametrize("wanted", [[BlockPlan("A", "Trước", 1, 6)], []])
def test_a_seat_with_somebody_in_it_is_not_taken_away(conference, labour, wanted):
    person = seated(a_delegate(conference), "A2-4")

    with pytest.raises(Refused, match=f"{person} đang ngồi ghế A2-4"):
        lay_blocks(conference, wanted, version=0, by=labour)
    assert Seat.objects.count() == 12


def test_two_blocks_of_one_letter_are_refused(conference, labour):
    with pytest.raises(Refused, match="cùng một chữ"):
        lay_blocks(conference, [BlockPlan("A", "1", 1, 1)] * 2, version=0, by=labour)


def test_everyone_gets_a_proposed_seat_with_its_reason(conference, labour):
    leader = a_delegate(conference, rank=20)
    others = [a_delegate(conference) for _ in range(4)]

    assert propose_seats(conference, afresh=False, version=0, by=labour) == 5
    assert leader.seat.name == "A1-4"
    assert leader.seat.reason.startswith("Theo thứ bậc: cấp ủy")
    assert set(seated_by(conference)) == {leader.pk, *(one.pk for one in others)}


def test_who_was_seated_by_hand_stays_when_all_are_proposed_afresh(conference, labour):
    by_hand = seated(a_delegate(conference), "A2-6")
    proposed = seated(a_delegate(conference), "A2-5", reason="Theo thứ bậc: đại biểu.")
    propose_seats(conference, afresh=True, version=0, by=labour)

    assert seated_by(conference) == {by_hand.pk: "A2-6", proposed.pk: "A1-1"}


def test_spare_seats_and_people_who_are_gone_are_left_out():
    conference = a_hall(rows=1, seats_per_row=2, spare=1)
    a_delegate(conference, state=DelegateState.WITHDRAWN, reason="Ốm")
    a_delegate(conference)
    a_delegate(conference)

    assert propose_seats(conference, afresh=False, version=0, by=an_official(conference.host)) == 1
    assert len(seat_map(conference).unseated) == 1


def test_a_stale_page_proposes_nothing(conference, labour):
    a_delegate(conference)
    propose_seats(conference, afresh=False, version=0, by=labour)

    with pytest.raises(Refused, match="Có người vừa sửa sơ đồ"):
        propose_seats(conference, afresh=True, version=0, by=labour)


def test_a_person_is_placed_moved_and_freed(conference, labour):
    person = a_delegate(conference)
    place(person, spot("A1-1"), by=labour)
    move(person, spot("A1-1"), spot("A2-3"), by=labour)
    assert seated_by(conference) == {person.pk: "A2-3"}

    free(person, spot("A2-3"), by=labour)
    assert seated_by(conference) == {}
    verbs = list(Entry.objects.order_by("pk").values_list("verb", "before", "after"))
    assert verbs == [
        ("delegates.place", None, {"seat": "A1-1"}),
        ("delegates.move_seat", {"seat": "A1-1"}, {"seat": "A2-3"}),
        ("delegates.free_seat", {"seat": "A2-3"}, None),
    ]


def test_two_people_exchange_seats(conference, labour):
    one, other = seated(a_delegate(conference), "A1-1"), seated(a_delegate(conference), "A2-2")
    swap(one, spot("A1-1"), spot("A2-2"), by=labour)

    assert seated_by(conference) == {one.pk: "A2-2", other.pk: "A1-1"}


def test_a_taken_seat_is_not_given_again(conference, labour):
    seated(a_delegate(conference, full_name="Lê Thị Hoa"), "A1-1")
    person = seated(a_delegate(conference), "A1-2")

    with pytest.raises(Refused, match="Ghế A1-1 đã có Lê Thị Hoa"):
        place(a_delegate(conference), spot("A1-1"), by=labour)
    with pytest.raises(Refused, match="Ghế A1-1 đã có Lê Thị Hoa"):
        move(person, spot("A1-2"), spot("A1-1"), by=labour)
    assert SeatingPlan.objects.get().version == 0


def test_who_was_moved_meanwhile_is_not_moved_again(conference, labour):
    person = seated(a_delegate(conference), "A1-1")
    move(person, spot("A1-1"), spot("A1-2"), by=labour)

    for deed in (
        lambda: move(person, spot("A1-1"), spot("A1-3"), by=labour),
        lambda: free(person, spot("A1-1"), by=labour),
        lambda: swap(person, spot("A1-1"), spot("A1-2"), by=labour),
    ):
        with pytest.raises(Refused, match="không còn ngồi ghế A1-1"):
            deed()


def test_nobody_sits_twice(conference, labour):
    person = seated(a_delegate(conference), "A1-1")

    with pytest.raises(Refused, match="đã ngồi ghế A1-1"):
        place(person, spot("A1-2"), by=labour)


def test_a_seat_that_is_not_there_is_told(conference, labour):
    with pytest.raises(Refused, match="Không có ghế A9-9"):
        place(a_delegate(conference), spot("A9-9"), by=labour)


def test_an_empty_seat_is_kept_spare_and_given_in_need(conference, labour):
    keep_spare(conference, spot("A1-1"), is_spare=True, by=labour)
    person = a_delegate(conference)
    place(person, spot("A1-1"), by=labour)

    assert not seat_called(conference, "A1-1").is_spare
    with pytest.raises(Refused, match="đã có"):
        keep_spare(conference, spot("A1-1"), is_spare=True, by=labour)


def test_the_host_confirms_and_any_change_asks_again(conference, labour):
    person = seated(a_delegate(conference), "A1-1")
    host = an_official(conference.host)
    plan = confirm_seating(conference, version=0, by=host)
    assert (plan.state, plan.confirmed_by) == (SeatingState.CONFIRMED, host)

    move(person, spot("A1-1"), spot("A1-2"), by=labour)
    plan.refresh_from_db()
    assert (plan.state, plan.confirmed_by, plan.version) == (SeatingState.DRAFT, None, 2)


def test_an_empty_or_changed_hall_is_not_confirmed(conference, labour):
    host = an_official(conference.host)
    with pytest.raises(Refused, match="Chưa có ai"):
        confirm_seating(conference, version=0, by=host)
    place(a_delegate(conference), spot("A1-1"), by=labour)
    with pytest.raises(Refused, match="Có người vừa sửa"):
        confirm_seating(conference, version=0, by=host)


def test_only_those_given_the_seating_seat_and_only_the_leading_confirm(conference, labour):
    seated(a_delegate(conference), "A1-1")
    stranger = an_official(conference.participations.last().agency)

    with pytest.raises(Forbidden):
        place(a_delegate(conference), spot("A1-2"), by=stranger)
    with pytest.raises(Forbidden):
        confirm_seating(conference, version=0, by=labour)


def test_the_map_says_who_is_gone_and_who_sits_behind(conference):
    seated(a_delegate(conference, rank=60, full_name="Trần Văn Tám"), "A1-1")
    seated(a_delegate(conference, rank=30, full_name="Lê Thị Hoa"), "A2-1")
    gone = seated(a_delegate(conference, state=DelegateState.WITHDRAWN, reason="Ốm"), "A2-2")
    hall = seat_map(conference)

    assert [seat.delegate for seat in hall.gone] == [gone]
    assert [(one.behind.name, one.before.name) for one in hall.faults] == [("A2-1", "A1-1")]
    assert hall.people == 2


def test_the_map_costs_four_queries_however_large(conference, django_assert_num_queries):
    for name in ("A1-1", "A1-2", "A2-2"):
        seated(a_delegate(conference, agency=conference.host), name)
    a_delegate(conference, agency=conference.host)

    with django_assert_num_queries(4):
        hall = seat_map(conference)
        assert [len(row.parts) for block in hall.blocks for row in block.rows] == [2, 2]
        assert len(hall.taken) == 3
        assert hall.faults == []


def test_the_standing_of_many_conferences_in_three_queries(conference, django_assert_num_queries):
    seated(a_delegate(conference), "A1-1")
    a_delegate(conference)
    other = a_conference()

    with django_assert_num_queries(3):
        found = seating_standing_by([conference, other])
    assert set(found) == {conference.pk}
    standing = found[conference.pk]
    assert (standing.people, standing.seated, standing.seats) == (2, 1, 12)
    assert standing.share == 0.5
