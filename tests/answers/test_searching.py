"""Search finds questions and answers of all years, and only what a person may read."""

import pytest
from django.db import connection

from doithoai.answers.actions import keep_all_answer_words, submit
from doithoai.answers.queries import questions_answered_publicly, questions_seen_by
from doithoai.answers.states import AnswerState
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.models import Question
from doithoai.questions.queries.searching import search
from doithoai.questions.states import QuestionState
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db

TEXTS = {
    "water": "Đường ống nước sạch ở xã Phú Tân bị vỡ hai tháng nay.",
    "school": "Đề nghị mở thêm lớp mẫu giáo gần khu công nghiệp theo Nghị định 115/2020/NĐ-CP.",
    "sale": "Cho bán nước uống ở cổng trường không?",
    "friend": "Bạn nước ngoài đến thăm có phải khai báo không?",
}


@pytest.fixture
def asked() -> dict[str, Question]:
    conference = a_conference()
    found = {
        name: a_question(conference, wording=text, sender={"text": text})
        for name, text in TEXTS.items()
    }
    compare_waiting()
    return found


def names(asked: dict[str, Question], typed: str, **over) -> list[str]:
    found = search(typed, Question.objects.all(), **over)
    by_key = {question.pk: name for name, question in asked.items()}
    return [by_key[hit.question] for hit in found.hits]


@pytest.mark.parametrize("typed", ["nước sạch", "nuoc sach", "NUOC SACH", "sạch nướ"])
def test_diacritics_are_not_needed_and_the_last_word_may_be_begun(asked, typed) -> None:
    assert names(asked, typed) == ["water"]


def test_a_phrase_stands_together(asked) -> None:
    assert names(asked, "“lớp mẫu giáo”") == ["school"]
    assert not search("“giáo mẫu”", Question.objects.all()).hits


def test_codes_are_found(asked) -> None:
    question = asked["sale"]
    assert names(asked, "115/2020/NĐ-CP") == ["school"]
    assert names(asked, question.code) == ["sale"]
    receipt = question.parts.get().submission.code
    assert names(asked, receipt, receipts=True) == ["sale"]
    assert names(asked, receipt) == []


def test_diacritics_typed_put_their_own_first(asked) -> None:
    assert names(asked, "bạn nước ")[0] == "friend"
    assert names(asked, "bán nước ")[0] == "sale"


def test_words_nobody_said_are_left_out_when_nothing_holds_all(asked) -> None:
    found = search("lớp mẫu giáo lâu năm ", Question.objects.all())
    assert [hit.question for hit in found.hits] == [asked["school"].pk]
    assert found.is_narrowed


@pytest.mark.parametrize("typed", ['"', "%", "_", "' OR 1=1 --", "a:* & b", "NEAR(x y)", "(", "”“"])
def test_signs_of_query_languages_are_only_text(asked, typed) -> None:
    assert set(names(asked, typed)) <= set(asked)


def test_letters_are_never_found(asked) -> None:
    Question.objects.filter(pk=asked["water"].pk).update(
        state=QuestionState.PASSED_ON, kind="denunciation"
    )
    assert names(asked, "nước sạch") == []


def test_an_answer_is_found_once_it_is_handed_in() -> None:
    referral = a_referral()
    answer = an_answer(referral)
    submit(answer, body="Nhà máy Long Hưng cấp nước.", version=0, by=an_official(referral.agency))
    (hit,) = search("long hung", Question.objects.all()).hits
    assert (hit.question, hit.sides) == (referral.question_id, {"answer"})


def test_citizens_find_published_answers_only() -> None:
    published = an_answer(state=AnswerState.PUBLISHED, body="Nhà máy Long Hưng cấp nước.")
    an_answer(state=AnswerState.APPROVED, body="Nhà máy Long Hưng cấp nước.")
    keep_all_answer_words()
    found = search("Long Hưng", questions_answered_publicly())
    assert [hit.question for hit in found.hits] == [published.referral.question_id]


def test_an_agency_finds_what_was_sent_to_it(asked) -> None:
    conference = asked["water"].conference
    other, agency = an_agency(), an_agency("Sở Xây dựng")
    a_referral(asked["water"], agency)
    seen = [
        [hit.question for hit in search("nuoc ", questions_seen_by(user)).hits]
        for user in (an_official(agency), an_official(other), an_official(conference.host))
    ]
    assert seen[0] == [asked["water"].pk]
    assert seen[1] == []
    assert len(seen[2]) == 3


def test_one_search_asks_few_queries(asked, django_assert_max_num_queries) -> None:
    assert connection.vendor in {"sqlite", "postgresql"}
    with django_assert_max_num_queries(4):
        search("nuoc", Question.objects.all())
