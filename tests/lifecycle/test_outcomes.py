"""What became of everything people sent."""

import pytest

from doithoai.audit import clock
from doithoai.lifecycle.outcomes import Outcome, outcomes_of, without_outcome
from tests.builders import a_conference, a_question, a_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def test_the_outcomes_add_up_to_everything_that_came(conference):
    for state in ("received", "selected", "referred", "answered", "set_aside"):
        a_question(conference, state=state)
    withdrawn = a_question(conference).parts.get().submission
    withdrawn.withdrawn_at = clock.now()
    withdrawn.save()
    found = outcomes_of(conference)

    assert sum(found.counts.values()) == found.parts == found.submissions == 6
    assert found.counts[Outcome.WITHDRAWN] == found.counts[Outcome.SET_ASIDE] == 1
    assert (found.with_one, found.without) == (3, 3)


def test_two_who_ask_one_question_are_two_parts(conference):
    question = a_question(conference, state="answered")
    other = a_submission(conference)
    question.parts.create(submission=other, text=other.text, end=len(other.text))

    assert outcomes_of(conference).counts[Outcome.IN_WRITING] == 2


def test_what_has_no_outcome_is_listed_until_it_has_one(conference):
    a_question(conference, state="answered")
    waiting = [a_question(conference), a_question(conference, state="referred")]

    assert list(without_outcome(conference)) == waiting


def test_a_question_whose_slips_are_all_withdrawn_waits_for_nothing(conference):
    slip = a_question(conference).parts.get().submission
    slip.withdrawn_at = clock.now()
    slip.save()

    assert not without_outcome(conference).exists()
