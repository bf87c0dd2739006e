import random

from doithoai.matching.index import Index, document_frequencies, lookup
from doithoai.matching.terms import EVERY, terms
from doithoai.matching.words import normalise

STORED = {
    "a": "Trạm bơm xã Tân Phú hỏng từ đầu năm",
    "b": "Đường tỉnh 864 qua xã Long An sụt lún",
    "c": "Trạm y tế xã Tân Phú thiếu bác sĩ",
}


def an_index():
    index = Index()
    for id, text in STORED.items():
        index.add(id, normalise(text))
    return index


def test_the_question_that_shares_most_comes_first():
    found = an_index().candidates(normalise("tram bom tan phu hong"))

    assert [id for id, _ in found] == ["a", "c"]


def test_no_more_candidates_than_asked_for():
    assert len(an_index().candidates(normalise("xã Tân Phú"), limit=1)) == 1


def test_nothing_in_common_finds_nobody():
    assert an_index().candidates(normalise("hộ chiếu phổ thông")) == []


def test_an_empty_index_finds_nobody():
    assert Index().candidates(normalise("trạm bơm")) == []


def test_the_rarest_terms_are_looked_up_first_and_common_ones_not_at_all():
    chosen = lookup({EVERY: 9000, 7: 5, 8: 2, 9: 2001, 10: 2000})

    assert chosen.hashes == (8, 7, 10)


def test_one_lookup_reads_no_more_postings_than_its_budget():
    chosen = lookup({EVERY: 9000, 1: 30, 2: 40, 3: 50}, budget=100)

    assert chosen.hashes == (1, 2)


def test_a_question_of_common_words_alone_is_looked_up_by_the_rarest_of_them():
    assert lookup({EVERY: 9000, 1: 3000, 2: 3500}).hashes == (1,)


def test_terms_nobody_has_are_not_looked_up():
    assert lookup({EVERY: 10, 1: 0}).hashes == ()


def test_a_rarer_term_is_worth_more():
    weights = lookup({EVERY: 1000, 1: 2, 2: 500}).weights

    assert weights[1] > weights[2] > 0


def test_ties_are_broken_by_the_question_whatever_order_rows_come_in():
    chosen = lookup({EVERY: 100, 1: 3, 2: 3})
    rows = [(1, 30), (2, 20), (1, 10), (2, 40), (1, 20)]
    expected = chosen.ranked(rows)

    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert chosen.ranked(rows) == expected
    assert [question for question, _ in expected] == [20, 10, 30, 40]


def test_two_plain_queries_rank_as_the_index_in_memory_does():
    stored = {at: terms(normalise(text)) for at, text in enumerate(STORED.values())}
    asked = normalise("trạm y tế Tân Phú")
    all_dfs = document_frequencies(stored.values())
    dfs = {term: all_dfs[term] for term in (EVERY, *terms(asked)) if term in all_dfs}
    chosen = lookup(dfs)
    rows = [(term, at) for at, held in stored.items() for term in held if term in chosen.weights]

    ids = list(STORED)
    in_memory = an_index().candidates(asked)
    assert [(ids[at], score) for at, score in chosen.ranked(rows)] == in_memory
