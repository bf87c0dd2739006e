"""The asker says whether it is solved."""

from datetime import UTC, datetime

import pytest

from doithoai.answers.states import AnswerState
from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.conclusions.actions import say_if_solved
from doithoai.conclusions.models import Satisfaction, Verdict
from doithoai.conclusions.queries import matters_of, verdicts_by_question
from doithoai.conclusions.states import CommitmentState
from doithoai.questions.models import Part
from doithoai.workflow import Refused
from tests.builders import a_question, a_referral, a_submission, an_answer
from tests.builders_conclusions import a_commitment, a_held_conference

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    return a_question(a_held_conference())


def say(question, verdict=Verdict.SOLVED, note=""):
    return say_if_solved(question.parts.get(), verdict=verdict, note=note, by=None)


def test_nobody_is_asked_before_the_promise_is_kept(question):
    a_commitment(question.conference, question=question)

    with pytest.raises(Refused, match="chưa đến lúc"):
        say(question)
    assert not Satisfaction.objects.exists()


def test_what_was_said_may_be_changed_and_is_kept_once(question):
    a_commitment(question.conference, CommitmentState.KEPT, question=question)
    say(question, Verdict.NOT_SOLVED, "Máy chưa chạy")

    said = say(question, Verdict.SOLVED)

    assert (Satisfaction.objects.get(), said.verdict, said.note) == (said, "solved", "")
    entry = Entry.objects.filter(verb="conclusions.say_if_solved").order_by("-pk")[0]
    assert (entry.actor, entry.before) == (None, {"verdict": "not_solved"})


def test_an_answer_without_a_promise_is_asked_about_after_a_month(question):
    question.state = "referred"
    question.save()
    answer = an_answer(a_referral(question), state=AnswerState.PUBLISHED)
    (young,) = matters_of(question.parts.get().submission, today=clock.today())
    answer.published_at = datetime(2024, 9, 6, tzinfo=UTC)
    answer.save()
    (old,) = matters_of(question.parts.get().submission, today=clock.today())

    assert (young.is_asked, old.is_asked) == (False, True)


def test_verdicts_of_all_who_asked_are_counted_together(question):
    a_commitment(question.conference, CommitmentState.KEPT, question=question)
    other = a_submission(question.conference)
    part = Part.objects.create(
        submission=other, question=question, text=other.text, end=len(other.text)
    )
    say_if_solved(question.parts.order_by("pk")[0], verdict="solved", note="", by=None)
    say_if_solved(part, verdict="not_solved", note="", by=None)

    assert verdicts_by_question([question.pk]) == {question.pk: {"solved": 1, "not_solved": 1}}


def test_the_trail_keeps_no_word_of_a_note(question):
    a_commitment(question.conference, CommitmentState.KEPT, question=question)
    say(question, Verdict.PARTLY, "Gọi tôi 0912345678")

    assert "0912345678" not in str(Entry.objects.values_list("after", flat=True))
