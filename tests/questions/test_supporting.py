"""Asking what others ask: one more sender of one question, with a receipt of their own."""

from datetime import date
from uuid import uuid4

import pytest

from doithoai.questions.actions import support
from doithoai.questions.models import Question, Submission
from doithoai.questions.queries import questions_of
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused
from tests.builders import a_conference, a_question

pytestmark = pytest.mark.django_db
PUBLIC = [QuestionState.SELECTED, QuestionState.REFERRED, QuestionState.ANSWERED]


@pytest.mark.parametrize("state", PUBLIC)
def test_a_supporter_is_one_more_sender_of_the_same_question(state):
    question = a_question(state=state, wording="Gọi 0912345678: khi nào có nước?")
    sent = support(question, token=uuid4(), sender_unit="Xã Phú Tân")

    assert [one.asked for one in questions_of(question.conference)] == [2]
    assert Question.objects.count() == 1
    assert (sent.channel, sent.sender_unit) == ("web", "Xã Phú Tân")
    assert "0912345678" not in sent.text
    assert conservation_faults(question.conference) == []


def test_the_same_form_sent_twice_is_one_supporter():
    question, token = a_question(state=QuestionState.SELECTED), uuid4()

    assert support(question, token=token).pk == support(question, token=token).pk
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(
    "state", [QuestionState.RECEIVED, QuestionState.SET_ASIDE, QuestionState.WITHDRAWN]
)
def test_what_is_not_public_is_not_supported(state):
    question = a_question(state=state)

    with pytest.raises(Refused, match="không còn trong danh sách công khai"):
        support(question, token=uuid4())
    assert Submission.objects.count() == 1


def test_outside_the_window_nobody_is_added():
    conference = a_conference(questions_from=date(2024, 10, 8))
    question = a_question(conference, state=QuestionState.SELECTED)

    with pytest.raises(Refused, match="không nhận câu hỏi"):
        support(question, token=uuid4())


def test_a_token_of_another_conference_gives_no_receipt():
    token = uuid4()
    support(a_question(state=QuestionState.SELECTED), token=token)

    with pytest.raises(Refused, match="hội nghị khác"):
        support(a_question(state=QuestionState.SELECTED), token=token)
