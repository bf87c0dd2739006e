"""Questions put in the hall, and chosen questions handed to the office."""

import pytest

from doithoai.outbox.models import Message
from doithoai.questions.actions import (
    choose_for_hall,
    drop_from_hall,
    fill_hall,
    hand_over,
    order_hall,
    restore,
    select,
    settle_hall,
    undo,
    withdraw,
)
from doithoai.questions.queries import hall_questions, uncompiled_questions
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_question, an_agency, an_official

pytestmark = pytest.mark.django_db


def chosen(conference, count):
    """So many chosen questions, put in the hall by the host; and the host."""
    host = an_official(conference.host)
    questions = [a_question(conference, state=QuestionState.SELECTED) for _ in range(count)]
    for question in questions:
        choose_for_hall(question, by=host)
    return questions, host


def numbers(conference):
    return [question.number for question in hall_questions(conference)]


def test_questions_come_in_the_order_they_were_put():
    conference = a_conference()
    chosen(conference, 3)

    assert numbers(conference) == [1, 2, 3]


def test_a_new_question_cannot_be_asked_in_the_hall():
    question = a_question()

    with pytest.raises(Refused, match="chưa được chọn"):
        choose_for_hall(question, by=an_official(question.conference.host))


def test_several_are_put_in_the_hall_at_once_or_none():
    conference = a_conference()
    for state in (QuestionState.SELECTED, QuestionState.RECEIVED):
        a_question(conference, state=state)
    host = an_official(conference.host)

    with pytest.raises(Refused):
        fill_hall(conference, numbers=[1, 2], by=host)
    assert numbers(conference) == []

    fill_hall(conference, numbers=[1], by=host)
    assert numbers(conference) == [1]


def test_dropping_one_closes_the_gap():
    conference = a_conference()
    questions, host = chosen(conference, 3)

    drop_from_hall(questions[1], by=host)

    assert [q.hall_position for q in hall_questions(conference)] == [1, 2]
    assert numbers(conference) == [1, 3]


def test_the_order_is_set_whole_or_not_at_all():
    conference = a_conference()
    _, host = chosen(conference, 3)

    order_hall(conference, numbers=[3, 1, 2], by=host)
    with pytest.raises(Refused, match="vừa thay đổi"):
        order_hall(conference, numbers=[1, 2], by=host)

    assert numbers(conference) == [3, 1, 2]


def test_a_question_taken_back_leaves_the_hall():
    conference = a_conference()
    (question,), host = chosen(conference, 1)

    restore(question, version=question.version, by=host)

    assert numbers(conference) == []


def test_each_batch_holds_what_was_not_sent_before():
    conference = a_conference()
    _, host = chosen(conference, 2)
    first = hand_over(conference, note="", by=host)
    a_question(conference, state=QuestionState.SELECTED)

    second = hand_over(conference, note="Bổ sung.", by=host)

    assert [first.questions.count(), second.questions.count()] == [2, 1]
    assert not uncompiled_questions(conference).exists()
    with pytest.raises(Refused, match="chọn nào chưa gửi"):
        hand_over(conference, note="", by=host)


def test_a_department_does_not_order_the_hall():
    conference = a_conference()
    questions, _ = chosen(conference, 1)

    with pytest.raises(Forbidden):
        drop_from_hall(questions[0], by=an_official(an_agency("Sở Công Thương")))


def notes_to(person):
    return [one.body for one in Message.objects.filter(to_user=person).order_by("pk")]


def test_the_office_is_told_when_a_choice_it_holds_is_undone():
    conference = a_conference()
    host, office = an_official(conference.host), an_official(conference.office)
    question = a_question(conference)
    words = {"wording": "Câu hỏi", "kind": "question", "topic": None}
    select(question, **words, version=0, by=host)
    hand_over(conference, note="", by=host)

    undo(question.steps.get(), by=host)

    (note,) = notes_to(office)
    assert "C-001" in note
    assert "đợt 1" in note
    assert "nay: “Mới nhận”" in note


def test_the_office_is_told_when_the_only_sender_of_what_it_holds_withdraws():
    conference = a_conference()
    questions, host = chosen(conference, 1)
    office = an_official(conference.office)
    hand_over(conference, note="", by=host)

    withdraw(questions[0].parts.get().submission)

    assert ["“Người gửi rút”" in note for note in notes_to(office)] == [True]


def test_the_office_is_not_told_of_what_was_never_sent():
    conference = a_conference()
    questions, host = chosen(conference, 1)
    office = an_official(conference.office)

    restore(questions[0], version=questions[0].version, by=host)

    assert notes_to(office) == []


def test_the_rest_is_kept_as_answered_in_writing_until_it_is_put_in_the_hall():
    conference = a_conference()
    first, second = (a_question(conference, state=QuestionState.SELECTED) for _ in range(2))
    host = an_official(conference.host)
    with pytest.raises(Refused, match="Chưa có câu nào nêu"):
        settle_hall(conference, numbers=[], by=host)

    assert settle_hall(conference, numbers=[first.number], by=host) == [second]
    second.refresh_from_db()
    assert second.in_writing

    assert not choose_for_hall(second, by=host).in_writing
    assert drop_from_hall(second, by=host).in_writing
