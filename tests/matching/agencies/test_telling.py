"""What may be told as a reason of what was learned."""

import pytest

from doithoai.matching.agencies import Proposal
from doithoai.matching.agencies.model import Model, Term
from doithoai.matching.agencies.proposing import LIKE_EARLIER
from doithoai.matching.agencies.telling import is_telling
from doithoai.matching.words import normalise

LEARNED = {term: Term(1.0, {"so-y": 2.0}) for term in ("o dau", "qua", "vay von", "truong phu")}


@pytest.mark.parametrize("term", ["o dau", "qua", "don", "nghiep duoc", "khi nao"])
def test_words_of_any_matter_are_no_reason(term):
    assert not is_telling(term, marked=True)


@pytest.mark.parametrize("term", ["vay von", "khai sinh", "voi chay"])
def test_words_of_an_agency_s_field_and_rare_ones_are(term):
    assert is_telling(term, marked=True)


def test_without_diacritics_only_words_of_a_field_are_sure():
    assert is_telling("vay von", marked=False)
    assert not is_telling("truong phu", marked=False)
    assert not is_telling("voi chay", marked=False)


def test_a_reason_is_told_as_the_question_writes_it():
    model = Model((0.0,) * 4, {}, LEARNED)

    assert model.reasons("so-y", normalise("Tôi vay vốn quá khó, ở đâu?")) == ("vay vốn",)


def test_what_only_common_words_spoke_for_is_said_to_be_like_earlier_ones():
    words = normalise("Quá khó, ở đâu?")
    model = Model((0.0,) * 4, {}, LEARNED)

    assert model.reasons("so-y", words) == ()
    assert model.speaks_for("so-y", words)
    assert Proposal("so-y", 1.0, ()).reason == LIKE_EARLIER
    assert Proposal("so-y", 1.0, (), speaks=False).reason == ""


def test_a_word_within_a_phrase_is_told_once():
    assert Proposal("so-y", 1.0, ("vay vốn ưu đãi",), ("vay vốn",)).reason == "Có: vay vốn ưu đãi"
