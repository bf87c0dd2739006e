"""The search pages of officials and citizens: what is found, marked and left out."""

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.answers.actions import keep_all_answer_words
from doithoai.answers.states import AnswerState
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.models import Question
from tests.builders import a_conference, a_question, a_referral, an_answer, an_official

pytestmark = pytest.mark.django_db

WATER = "Đường ống nước sạch ở xã Phú Tân bị vỡ, gọi 0912345678."


@pytest.fixture
def question() -> Question:
    conference = a_conference()
    question = a_question(conference, wording=WATER, sender={"text": WATER})
    compare_waiting()
    return question


def official(question: Question) -> Client:
    client = Client()
    client.force_login(an_official(question.conference.host))
    return client


def page(client: Client, name: str, **query: str) -> str:
    return client.get(reverse(name), query).content.decode()


def test_matches_are_marked_and_personal_data_stays_masked(question) -> None:
    shown = page(official(question), "questions:search", tim="nuoc sach")
    assert "<mark>nước</mark>" in shown
    assert "0912345678" not in shown
    assert question.code in shown


@pytest.mark.parametrize(
    "choice", [{"nam": "2023"}, {"trang-thai": "answered"}, {"cach-gui": "paper"}]
)
def test_a_choice_narrows_what_is_found(question, choice) -> None:
    year = a_question(a_conference(host=question.conference.host, year=2023), wording="Việc khác")
    Question.objects.filter(pk=year.pk).update(state="answered")
    shown = page(official(question), "questions:search", tim="nuoc sach", **choice)
    assert "Không có câu nào khớp" in shown


def test_another_agency_finds_nothing(question) -> None:
    client = Client()
    client.force_login(an_official())
    assert "<mark>" not in page(client, "questions:search", tim="nuoc sach")


def test_citizens_find_what_is_published_and_nothing_else(question) -> None:
    assert "<mark>" not in page(Client(), "public:search", tim="nuoc sach")
    an_answer(a_referral(question), state=AnswerState.PUBLISHED, body="Nhà máy đang sửa đường ống.")
    keep_all_answer_words()
    shown = page(Client(), "public:search", tim="nha may sua")
    assert "<mark>Nhà</mark>" in shown
    assert reverse("public:answer", args=[question.conference.slug, question.number]) in shown


def test_officials_find_what_everyone_may_read(question) -> None:
    an_answer(a_referral(question), state=AnswerState.PUBLISHED, body="Nhà máy đang sửa đường ống.")
    keep_all_answer_words()
    client = Client()
    client.force_login(an_official())
    shown = page(client, "questions:search", tim="nha may sua")
    assert "<mark>Nhà</mark>" in shown
    assert reverse("public:answer", args=[question.conference.slug, question.number]) in shown
    assert reverse("answers:answer", args=[question.conference.slug, question.number]) not in shown


def test_a_short_unfinished_word_is_left_out_first_and_the_kept_ones_are_told(question) -> None:
    shown = page(official(question), "questions:search", tim="nước xq")
    assert "Dưới đây là những câu có: “nước”." in shown


def test_a_receipt_code_leads_citizens_nowhere(question) -> None:
    an_answer(a_referral(question), state=AnswerState.PUBLISHED)
    code = question.parts.get().submission.code
    assert question.code not in page(Client(), "public:search", tim=code)
    assert question.code in page(official(question), "questions:search", tim=code)


@pytest.mark.parametrize("typed", ["x" * 500, "%", "<script>", "\u0301" * 50])
def test_anything_may_be_typed(question, typed) -> None:
    for client, name in ((Client(), "public:search"), (official(question), "questions:search")):
        assert client.get(reverse(name), {"tim": typed}).status_code == 200
