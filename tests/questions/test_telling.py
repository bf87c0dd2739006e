"""Senders told of a decision are told when it is taken back; those without e-mail are called."""

from datetime import timedelta

import pytest

from doithoai.audit import clock
from doithoai.outbox.models import Message
from doithoai.outbox.states import MessageState
from doithoai.questions.actions import mark_called, merge, restore, set_aside, unmerge
from doithoai.questions.models import PhoneCall
from doithoai.questions.queries.calling import calls_due
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_question, an_agency, an_official

pytestmark = pytest.mark.django_db

BY_MAIL = {"consents_contact": True, "email": "lan@example.vn"}
BY_PHONE = {"consents_contact": True, "phone": "0912345678"}


def left_out(conference, host, sender):
    question = a_question(conference, sender=sender)
    return set_aside(question, reason="Ngoài phạm vi", version=0, by=host)


def letters_went():
    """Everything laid down has gone to its reader."""
    moment = clock.now()
    Message.objects.update(state=MessageState.SENT, sent_at=moment, claimed_at=moment)


def letters():
    return [message.body for message in Message.objects.order_by("pk")]


def test_one_told_of_being_left_out_is_told_once_of_being_taken_up_again(conference, host):
    question = left_out(conference, host, BY_MAIL)
    letters_went()
    question = restore(question, version=question.version, by=host)
    letters_went()

    assert len(letters()) == 2
    assert "được xem xét lại" in letters()[1]


def test_one_whose_letter_had_not_gone_is_told_nothing_when_it_is_taken_back(conference, host):
    question = left_out(conference, host, BY_MAIL)
    restore(question, version=question.version, by=host)

    assert Message.objects.get().state == MessageState.CANCELLED


def test_one_told_of_being_merged_is_told_of_being_taken_out(conference, host):
    one, other = a_question(conference, sender=BY_MAIL), a_question(conference)
    merge([one], into=other, versions={one.pk: 0, other.pk: 0}, by=host)
    letters_went()
    one.refresh_from_db()
    unmerge(one, version=one.version, by=host)

    assert "được tách khỏi câu hỏi đã gộp" in letters()[1]


def test_one_who_left_only_a_telephone_is_called_once_it_cannot_be_undone(conference, host):
    left_out(conference, host, BY_PHONE)
    assert not calls_due([conference], now=clock.now()).exists()

    with clock.at(clock.now() + timedelta(minutes=11)):
        call = calls_due([conference], now=clock.now()).get()
        assert "Lý do: Ngoài phạm vi." in call.words
        mark_called(call, by=host)
        assert not calls_due([conference], now=clock.now()).exists()
        with pytest.raises(Refused, match="đã ghi"):
            mark_called(call, by=host)


def test_a_call_made_is_followed_by_one_that_takes_it_back(conference, host):
    question = left_out(conference, host, BY_PHONE)
    mark_called(PhoneCall.objects.get(), by=host)
    question = restore(question, version=question.version, by=host)
    assert "được xem xét lại" in PhoneCall.objects.last().words

    question = left_out(conference, host, BY_PHONE)
    restore(question, version=question.version, by=host)
    assert PhoneCall.objects.filter(question=question, cancelled_at=None).count() == 0


def test_only_those_who_may_see_the_sender_note_a_call(conference, host):
    left_out(conference, host, BY_PHONE)

    with pytest.raises(Forbidden):
        mark_called(PhoneCall.objects.get(), by=an_official(an_agency("Sở Công Thương")))
