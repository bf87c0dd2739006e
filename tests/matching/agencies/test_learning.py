import json

import pytest

from doithoai.matching.agencies import Mandate, Mandates, Model, Phrase, model_from_json, propose
from doithoai.matching.agencies.learning import BY_MANDATES, is_no_worse, learn, retrained
from doithoai.matching.words import normalise

MANDATES = Mandates.of(
    [Mandate("dien", (Phrase("đồng hồ", 2),)), Mandate("nuoc", (Phrase("đường ống", 2),))]
)
TAUGHT = [
    ("Bóng đèn nhà văn hóa hỏng", "dien"),
    ("Bóng đèn sân trường cháy", "dien"),
    ("Vòi chảy nhỏ giọt", "nuoc"),
    ("Vòi chảy đục quá", "nuoc"),
] * 20


def examples(taught):
    return [(normalise(text), agency) for text, agency in taught]


def first(text, model):
    return propose(text, MANDATES, model)[0].agency


def test_words_of_confirmed_referrals_become_reasons():
    model = learn(examples(TAUGHT), MANDATES)
    proposal = propose("Vòi chảy yếu", MANDATES, model)[0]
    assert proposal.agency == "nuoc"
    assert proposal.reason.startswith("Đã chuyển câu hỏi có: ")
    assert "vòi chảy" in proposal.learned


def test_mandates_decide_where_nothing_was_taught():
    model = learn([], MANDATES)
    assert first("Thay đường ống", model) == "nuoc"
    assert first("Thay đồng hồ", model) == "dien"


def test_a_single_referral_does_not_outweigh_a_mandate():
    model = learn(examples([("Thay đồng hồ", "nuoc")]), MANDATES)
    assert first("Thay đồng hồ", model) == "dien"


def test_many_referrals_outweigh_a_mandate():
    model = learn(examples([("Thay đồng hồ", "nuoc"), *TAUGHT] * 9), MANDATES)
    assert first("Thay đồng hồ", model) == "nuoc"


def test_the_same_examples_teach_the_same():
    assert learn(examples(TAUGHT), MANDATES) == learn(examples(TAUGHT), MANDATES)


def test_agencies_without_a_mandate_teach_nothing():
    others = [("Vòi chảy yếu", "nobody")] * 5
    assert learn(examples([*others, *TAUGHT]), MANDATES) == learn(examples(TAUGHT), MANDATES)


def test_a_model_kept_as_json_judges_alike():
    model = learn(examples(TAUGHT), MANDATES)
    kept = model_from_json(json.loads(json.dumps(model.as_json())))
    assert kept is not None
    for text, _ in TAUGHT:
        assert propose(text, MANDATES, kept) == propose(text, MANDATES, model)


def test_a_model_of_other_words_is_not_used():
    kept = learn(examples(TAUGHT), MANDATES).as_json()
    assert model_from_json({**kept, "words": kept["words"] + 1}) is None


@pytest.mark.parametrize(("bias", "answer"), [(0.0, True), (9.0, False)])
def test_a_model_worse_than_mandates_on_held_back_examples_is_known(bias, answer):
    model = Model(BY_MANDATES.shared, {"nuoc": bias}, {})
    assert is_no_worse(model, examples([("Thay đồng hồ", "dien")]), MANDATES) is answer


def test_without_held_back_examples_no_model_is_trusted():
    assert not is_no_worse(BY_MANDATES, [], MANDATES)


def test_learning_goes_on_from_what_was_known():
    before = learn(examples(TAUGHT), MANDATES)
    after = learn(
        examples([("Cột sét cũ", "dien"), ("Cột sét mới", "dien")] * 20), MANDATES, before
    )
    assert first("Cột sét đổ", after) == "dien"
    assert first("Vòi chảy yếu", after) == "nuoc"
    assert before.terms.keys() < after.terms.keys()


def test_learning_nothing_more_keeps_what_was_known():
    before = learn(examples(TAUGHT), MANDATES)
    assert learn([], MANDATES, before) == before


def test_what_is_known_of_agencies_without_a_mandate_today_is_kept():
    before = learn(examples(TAUGHT), MANDATES)
    only_light = Mandates.of([Mandate("dien", (Phrase("đồng hồ", 2),))])
    after = learn(examples([("Vòi chảy", "dien")] * 9), only_light, before)
    assert after.bias["nuoc"] == before.bias["nuoc"]
    assert after.terms["voi"].weights["nuoc"] == before.terms["voi"].weights["nuoc"]


def test_retraining_that_pays_gives_what_all_examples_teach():
    assert retrained(examples(TAUGHT), MANDATES) == learn(examples(TAUGHT), MANDATES)


def test_retraining_that_does_worse_on_held_back_examples_gives_nothing():
    others = [("Thay đồng hồ", "nuoc")] * 4
    assert retrained(examples([("Thay đồng hồ", "dien"), *others] * 40), MANDATES) is None
