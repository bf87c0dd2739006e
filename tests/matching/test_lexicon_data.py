"""The word lists that ship: well formed, written in Vietnamese, each term in one place."""

from collections import Counter
from importlib.resources import files

import pytest

from doithoai.matching.lexicon import shipped_lexicon
from doithoai.matching.words import folded, normalise
from doithoai.vietnamese.letters import canonical_tone, fold, has_diacritics

DATA = files("doithoai.matching").joinpath("data")
COLUMNS = {
    "abbreviations.tsv": ["short", "full", "after"],
    "synonyms.tsv": ["concept", "terms"],
    "opposed.tsv": ["left", "right"],
    "formulas.txt": None,
}


def lines(name: str) -> list[str]:
    return DATA.joinpath(name).read_text(encoding="utf-8").splitlines()


def twice(values) -> list:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("name", COLUMNS)
def test_every_line_is_composed_trimmed_and_has_its_columns(name):
    head = COLUMNS[name]
    for line in lines(name):
        assert canonical_tone(line) == line
        assert "  " not in line
        assert line == line.rstrip(" ")
        assert not head or len(line.split("\t")) == len(head)
    assert not head or lines(name)[0].split("\t") == head


def test_the_lists_are_as_long_as_a_province_needs():
    lexicon = shipped_lexicon()
    assert len(lexicon.abbreviations) >= 250
    assert len(lexicon.concepts) >= 950
    assert len(lexicon.formulas) >= 150
    assert len(lexicon.opposed) >= 400


def test_a_short_form_has_one_meaning_where_no_neighbour_decides():
    everywhere = [
        folded(entry.short) for entry in shipped_lexicon().abbreviations if not entry.near
    ]
    assert twice(everywhere) == []


def test_an_ambiguous_short_form_means_one_thing_beside_each_neighbour():
    entries = shipped_lexicon().abbreviations
    meanings = [(folded(entry.short), word) for entry in entries for word in entry.near]
    assert twice(meanings) == []


def test_neighbours_of_short_forms_are_folded():
    for entry in shipped_lexicon().abbreviations:
        assert all(fold(word) == word for word in entry.near), entry


def test_a_short_form_folds_to_other_words_than_it_stands_for():
    for entry in shipped_lexicon().abbreviations:
        assert folded(entry.short) != folded(entry.full), entry


def test_a_concept_lists_its_own_name_first_and_another_beside():
    for concept in shipped_lexicon().concepts:
        assert concept.terms[0] == concept.key
        assert len(concept.terms) >= 2, concept
        assert any(map(has_diacritics, concept.terms)), concept


def test_no_term_belongs_to_two_concepts_or_stands_twice():
    written = [folded(term) for concept in shipped_lexicon().concepts for term in concept.terms]
    assert twice(written) == []


def test_terms_are_written_as_the_words_of_a_question_come_out_or_none_would_be_met():
    lexicon = shipped_lexicon()
    terms = [term for concept in lexicon.concepts for term in concept.terms]
    sides = [side for pair in lexicon.opposed for side in pair]
    for phrase in (*terms, *lexicon.formulas, *sides):
        assert normalise(phrase).fold == folded(phrase), phrase


def test_formulas_are_written_with_diacritics_and_once():
    formulas = shipped_lexicon().formulas
    assert all(map(has_diacritics, formulas))
    assert twice(map(folded, formulas)) == []


def test_formulas_hide_no_name_of_a_matter():
    terms = {folded(term) for concept in shipped_lexicon().concepts for term in concept.terms}
    assert [formula for formula in shipped_lexicon().formulas if folded(formula) in terms] == []


def test_opposed_terms_differ_and_no_pair_stands_twice_either_way_round():
    pairs = [frozenset(map(folded, pair)) for pair in shipped_lexicon().opposed]
    assert all(len(pair) == 2 for pair in pairs)
    assert twice(pairs) == []
