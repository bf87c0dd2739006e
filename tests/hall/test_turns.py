"""Driving the queue: one floor, one clock, and every mis-click taken back."""

from datetime import timedelta

import pytest

from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.delegates.models import Delegate
from doithoai.hall.actions import (
    add_turn,
    call,
    call_next,
    mark_answered,
    name_speaker,
    note_answer,
    put_off,
    reorder,
    requeue,
    start_answering,
    start_speaking,
    withdraw_turn,
)
from doithoai.hall.models import HallEvent, ScreenMode, Turn
from doithoai.hall.rules import Speaker
from doithoai.hall.states import TurnState
from doithoai.planning.models import Mandate, Work
from doithoai.questions.models import Channel, Submission
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused
from tests.builders import an_agency, an_official
from tests.builders_hall import MORNING, Desk, turns_of

pytestmark = pytest.mark.django_db


def test_the_queue_is_the_chosen_questions_with_their_agencies():
    desk = Desk(questions=2)
    turns = turns_of(desk.session)

    assert [turn.question.number for turn in turns] == [1, 2]
    assert {turn.agency for turn in turns} == {turns[0].question.referral.agency}


def test_calling_puts_the_question_on_the_screen():
    desk = Desk()
    desk.press(call_next)

    assert desk.states() == ["called", "queued", "queued"]
    assert desk.session.screen == ScreenMode.QUESTION


def test_one_press_ends_the_turn_before_stamps_the_time_and_starts_the_clock():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    with clock.at(MORNING + timedelta(minutes=2)):
        desk.press(start_speaking, turn=desk.key(1))
    first, second = turns_of(desk.session)[:2]

    assert (first.state, first.clock_from, first.spent_seconds) == (TurnState.ASKED, None, 120)
    assert (second.state, second.started_at) == ("speaking", MORNING + timedelta(minutes=2))
    assert second.clock_from == second.started_at


def test_a_called_question_moves_before_those_that_wait():
    desk = Desk()
    desk.press(call, turn=desk.key(2))

    assert [turn.question.number for turn in turns_of(desk.session)] == [3, 1, 2]


def test_answering_gets_a_fresh_clock_of_its_own_length():
    desk = Desk(answer_seconds=240)
    desk.press(start_speaking, turn=desk.key(0))
    with clock.at(MORNING + timedelta(minutes=1)):
        desk.press(start_answering, turn=desk.key(0))
    turn = turns_of(desk.session)[0]

    assert (turn.limit_seconds, turn.spent_seconds, turn.state) == (240, 0, "answering")


def test_what_was_said_becomes_a_submitted_answer():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(start_answering, turn=desk.key(0))
    desk.press(mark_answered, turn=desk.key(0), note="Sở sẽ khảo sát trong tháng 11/2024.")
    answer = Answer.objects.get(referral__question__number=1)

    assert (answer.state, answer.given_in_hall) == (AnswerState.SUBMITTED, True)
    assert desk.states()[0] == TurnState.ANSWERED


def test_several_may_ask_before_the_answers_come():
    desk = Desk()
    for place in range(3):
        desk.press(start_speaking, turn=desk.key(place))
    desk.press(start_answering, turn=desk.key(0))

    assert desk.states() == ["answering", "asked", "asked"]


def test_words_of_an_answer_can_be_written_later():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(start_answering, turn=desk.key(0))
    desk.press(start_speaking, turn=desk.key(1))
    desk.press(note_answer, turn=desk.key(0), note="Đã trả lời xong trong quý IV.")

    assert turns_of(desk.session)[0].note == "Đã trả lời xong trong quý IV."


def test_the_queue_is_reordered_among_those_that_wait():
    desk = Desk()
    desk.press(call_next)
    desk.press(reorder, turn=desk.key(2), places=-1)

    assert [turn.question.number for turn in turns_of(desk.session)] == [1, 3, 2]


def test_a_turn_from_the_floor_is_a_question_with_a_receipt_and_comes_next():
    desk = Desk()
    speaker = Speaker("Trần Thị Năm", "xã Phú Tân", shows_name=True)
    desk.press(add_turn, text="Khi nào sửa cầu Rạch Miễu?", speaker=speaker)
    sent = Submission.objects.get(channel=Channel.HALL)

    assert turns_of(desk.session)[0].question == sent.parts.get().question
    assert (sent.sender_name, sent.consents_name, sent.is_late) == ("Trần Thị Năm", True, False)


