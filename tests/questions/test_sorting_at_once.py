"""Two officials sort the same questions at one moment: one wins, nothing waits for ever."""

import pytest

from doithoai.questions.actions import merge, select, set_aside, split, unmerge, withdraw
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.workflow import Refused
from tests.builders import a_question, an_official
from tests.questions.test_two_at_once import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

TWO = "Khi nào có nước sạch? Đường ấp 3 hỏng đã lâu."


def refusals(results):
    assert all(not isinstance(one, Exception) or isinstance(one, Refused) for one in results), (
        results
    )
    return sum(isinstance(one, Refused) for one in results)


def test_two_questions_merged_into_each_other_at_once_stay_one():
    one = a_question()
    other = a_question(one.conference)
    people = [an_official(one.conference.host) for _ in range(2)]
    seen = {one.pk: 0, other.pk: 0}

    results = together(
        lambda: merge([one], into=other, versions=seen, by=people[0]),
        lambda: merge([other], into=one, versions=seen, by=people[1]),
    )

    assert refusals(results) == 1
    assert conservation_faults(one.conference) == []


def test_a_question_merged_and_chosen_at_once_is_one_of_both():
    one = a_question()
    into = a_question(one.conference)
    people = [an_official(one.conference.host) for _ in range(2)]
    words = {"wording": "Câu chính thức", "kind": "question", "topic": None}

    results = together(
        lambda: merge([one], into=into, versions={one.pk: 0, into.pk: 0}, by=people[0]),
        lambda: select(one, version=0, by=people[1], **words),
    )

    assert refusals(results) == 1
    assert conservation_faults(one.conference) == []


def test_a_slip_cut_and_withdrawn_at_once_loses_nothing():
    question = a_question(sender={"text": TWO})
    part, host = question.parts.get(), an_official(question.conference.host)

    results = together(
        lambda: split(part, cuts=[22], version=0, by=host),
        lambda: withdraw(part.submission),
    )

    assert refusals(results) <= 1
    assert conservation_faults(question.conference) == []
    assert {q.state for q in question.conference.questions.all()} == {"withdrawn"}


def test_many_people_sorting_at_once_never_wait_for_each_other_in_a_ring():
    first = a_question()
    others = [a_question(first.conference) for _ in range(5)]
    people = [an_official(first.conference.host) for _ in range(6)]
    seen = {one.pk: 0 for one in (first, *others)}

    results = together(
        lambda: merge(others[:2], into=first, versions=seen, by=people[0]),
        lambda: merge([first], into=others[1], versions=seen, by=people[1]),
        lambda: merge(others[3:], into=others[2], versions=seen, by=people[2]),
        lambda: set_aside(others[2], reason="Ngoài phạm vi", version=0, by=people[3]),
        lambda: unmerge(others[0], version=1, by=people[4]),
        lambda: withdraw(others[4].parts.get().submission),
    )

    refusals(results)
    assert conservation_faults(first.conference) == []
