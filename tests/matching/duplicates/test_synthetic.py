from collections import Counter
from itertools import combinations

from bench.synthetic_questions import MEASURED, TUNING, Phrases, questions

from doithoai.matching.duplicates import near_duplicates
from doithoai.matching.words import normalise


def test_the_same_seed_makes_the_same_questions():
    assert questions(40, seed=5) == questions(40, seed=5) != questions(40, seed=6)


def test_what_tunes_never_stands_in_what_measures():
    one, other = Phrases(None, TUNING), Phrases(None, MEASURED)

    assert set(one.communes).isdisjoint(other.communes)
    assert set(one.procedures).isdisjoint(other.procedures)


def test_about_half_the_questions_are_matters_of_their_own():
    matters = Counter(one.matter for one in questions(4000, seed=5))

    assert 0.45 < len(matters) / 4000 < 0.6


def test_of_invented_questions_nearly_all_duplicates_are_found_and_hardly_others():
    made = questions(600, seed=5)
    true = {
        pair for pair in combinations(range(600), 2) if made[pair[0]].matter == made[pair[1]].matter
    }
    groups = near_duplicates((one.id, normalise(one.text)) for one in made)
    found = {pair for group in groups for pair in combinations(group.members, 2)}

    assert len(found & true) >= 0.92 * len(true)
    assert len(found & true) >= 0.99 * len(found)
