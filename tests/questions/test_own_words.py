"""Senders correct and withdraw their words; others' questions are not touched by it."""

import pytest
from django_tasks_db.models import DBTaskResult

from doithoai.audit.models import Entry
from doithoai.questions.actions import correct, merge, withdraw
from doithoai.questions.models import Correction
from doithoai.questions.queries import question_counts, questions_of
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused
from tests.builders import a_conference, a_question, an_official

pytestmark = pytest.mark.django_db
NEW = "Khi nào ấp Bình Hòa có nước sạch?"


@pytest.fixture
def question():
    return a_question(a_conference())


def slip(question):
    return question.parts.first().submission


def merged(question):
    """Another question put under this one."""
    other = a_question(question.conference)
    versions = {other.pk: other.version, question.pk: question.version}
    host = an_official(question.conference.host)
    merge([other], into=question, versions=versions, by=host)
    return other


def test_a_correction_is_kept_beside_the_first_words(question):
    first = slip(question).text
    sent = correct(slip(question), text=NEW)
    question.refresh_from_db()

    assert (sent.text, sent.said) == (first, NEW)
    assert (question.wording, question.version) == (NEW, 1)
    assert [(part.text, part.end) for part in sent.parts.all()] == [(NEW, len(NEW))]
    assert conservation_faults(question.conference) == []


def test_the_trail_keeps_that_words_changed_and_not_which(question):
    correct(slip(question), text=NEW)

    entry = Entry.objects.get()
    assert (entry.verb, entry.actor) == ("questions.correct", None)
    assert NEW not in str(entry.after)


@pytest.mark.parametrize("state", [QuestionState.SELECTED, QuestionState.SET_ASIDE])
def test_what_somebody_decided_on_is_not_corrected(state):
    question = a_question(a_conference(), state=state)

    with pytest.raises(Refused, match="đã được cơ quan tiếp nhận phân loại"):
        correct(slip(question), text=NEW)
    assert not Correction.objects.exists()


def test_what_others_ask_too_is_not_corrected(question):
    merged(question)

    with pytest.raises(Refused, match="đã gộp với câu của người khác"):
        correct(slip(question), text=NEW)


def test_nothing_new_is_not_kept_as_a_correction(question):
    with pytest.raises(Refused, match="chưa đổi chữ nào"):
        correct(slip(question), text=slip(question).text)


def test_a_question_nobody_asks_any_more_is_withdrawn(question):
    sent = withdraw(slip(question))
    question.refresh_from_db()

    assert sent.withdrawn_at
    assert question.state == QuestionState.WITHDRAWN
    assert question_counts(question.conference).total == 0
    with pytest.raises(Refused, match="đã rút"):
        correct(sent, text=NEW)


def test_what_was_withdrawn_is_taken_out_of_the_index_soon(question):
    DBTaskResult.objects.all().delete()
    withdraw(slip(question))
    assert DBTaskResult.objects.count() == 1


def test_withdrawing_twice_is_withdrawing_once(question):
    first = withdraw(slip(question)).withdrawn_at

    assert withdraw(slip(question)).withdrawn_at == first
    assert Entry.objects.filter(verb="questions.withdraw").count() == 1


def test_a_question_others_ask_loses_one_and_stays(question):
    merged(question)
    withdraw(slip(question))

    assert [one.asked for one in questions_of(question.conference)] == [1]
    assert conservation_faults(question.conference) == []


def test_a_referred_question_is_answered_though_its_sender_withdrew():
    question = a_question(a_conference(), state=QuestionState.REFERRED)
    withdraw(slip(question))

    question.refresh_from_db()
    assert question.state == QuestionState.REFERRED
