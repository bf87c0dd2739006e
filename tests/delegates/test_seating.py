"""Laws of seating: one seat each, protocol, groups; and the hall of 150 as the plan counts it."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.delegates.seating import (
    AUDIENCE,
    PRESS,
    STAGE,
    Block,
    Person,
    Protocol,
    Seated,
    Section,
    Spot,
    arrange,
    first_layout,
    kept_apart,
    near_aisle,
    parts,
    protocol_faults,
    protocol_of,
    read_spot,
    sits_at_table,
    spare_places,
)

GROUPS = ["", "Sở Y tế", "Sở Nội vụ", "Hội Nông dân"]
halls = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.integers(1, 9),
        st.integers(0, 2),
        st.sampled_from([AUDIENCE, AUDIENCE, STAGE, PRESS]),
        st.sampled_from([None, None, 1, 2]),
        st.integers(0, 3),
    ),
    max_size=4,
).map(
    lambda found: [
        Block(
            letter, rows, wide, kind, aisles, section, closed=frozenset(spare_places(rows, wide, n))
        )
        for letter, (rows, wide, aisles, kind, section, n) in zip("ABCD", found, strict=False)
    ]
)
crowds = st.lists(
    st.builds(
        Person,
        key=st.integers(1, 999),
        protocol=st.sampled_from(list(Protocol)),
        rank=st.integers(0, 9),
        group=st.sampled_from(GROUPS),
        section=st.sampled_from([None, 1, 2]),
        at_table=st.booleans(),
        speaks=st.booleans(),
    ),
    max_size=40,
    unique_by=lambda one: one.key,
)


def places(block):
    return {
        Spot(block.letter, row, number)
        for row in range(1, block.rows + 1)
        for number in range(1, block.per_row + 1)
        if (row, number) not in block.closed
    }


@given(halls, crowds)
def test_nobody_is_seated_twice_nor_two_in_one_seat_nor_in_a_closed_one(blocks, people):
    found = arrange(blocks, people)

    assert max(Counter(one.key for one in found).values(), default=1) == 1
    assert max(Counter(one.spot for one in found).values(), default=1) == 1
    assert {one.spot for one in found} <= set().union(*map(places, blocks))
    assert {one.key for one in found} <= {one.key for one in people}


@given(halls, crowds)
def test_a_seat_stays_empty_only_when_everyone_who_may_sit_there_has_one(blocks, people):
    found = {one.key: one.spot for one in arrange(blocks, people)}
    audience = [block for block in blocks if block.kind == AUDIENCE]
    free = set().union(*map(places, audience)) - set(found.values())

    assert not free or {one.key for one in people} <= set(found)


@given(crowds, st.integers(1, 9), st.integers(0, 2))
def test_in_one_block_nobody_sits_before_a_person_of_higher_standing(people, wide, aisles):
    block = Block("A", 60, wide, aisles=aisles)
    spots = {one.key: one.spot for one in arrange([block], people)}
    rows = defaultdict(list)
    for one in people:
        if not one.at_table and one.protocol not in {Protocol.PRESS, Protocol.STAFF}:
            rows[one.protocol].append(spots[one.key].row)
    ordered = [rows[one] for one in sorted(rows)]

    assert all(max(a) <= min(b) for a, b in zip(ordered, ordered[1:], strict=False))


def test_people_of_a_last_row_sit_in_its_middle_with_spare_seats_at_both_ends():
    kept = spare_places(rows=2, per_row=10, spare=14)

    assert {number for row, number in kept if row == 2} == set(range(1, 11))
    assert {number for row, number in kept if row == 1} == {1, 2, 9, 10}


@given(st.integers(1, 9), st.integers(1, 20), st.integers(0, 200))
def test_as_many_seats_are_spare_as_were_asked(rows, per_row, spare):
    assert len(spare_places(rows, per_row, spare)) == min(spare, rows * per_row)


@given(crowds)
def test_a_proposal_has_no_protocol_fault(people):
    block = Block("A", 60, 7)
    standing = {one.key: one for one in people if not one.at_table}
    seated = [
        Seated(str(one.key), standing[one.key].protocol, one.spot)
        for one in arrange([block], standing.values())
    ]
    assert protocol_faults([block], seated) == []


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(2, 9))
def test_a_group_sits_in_seats_next_to_each_other(sizes, wide):
    people = [
        Person(key=100 * group + n, group=f"Đơn vị {group}")
        for group, size in enumerate(sizes)
        for n in range(size)
    ]
    found = {one.key: one.spot for one in arrange([Block("A", 60, wide)], people)}
    snake = {spot: place for place, spot in enumerate(turning(60, wide))}
    for group, size in enumerate(sizes):
        taken = sorted(snake[found[100 * group + n]] for n in range(size))
        assert taken[-1] - taken[0] == size - 1


def turning(rows, wide):
    """Seats row after row, turning at each end."""
    for row in range(1, rows + 1):
        for n in range(1, wide + 1):
            yield Spot("A", row, n if row % 2 else wide + 1 - n)


@given(halls, crowds)
def test_the_same_people_get_the_same_seats_in_whatever_order_they_come(blocks, people):
    assert arrange(blocks, people) == arrange(blocks, people[::-1])


def test_leaders_sit_from_the_middle_and_the_highest_in_it():
    people = [Person(key=n, protocol=Protocol.PARTY, rank=n) for n in (1, 2, 3)]
    found = {one.key: one.spot.name for one in arrange([Block("A", 1, 7)], people)}

    assert found == {1: "A1-4", 2: "A1-5", 3: "A1-3"}


def test_who_wants_to_speak_sits_by_the_aisle_of_the_own_group():
    people = [Person(key=n, group="Sở Y tế", speaks=n == 3) for n in range(1, 6)]
    found = {one.key: one for one in arrange([Block("A", 1, 16, aisles=2)], people)}

    assert found[3].spot.name == "A1-5"
    assert found[3].reason == (
        "Theo thứ bậc: đại biểu; ngồi cùng Sở Y tế; gần lối đi, tiện lấy micro."
    )


def test_a_section_sits_in_the_block_kept_for_it_and_overflows_without_pushing():
    blocks = [Block("A", 1, 2, section=1, name="Cấp tỉnh"), Block("B", 1, 3, section=2)]
    people = [Person(key=n, section=1) for n in (1, 2, 3)] + [Person(key=9, section=2)]
    found = {one.key: one for one in arrange(blocks, people)}

    assert [found[n].spot.letter for n in (1, 2, 3, 9)] == ["A", "A", "B", "B"]
    assert found[9].spot.name == "B1-1"
    assert found[1].reason == "Theo thứ bậc: đại biểu; khối A dành cho Cấp tỉnh."
    assert "khối của mục mình đã kín" in found[3].reason


def test_seats_taken_by_hand_stay():
    blocks = kept_apart([Block("A", 1, 2)], [Spot("A", 1, 1)])

    assert [one.spot.name for one in arrange(blocks, [Person(key=1), Person(key=2)])] == ["A1-2"]


def test_a_leader_behind_is_told_with_the_exchange():
    seated = [
        Seated("Bà Lê Thị Hoa", Protocol.COUNCIL, Spot("A", 2, 1)),
        Seated("Ban Dân vận", Protocol.PARTY_BOARD, Spot("A", 1, 4)),
    ]
    (fault,) = protocol_faults([Block("A", 2, 6)], seated)

    assert fault.words == (
        "Bà Lê Thị Hoa (Hội đồng nhân dân) ở ghế A2-1, "
        "sau Ban Dân vận (ban, văn phòng cấp ủy) ở ghế A1-4."
    )
    assert (fault.behind.name, fault.before.name) == ("A2-1", "A1-4")


def test_the_hall_of_tien_giang_fits_its_150_with_10_spare():
    sections = [Section(1, "Cấp tỉnh", 63), Section(2, "Cấp huyện", 25), Section(3, "Hội viên", 62)]
    blocks = [one for one in first_layout(sections, 150) if one.kind == AUDIENCE]

    assert [(b.letter, b.rows, b.per_row, b.spare) for b in blocks] == [
        ("A", 4, 16, 1),
        ("B", 2, 16, 7),
        ("C", 4, 16, 2),
    ]


@given(st.lists(st.integers(0, 300), max_size=5), st.integers(0, 900))
def test_a_first_layout_has_a_seat_for_everyone_and_one_in_twenty_to_spare(sizes, expected):
    sections = [Section(n, f"Mục {n}", size) for n, size in enumerate(sizes)]
    blocks = [one for one in first_layout(sections, expected) if one.kind == AUDIENCE]
    seats = sum(one.rows * one.per_row for one in blocks)
    people = max(sum(sizes), expected)

    assert seats - sum(one.spare for one in blocks) >= people
    assert seats >= people * 1.05
    assert len({one.letter for one in blocks}) == len(blocks)


@pytest.mark.parametrize(
    ("per_row", "aisles", "sizes"),
    [(16, 2, [5, 6, 5]), (16, 1, [8, 8]), (5, 1, [3, 2]), (7, 0, [7]), (2, 2, [1, 1]), (1, 2, [1])],
)
def test_aisles_cut_a_row(per_row, aisles, sizes):
    assert [len(piece) for piece in parts(per_row, aisles)] == sizes


def test_seats_by_an_aisle_are_near_it():
    assert [near_aisle(n, 6, 1) for n in range(1, 7)] == [2, 1, 0, 0, 1, 2]


@pytest.mark.parametrize(
    ("typed", "name"), [("A4-10", "A4-10"), (" a 4 10", "A4-10"), ("a4.10", "A4-10")]
)
def test_a_typed_seat_is_read(typed, name):
    assert read_spot(typed).name == name


@pytest.mark.parametrize("typed", ["", "A", "410", "A410", "<b>"])
def test_what_is_no_seat_is_not_read(typed):
    assert read_spot(typed) is None


@pytest.mark.parametrize(
    ("rank", "found"),
    [(1, Protocol.SUPERIOR), (20, Protocol.PARTY), (33, Protocol.COUNCIL), (99, Protocol.STAFF)],
)
def test_a_rank_lies_in_the_ten_of_its_standing(rank, found):
    assert protocol_of(rank) == found


def test_press_is_press_whatever_its_rank():
    assert protocol_of(10, kind="press") == Protocol.PRESS


@pytest.mark.parametrize(
    ("protocol", "is_chair", "is_host", "post", "sits"),
    [
        (Protocol.COMMITTEE, False, False, "Phó Chủ tịch UBND tỉnh", True),
        (Protocol.COMMITTEE, False, False, "Chánh Văn phòng UBND tỉnh", False),
        (Protocol.PARTICIPANT, True, False, "01 đồng chí lãnh đạo", True),
        (Protocol.FRONT, False, True, "Chủ tịch Hội LHPN tỉnh", True),
        (Protocol.FRONT, False, True, "Phó Chủ tịch Hội LHPN tỉnh", False),
        (Protocol.DEPARTMENT, False, False, "Giám đốc Sở Y tế", False),
    ],
)
def test_the_committee_and_the_head_of_the_host_sit_with_the_chair(
    protocol, is_chair, is_host, post, sits
):
    assert sits_at_table(protocol, is_chair=is_chair, is_host=is_host, post=post) is sits
