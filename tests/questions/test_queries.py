"""Finding questions beside one another, and submissions by what people hold in their hands."""

from uuid import UUID

import pytest

from doithoai.questions.models import Part
from doithoai.questions.queries import (
    named_senders,
    neighbours,
    next_received,
    submission_by_code,
    submission_by_token,
)
from tests.builders import a_conference, a_question, a_submission, an_official

pytestmark = pytest.mark.django_db
TOKEN = UUID("5f0c5a52-3f57-4a53-9f0a-000000000001")


def test_neighbours_stay_within_the_conference():
    conference = a_conference()
    first, middle, last = (a_question(conference) for _ in range(3))
    a_question(a_conference())
    host = an_official(conference.host)

    assert [neighbours(q, host) for q in (first, middle, last)] == [(None, 2), (1, 3), (2, None)]


def test_the_next_undecided_goes_round_the_end():
    conference = a_conference()
    states = ("received", "selected", "received", "set_aside")
    questions = [a_question(conference, state=state) for state in states]

    assert [next_received(question) for question in questions] == [3, 3, 1, 1]
    assert next_received(a_question(state="selected")) is None


def test_a_token_finds_only_what_its_conference_was_sent():
    conference = a_conference()
    sent = a_submission(conference, token=TOKEN)

    assert submission_by_token(conference, TOKEN) == sent
    assert submission_by_token(a_conference(), TOKEN) is None


def test_a_code_finds_its_submission():
    sent = a_submission(a_conference())

    assert submission_by_code(sent.code) == sent
    assert submission_by_code("") is None


def test_only_those_who_agreed_are_named_oldest_first():
    question = a_question(sender={"sender_name": "Lê Thị Tám", "consents_name": True})
    for name, agreed in (("Võ Văn Chín", False), ("Trần Thị Mười", True)):
        other = a_submission(question.conference, sender_name=name, consents_name=agreed)
        Part.objects.create(
            submission=other, question=question, text=other.text, end=len(other.text)
        )

    assert named_senders(question) == ["Lê Thị Tám", "Trần Thị Mười"]
