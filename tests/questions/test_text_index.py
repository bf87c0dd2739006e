"""Reading texts one by one and asking the index find the same texts, on either database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from doithoai.questions.models import Question, SearchText
from doithoai.questions.queries import searching
from doithoai.questions.rules.searching import Sought, indexed
from doithoai.questions.text_index import holds, says
from tests.builders import a_conference, a_question

WORDS = ("nuoc", "nuo", "sach", "sac", "ba", "b", "115", "2015", "nd", "truong")
words = st.sampled_from(WORDS)
phrases = st.lists(st.lists(words, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)


class TheIndexAndTheTexts(TestCase):
    """A law of the two conditions."""

    @given(st.lists(words, min_size=1, max_size=8), phrases, words | st.just(""))
    def test_agree(self, said: list[str], looked_for: tuple[tuple[str, ...], ...], begun: str):
        question = a_question(a_conference())
        SearchText.objects.create(question=question, side="answer", fold=" ".join(said), version=1)
        sought = Sought(looked_for, begun)
        if sought:
            by_index, one_by_one = (SearchText.objects.filter(way(sought)) for way in (holds, says))
            assert by_index.count() == one_by_one.count()


@pytest.fixture
def many(db) -> list[Question]:
    conference = a_conference()
    texts = [f"Nước sạch ấp {at} khi nào có{' ' * at}?" for at in range(12)]
    found = [a_question(conference, wording=text) for text in texts]
    for question in found:
        kept = indexed(question.wording)
        SearchText.objects.create(
            question=question, side="question", fold=kept.fold, exact=kept.exact, version=1
        )
    return found


@pytest.mark.parametrize("limits", [(2, 0), (6, 0), (12, 0), (40, 0), (12, 11), (12, 40)])
@pytest.mark.parametrize("typed", ["nước ", "nước sạch ấ", "“sạch ấp”", "ấp 7 "])
def test_how_many_texts_are_read_one_by_one_changes_nothing(
    many, monkeypatch, limits: tuple[int, int], typed: str
) -> None:
    window, few = limits
    dfs = {"nuoc": 12, "sach": 12, "ap": 12, "7": 1, "": 12}
    values = {"MOST": 3, "ENOUGH": 4, "WINDOW": window, "FEW": few, "MANY": 1}
    for name, value in values.items():
        monkeypatch.setattr(searching, name, value)
    monkeypatch.setattr(searching, "_frequencies", lambda _: dfs)
    told = []
    for share in (0.0, 9.0):
        monkeypatch.setattr(searching, "_share", lambda *_, share=share: share)
        told.append(searching.search(typed, Question.objects.exclude(number=11)))
    assert told[0] == told[1]
    assert told[0].hits
