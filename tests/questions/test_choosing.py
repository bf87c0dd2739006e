"""Choosing questions for the hall within its time."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.questions.rules.choosing import Candidate, propose_hall


def numbers(proposal):
    return [pick.number for pick in proposal.picks]


def test_a_topic_nobody_else_speaks_of_comes_before_a_crowd_in_one():
    crowd = [Candidate(number, 40, topic=1, field="y-te") for number in (1, 2)]
    alone = Candidate(3, 1, topic=2, field="y-te")

    assert numbers(propose_hall([*crowd, alone], minutes=16)) == [1, 3]


def test_of_two_that_ask_the_same_matter_one_is_taken():
    same = [Candidate(1, 5, group=1), Candidate(2, 9, group=1)]

    assert numbers(propose_hall([*same, Candidate(3, 1)], minutes=24)) == [2, 3]


def test_what_an_official_keeps_stays_and_takes_its_time():
    known = [Candidate(1, 90), Candidate(2, 1), Candidate(3, 50)]

    assert numbers(propose_hall(known, minutes=16, kept=[2])) == [2, 1]


def test_what_stays_uncovered_is_told():
    known = [
        Candidate(1, 9, topic=1, field="a", places=frozenset({"Cái Bè"})),
        Candidate(2, 1, topic=2, field="b", places=frozenset({"Chợ Gạo"})),
    ]
    proposal = propose_hall(known, minutes=8, topics=[1, 2, 3])

    assert (proposal.topics, proposal.fields, proposal.places) == ((2, 3), ("b",), ("Chợ Gạo",))
    assert (proposal.minutes, proposal.asked, proposal.asked_in_all) == (8, 9, 10)


def test_each_pick_says_what_it_is_the_first_to_touch():
    known = [
        Candidate(1, 9, topic=1, field="a", places=frozenset({"Cái Bè"})),
        Candidate(2, 3, topic=1, field="b", places=frozenset({"Cái Bè", "Chợ Gạo"})),
    ]
    first, second = propose_hall(known, minutes=16).picks

    assert (first.topic, first.field, first.places) == (1, "a", ("Cái Bè",))
    assert (second.topic, second.field, second.places) == (None, "b", ("Chợ Gạo",))


def test_nothing_to_choose_from_is_an_empty_proposal():
    assert numbers(propose_hall([], minutes=90, topics=[1])) == []


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        number=st.integers(1, 99),
        asked=st.integers(1, 30),
        topic=st.none() | st.integers(1, 4),
        field=st.sampled_from(["", "a", "b", "c"]),
        places=st.frozensets(st.sampled_from("xyz"), max_size=2),
        group=st.none() | st.integers(1, 3),
    ),
    max_size=9,
    unique_by=lambda one: one.number,
)


@settings(max_examples=60, deadline=None)
@given(CANDIDATES, st.integers(0, 60), st.randoms())
def test_the_time_is_kept_and_the_order_of_candidates_never_counts(known, minutes, random):
    proposal = propose_hall(known, minutes=minutes)
    shuffled = random.sample(known, len(known))

    assert proposal.minutes <= minutes
    assert propose_hall(shuffled, minutes=minutes) == proposal


@settings(max_examples=60, deadline=None)
@given(CANDIDATES)
def test_without_a_limit_every_matter_is_in_once(known):
    groups = [one.group for one in known if one.group is not None]
    matters = len(known) - len(groups) + len(set(groups))

    assert len(propose_hall(known, minutes=10_000).picks) == matters


@settings(max_examples=40, deadline=None)
@given(CANDIDATES)
def test_no_set_of_the_same_length_covers_much_more(known):
    """The greedy's bound, 1 - 1/e, holds against every set; senders and topics together."""
    known = [Candidate(one.number, one.asked, topic=one.topic) for one in known]
    in_all = sum(one.asked for one in known)
    topics = {one.topic for one in known} - {None}

    def worth(some):
        covered = {one.topic for one in some} - {None}
        spoken = 6 * sum(one.asked for one in some) / in_all if in_all else 0
        return spoken + (12 * len(covered) / len(topics) if topics else 0)

    chosen = numbers(propose_hall(known, minutes=24))
    best = max(map(worth, combinations(known, len(chosen))), default=0)
    assert worth([one for one in known if one.number in chosen]) >= 0.632 * best
