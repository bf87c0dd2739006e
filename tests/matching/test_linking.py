from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.groups.linking import linked

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(0, 100).map(lambda score: score / 100),
)


def test_two_join_when_their_score_is_enough():
    assert linked(3, {(0, 1): 0.6, (1, 2): 0.4}, 0.5) == [(0, 1), (2,)]


def test_a_chain_does_not_join_what_is_far_apart():
    chain = {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.1}
    assert linked(3, chain, 0.5) == [(0, 1), (2,)]


def test_a_pair_that_was_never_scored_counts_almost_nothing():
    assert linked(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [(0, 1), (2,)]


def test_what_stays_apart_stays_apart_through_others():
    scores = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9}
    assert linked(3, scores, 0.5, cannot=[(1, 2)]) == [(0, 1), (2,)]


def test_what_belongs_together_needs_no_score():
    assert linked(4, {}, 0.5, must=[(0, 3), (3, 2)]) == [(0, 2, 3), (1,)]


@given(SCORES, st.integers(1, 99).map(lambda t: t / 100))
def test_everything_stands_in_one_group_and_groups_come_in_order(scores, threshold):
    groups = linked(8, scores, threshold)
    assert sorted(member for group in groups for member in group) == list(range(8))
    assert groups == sorted(groups)


@given(SCORES, st.integers(3, 99).map(lambda t: t / 100))
def test_no_two_groups_are_near_enough_to_join(scores, threshold):
    groups = linked(8, scores, threshold)
    for number, one in enumerate(groups):
        for other in groups[number + 1 :]:
            between = [scores.get((min(a, b), max(a, b)), 0.02) for a in one for b in other]
            assert round(sum(between) / len(between), 6) < threshold
