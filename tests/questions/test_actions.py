"""Receiving, choosing, setting aside, restoring."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.questions.actions import (
    forget_sender,
    forget_senders,
    receive,
    restore,
    select,
    set_aside,
    show_sender,
)
from doithoai.questions.models import Question, Submission
from doithoai.questions.queries import conferences_past
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_question, a_topic, an_official

pytestmark = pytest.mark.django_db


def test_a_citizens_words_become_a_submission_a_part_and_a_question():
    conference = a_conference()

    sent = receive(conference, text="Khi nào có nước sạch?", by=None, sender_unit="xã Phú Tân")

    question = sent.parts.get().question
    assert (question.code, question.state) == ("C-001", QuestionState.RECEIVED)
    assert question.wording == sent.text == "Khi nào có nước sạch?"
    assert sent.code.startswith("TG24-")
    assert not sent.is_late


def test_the_same_form_sent_twice_gives_one_receipt():
    conference, token = a_conference(), uuid4()

    first = receive(conference, text="Hỏi một lần", by=None, token=token)
    second = receive(conference, text="Hỏi một lần", by=None, token=token)

    assert first.pk == second.pk
    assert Question.objects.count() == 1


@pytest.mark.parametrize("window", [(date(2024, 10, 8), date(2024, 10, 9)), (None, None)])
def test_outside_the_window_the_public_page_takes_nothing(window):
    conference = a_conference(questions_from=window[0], questions_until=window[1])

    with pytest.raises(Refused, match="không nhận câu hỏi"):
        receive(conference, text="Hỏi sớm", by=None)

    assert not Submission.objects.exists()


def test_a_slip_entered_after_the_window_is_kept_and_marked_late():
    conference = a_conference()
    with clock.at(datetime(2024, 10, 12, 2, tzinfo=UTC)):
        slip = receive(
            conference, text="Phiếu đến muộn", channel="paper", by=an_official(conference.host)
        )

    assert slip.is_late


def test_a_department_may_not_enter_slips():
    conference = a_conference()
    department = conference.participations.first().agency

    with pytest.raises(Forbidden):
        receive(conference, text="Phiếu", channel="paper", by=an_official(department))


def test_the_host_chooses_in_an_official_wording_under_a_topic():
    question = a_question()
    topic = a_topic(question.conference)
    host = an_official(question.conference.host)

    chosen = select(
        question, wording="Khi nào có nước sạch?", kind="petition", topic=topic, version=0, by=host
    )

    assert (chosen.state, chosen.topic, chosen.kind) == (QuestionState.SELECTED, topic, "petition")
    assert chosen.decided_by == host
    assert Entry.objects.get().after["is_reworded"]
    assert Submission.objects.get().text == "Khi nào có nước sạch?"


def test_only_the_host_chooses():
    question = a_question()

    for agency in (question.conference.office, question.conference.chair):
        with pytest.raises(Forbidden):
            set_aside(question, reason="Ngoài phạm vi", version=0, by=an_official(agency))


def test_a_question_set_aside_comes_back():
    question = a_question()
    host = an_official(question.conference.host)

    aside = set_aside(question, reason="Ngoài phạm vi kế hoạch", version=0, by=host)
    back = restore(aside, version=1, by=host)

    assert (back.state, back.reason) == (QuestionState.RECEIVED, "")


def test_of_two_officials_deciding_at_once_the_second_is_told():
    question = a_question()
    host = an_official(question.conference.host)
    set_aside(question, reason="Trùng", version=0, by=host)

    with pytest.raises(Refused, match="vừa sửa câu này"):
        select(question, wording="Câu", kind="question", topic=None, version=0, by=host)


def test_a_referred_question_is_not_set_aside():
    question = a_question(state=QuestionState.REFERRED)

    with pytest.raises(Refused, match="Đã chuyển"):
        set_aside(question, reason="Thôi", version=0, by=an_official(question.conference.host))


def test_every_look_at_a_sender_is_kept():
    question = a_question(sender={"sender_name": "Lê Thị Hạnh"})
    submission = question.parts.get().submission
    host = an_official(question.conference.host)

    show_sender(submission, by=host)

    entry = Entry.objects.get()
    assert (entry.verb, entry.actor, entry.thing_id) == (
        "questions.show_sender",
        host,
        str(submission.pk),
    )


def test_a_department_never_sees_a_sender():
    question = a_question()
    department = question.conference.participations.first().agency

    with pytest.raises(Forbidden):
        show_sender(question.parts.get().submission, by=an_official(department))


def test_after_its_time_a_sender_is_forgotten_and_the_words_stay():
    question = a_question(
        sender={"sender_name": "Lê Thị Hạnh", "phone": "0900000001", "consents_contact": True}
    )

    assert list(conferences_past(date(2024, 10, 10))) == [question.conference]
    assert forget_senders(question.conference, by=None) == 1

    submission = Submission.objects.get()
    assert (submission.sender_name, submission.phone, submission.consents_contact) == (
        "",
        "",
        False,
    )
    assert submission.text == "Khi nào có nước sạch?"
    assert not conferences_past(date(2024, 10, 10)).exists()
    assert not conferences_past(date(2024, 10, 9)).exists()


@pytest.mark.parametrize(
    "values",
    [{"phone": "0900000001"}, {"email": "a@example.vn"}, {"consents_name": True}],
)
def test_the_database_keeps_no_contact_without_consent(values):
    submission = a_question().parts.get().submission

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(**values)


def test_a_sender_who_asks_is_forgotten_and_the_trail_keeps_that():
    question = a_question(
        sender={"sender_name": "Lê Thị Hạnh", "email": "h@example.vn", "consents_contact": True}
    )
    submission = question.parts.get().submission
    with pytest.raises(Forbidden):
        forget_sender(submission, by=an_official(question.conference.chair))

    forget_sender(submission, by=an_official(question.conference.office))

    submission.refresh_from_db()
    assert (submission.sender_name, submission.email, submission.consents_contact) == (
        "",
        "",
        False,
    )
    assert Entry.objects.get().verb == "questions.forget_sender"