def test_a_delegate_is_known_by_the_code_of_the_badge():
    desk = Desk()
    Delegate.objects.create(
        conference=desk.session.conference,
        full_name="Ngô Bảy",
        organisation="Nông dân",
        code="7K3M9Q",
    )
    desk.press(add_turn, text="Xin hỏi về vốn vay?", speaker=Speaker(code="7k3-m9q"))

    assert turns_of(desk.session)[0].speaker_name == "Ngô Bảy"


def test_a_question_of_the_floor_answered_there_goes_to_the_answers_room():
    desk = Desk(questions=0)
    desk.press(add_turn, text="Khi nào sửa cầu?", speaker=Speaker())
    agency = desk.session.conference.participations.all()[0].agency
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(start_answering, turn=desk.key(0), agency=agency)
    desk.press(mark_answered, turn=desk.key(0), note="Sở sửa xong trong tháng 12.")
    answer = Answer.objects.get()

    assert (answer.body, answer.state) == ("Sở sửa xong trong tháng 12.", AnswerState.SUBMITTED)
    assert answer.referral.agency == agency


def test_an_agency_given_the_hall_drives_all_of_it():
    desk = Desk(questions=0)
    conference, given = desk.session.conference, an_agency("Đài Phát thanh")
    Mandate.objects.create(conference=conference, agency=given, work=Work.HALL)
    desk.by = an_official(given)
    desk.press(add_turn, text="Khi nào sửa cầu?", speaker=Speaker())
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(start_answering, turn=desk.key(0), agency=an_agency("Sở Giao thông vận tải"))
    desk.press(mark_answered, turn=desk.key(0), note="Sở sửa xong trong tháng 12.")

    assert Answer.objects.get().versions.get().by == desk.by


def test_a_question_put_off_is_chosen_so_that_it_gets_a_written_answer():
    desk = Desk(questions=0)
    desk.press(add_turn, text="Khi nào sửa cầu?", speaker=Speaker())
    desk.press(put_off, turn=desk.key(0))
    turn = turns_of(desk.session)[0]

    assert (turn.state, turn.question.state) == ("put_off", QuestionState.SELECTED)


def test_nobody_answers_without_an_agency():
    desk = Desk(questions=0)
    desk.press(add_turn, text="Khi nào sửa cầu?", speaker=Speaker())
    desk.press(start_speaking, turn=desk.key(0))

    with pytest.raises(Refused, match="Chọn cơ quan"):
        desk.press(start_answering, turn=desk.key(0))


def test_a_speaker_who_is_not_there_goes_back_to_the_queue():
    desk = Desk()
    desk.press(call_next)
    desk.press(requeue, turn=desk.key(0))

    assert desk.states() == ["queued"] * 3


def test_a_withdrawn_turn_is_over():
    desk = Desk()
    desk.press(withdraw_turn, turn=desk.key(0))

    with pytest.raises(Refused, match="Đã rút"):
        desk.press(call, turn=Turn.objects.get(state="withdrawn").pk)


def test_a_name_without_consent_is_kept_from_the_screen():
    desk = Desk()
    desk.press(name_speaker, turn=desk.key(0), speaker=Speaker("Lê Chín", "xã An Hữu"))
    turn = turns_of(desk.session)[0]

    assert (turn.speaker_name, turn.shows_name) == ("Lê Chín", False)


def test_of_two_secretaries_the_second_is_told():
    desk = Desk()
    other = an_official(desk.session.conference.office)
    old = desk.session.version
    desk.press(call_next)

    with pytest.raises(Refused, match="bấm trước một bước"):
        call_next(desk.session, version=old, by=other)
    assert desk.states() == ["called", "queued", "queued"]


def test_every_step_is_one_event_and_one_line_of_trail():
    desk = Desk()
    events, entries = HallEvent.objects.count(), Entry.objects.count()
    desk.press(call_next)

    assert HallEvent.objects.count() == events + 1
    assert Entry.objects.count() == entries + 1


def test_a_turn_of_another_hall_is_not_touched():
    desk, other = Desk(), Desk()

    with pytest.raises(Refused, match="Không thấy lượt"):
        desk.press(call, turn=other.key(0))
