import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.matching.agencies import (
    NAMES,
    Mandate,
    Mandates,
    Phrase,
    named_mandates,
    propose,
    shipped_model,
)

MANDATES = Mandates.of(named_mandates())
LABELLED = Path(__file__).parents[4] / "shared" / "data" / "questions-dev.jsonl"


def first(text):
    return propose(text, MANDATES, shipped_model())[0].agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "Nghỉ việc bao lâu thì được nhận trợ cấp thất nghiệp?",
            "so-lao-dong-thuong-binh-va-xa-hoi",
        ),
        ("lam sao doi the bhyt bi sai ten", "bao-hiem-xa-hoi-tinh"),
        ("Con đường trong hẻm 12 ngập mỗi khi mưa", "ubnd-cap-huyen"),
        ("Mặt đường tỉnh 868 đầy ổ gà", "so-giao-thong-van-tai"),
        ("cho e hỏi gplx hết hạn thì đổi ở đâu ạ", "so-giao-thong-van-tai"),
    ],
)
def test_a_question_goes_to_the_agency_that_answers_for_its_matter(text, agency):
    assert first(text) == agency


def test_an_agency_that_no_phrase_names_is_not_proposed_by_mandates_alone():
    assert propose("Trời hôm nay đẹp", [Mandate("a", (Phrase("học phí", 2),))]) == []


def test_the_reason_tells_the_phrases_the_strongest_first():
    mandates = [Mandate("a", (Phrase("trợ cấp", 1), Phrase("bảo hiểm thất nghiệp", 4)))]
    [proposal] = propose("Có trợ cấp và bảo hiểm thất nghiệp không", mandates)
    assert proposal.reason == "Có: bảo hiểm thất nghiệp, trợ cấp"
    assert proposal.score == 1


def test_equals_stand_in_the_order_of_the_mandates():
    mandates = [Mandate("b", (Phrase("học", 2),)), Mandate("a", (Phrase("phí", 2),))]
    assert [proposal.agency for proposal in propose("học phí", mandates)] == ["b", "a"]


@given(st.text(max_size=200))
def test_any_text_gets_every_agency_once_with_chances_that_sum_to_one(text):
    proposals = propose(text, MANDATES, shipped_model())
    assert sorted(proposal.agency for proposal in proposals) == sorted(NAMES)
    assert sum(proposal.score for proposal in proposals) == pytest.approx(1, abs=1e-4)


def test_an_agency_the_model_never_saw_is_judged_by_its_mandate():
    [proposal, *_] = propose(
        "Đồn biên phòng ở cửa khẩu",
        [*named_mandates(), Mandate("bo-doi-bien-phong", (Phrase("đồn biên phòng", 4),))],
        shipped_model(),
    )
    assert proposal.agency == "bo-doi-bien-phong"
    assert proposal.learned == ()


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled questions are not here")
def test_mandates_alone_find_most_agencies_of_the_labelled_questions():
    rows = map(json.loads, LABELLED.read_text(encoding="utf-8").splitlines())
    told = [
        (row["agency"], [NAMES[p.agency] for p in propose(row["text"], MANDATES)[:3]])
        for row in rows
        if row["agency"]
    ]
    assert sum(right in names[:1] for right, names in told) > 0.9 * len(told)
    assert sum(right in names for right, names in told) > 0.97 * len(told)
