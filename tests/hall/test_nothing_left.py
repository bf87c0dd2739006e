"""Nothing is left in the hall: whatever was asked there has a receipt and a way on at the close."""

import pytest

from doithoai.hall.actions import (
    add_turn,
    ask_from_phone,
    close_session,
    judge,
    put_off,
    take,
    undo,
)
from doithoai.hall.models import AudienceQuestion, HallEvent
from doithoai.hall.rules import Speaker
from doithoai.hall.states import AudienceState
from doithoai.questions.models import Channel, Submission
from doithoai.questions.states import QuestionState
from tests.builders_hall import Desk, an_audience, an_audience_question

pytestmark = pytest.mark.django_db
BUS = "Khi nào có xe buýt về xã Phú Tân?"
FLOOR = Speaker("Lê Chín", "xã An Hữu", True)


@pytest.fixture
def desk():
    """A running session with an empty queue that takes questions from telephones."""
    desk = Desk(questions=0)
    desk.session = an_audience(desk.session)
    return desk


@pytest.mark.parametrize("state", [AudienceState.WAITING, AudienceState.SHOWN])
def test_what_telephones_asked_is_received_at_the_close(desk, state):
    question = an_audience_question(
        desk.session, text=BUS, state=state, name="Lê Chín", unit="xã An Hữu", shows_name=True
    )
    desk.press(close_session)
    question.refresh_from_db()
    sent = Submission.objects.get(channel=Channel.HALL)

    assert (question.state, question.submission) == (AudienceState.RECEIVED, sent)
    assert (sent.text, sent.sender_name, sent.consents_name) == (BUS, "Lê Chín", True)
    assert sent.parts.get().question.state == QuestionState.RECEIVED


def test_nothing_is_left_in_the_hall(desk):
    for state in AudienceState.WAITING, AudienceState.SHOWN, AudienceState.REFUSED:
        an_audience_question(desk.session, state=state)
    taken = an_audience_question(desk.session)
    desk.press(take, question=taken.pk)
    desk.press(add_turn, text=BUS, speaker=FLOOR)
    desk.press(close_session)
    left = AudienceQuestion.objects.filter(submission=None)

    assert [one.state for one in left] == [AudienceState.REFUSED]
    assert Submission.objects.filter(channel=Channel.HALL).count() == 4
    assert {turn.question.state for turn in desk.session.turns.all()} == {QuestionState.SELECTED}


def test_what_the_floor_asked_counts_as_chosen_when_put_off(desk):
    desk.press(add_turn, text=BUS, speaker=FLOOR)
    desk.press(put_off, turn=desk.key(0))

    assert desk.session.turns.get().question.state == QuestionState.SELECTED


def test_the_close_says_how_many_were_received(desk):
    an_audience_question(desk.session)
    desk.press(close_session)

    assert HallEvent.objects.get(kind="closed").text == (
        "Bế mạc hội nghị. 1 câu gửi từ điện thoại được tiếp nhận, có mã biên nhận."
    )


def test_a_close_taken_back_leaves_the_receipt_and_the_question_in_the_hall(desk):
    question = an_audience_question(desk.session, state=AudienceState.SHOWN)
    desk.press(close_session)
    desk.press(undo)
    question.refresh_from_db()
    assert (question.state, question.submission) == (
        AudienceState.SHOWN,
        Submission.objects.get(channel=Channel.HALL),
    )
    desk.press(take, question=question.pk)
    desk.press(close_session)
    question.refresh_from_db()

    assert question.state == AudienceState.TAKEN
    assert Submission.objects.filter(channel=Channel.HALL).count() == 1


def test_a_second_close_receives_only_what_is_new(desk):
    an_audience_question(desk.session)
    desk.press(close_session)
    desk.press(undo)
    desk.session = an_audience(desk.session)
    asked = ask_from_phone(desk.session, text=BUS, device="may-2", by=None)
    judge(asked, to=AudienceState.SHOWN, by=desk.by)
    desk.press(close_session)

    states = set(AudienceQuestion.objects.values_list("state", flat=True))
    assert states == {AudienceState.RECEIVED}
    assert Submission.objects.filter(channel=Channel.HALL).count() == 2
