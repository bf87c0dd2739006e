import numpy as np

from doithoai.matching.duplicates import blocking
from doithoai.matching.duplicates.blocking import pairs

PUMP = ["tram", "bom", "xa", "tan", "phu", "hong", "tu", "dau", "vu"]
ROAD = ["duong", "lien", "thon", "lay", "loi", "mua", "ngap"]


def met(questions, kinds=None):
    kinds = kinds or [0] * len(questions)
    return pairs(questions, np.array(kinds, np.int64)).tolist()


def test_questions_that_share_two_rare_terms_meet():
    assert met([PUMP, ROAD, PUMP[::-1], ROAD]) == [[0, 2], [1, 3]]


def test_questions_of_two_kinds_never_meet():
    assert met([PUMP, PUMP, PUMP], kinds=[1, 2, 1]) == [[0, 2]]


def test_one_shared_term_is_not_enough():
    assert met([["tram", "bom"], ["tram", "can"], ["bom", "hoi"]]) == []


def test_a_question_is_compared_with_a_few_only(monkeypatch):
    monkeypatch.setattr(blocking, "CLOSEST", 2)

    found = met([PUMP] * 6)
    assert len(found) < 15
    assert all(any(at in pair for pair in found) for at in range(6))


def test_what_too_many_share_brings_nobody_together():
    assert met([PUMP] * (blocking.LARGEST + 1)) == []


def test_no_questions_make_no_pairs():
    assert met([]) == []
