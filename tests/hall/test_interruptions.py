"""What breaks into a turn, breaks of the session, and steps taken back."""

from datetime import timedelta

import pytest

from doithoai.audit import clock
from doithoai.hall.actions import (
    call_next,
    intervene,
    pause_session,
    resume,
    start_speaking,
    undo,
)
from doithoai.hall.models import Turn
from doithoai.hall.rules import Clock, Speaker
from doithoai.hall.states import TurnState
from doithoai.workflow import Refused
from tests.builders_hall import MORNING, Desk, turns_of

pytestmark = pytest.mark.django_db


def test_an_interruption_stops_the_clock_and_gives_it_back():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    with clock.at(MORNING + timedelta(seconds=50)):
        desk.press(intervene, kind="intervention", speaker=Speaker("Lê Thị Chín"))
    with clock.at(MORNING + timedelta(seconds=90)):
        desk.press(resume, note="Đề nghị nói ngắn.")
    turn = Turn.objects.get(question__number=1)
    left = Clock(turn.limit_seconds, turn.spent_seconds, turn.clock_from)

    assert left.left(MORNING + timedelta(seconds=100)) == 180 - 50 - 10


def test_a_point_of_order_may_break_into_an_interruption():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(intervene, kind="intervention", speaker=Speaker("A"))
    desk.press(intervene, kind="point_of_order", speaker=Speaker("B"))
    desk.press(resume)
    running = Turn.objects.get(clock_from__isnull=False)

    assert running.speaker_name == "A"


def test_nobody_speaks_during_a_break():
    desk = Desk()
    desk.press(pause_session)

    with pytest.raises(Refused, match="tạm nghỉ"):
        desk.press(start_speaking, turn=desk.key(0))


def test_a_break_stops_the_clock():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    with clock.at(MORNING + timedelta(seconds=30)):
        desk.press(pause_session)

    assert not Turn.objects.filter(clock_from__isnull=False).exists()
    assert turns_of(desk.session)[0].spent_seconds == 30


def test_a_step_taken_back_leaves_everything_as_it_was():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    before = list(Turn.objects.values("pk", "state", "clock_from", "position", "spent_seconds"))
    with clock.at(MORNING + timedelta(seconds=40)):
        desk.press(start_speaking, turn=desk.key(1))
    desk.press(undo)

    after = list(Turn.objects.values("pk", "state", "clock_from", "position", "spent_seconds"))
    assert after == before


def test_steps_are_taken_back_one_after_another_and_never_twice():
    desk = Desk()
    desk.press(call_next)
    desk.press(call_next)
    desk.press(undo)
    assert desk.states() == ["called", "queued", "queued"]
    desk.press(undo)
    assert desk.states() == ["queued", "queued", "queued"]


def test_an_interruption_taken_back_is_withdrawn_and_the_clock_runs_on():
    desk = Desk()
    desk.press(start_speaking, turn=desk.key(0))
    with clock.at(MORNING + timedelta(seconds=50)):
        desk.press(intervene, kind="intervention", speaker=Speaker("A"))
    desk.press(undo)

    assert Turn.objects.get(kind="intervention").state == TurnState.WITHDRAWN
    assert Turn.objects.get(question__number=1).clock_from == MORNING
