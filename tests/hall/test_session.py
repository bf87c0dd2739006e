"""The session from opening to close: programme, screens, breaks; who may; what never changes."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from doithoai.audit import clock
from doithoai.audit.models import Immutable
from doithoai.directory.models import Right
from doithoai.hall.actions import (
    call_next,
    close_session,
    continue_session,
    fill_queue,
    finish_item,
    open_session,
    pause_session,
    renew_stage_key,
    show_screen,
    start_item,
    start_speaking,
    undo,
)
from doithoai.hall.models import HallEvent, ItemRun, Session, Turn
from doithoai.hall.permissions import may_drive, may_present, may_preside, may_read_minutes
from doithoai.hall.queries import board_of, hall_standing_by
from doithoai.hall.states import SessionState, TurnState
from doithoai.planning.models import Mandate, Work
from doithoai.planning.states import ConferenceState
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_question, an_agency, an_approver, an_official
from tests.builders_hall import MORNING, a_driver, a_hall_conference, a_session, an_item, turns_of

pytestmark = pytest.mark.django_db


def press(session, action, **given):
    return action(session, version=session.version, by=a_driver(session), **given)


def test_the_session_is_opened_once_however_often_pressed():
    conference = a_hall_conference()
    first = open_session(conference, by=an_official(conference.host))

    assert open_session(conference, by=an_official(conference.office)) == first
    assert Session.objects.count() == 1


def test_a_plan_not_issued_has_no_hall():
    conference = a_hall_conference(state=ConferenceState.DRAFT)

    with pytest.raises(Refused, match="chưa ban hành"):
        open_session(conference, by=an_official(conference.host))


def test_nothing_is_driven_before_the_opening():
    session = a_session(running=False)

    with pytest.raises(Refused, match="chưa khai mạc"):
        press(session, call_next)


def test_questions_chosen_later_join_the_end_of_the_queue():
    session = a_session()
    a_question(session.conference, state=QuestionState.SELECTED, hall_position=9)
    press(session, fill_queue)

    assert len(turns_of(session)) == 4


def test_an_asker_who_agreed_is_known_when_the_queue_is_laid():
    conference = a_hall_conference()
    sender = {"sender_name": "Lê Chín", "sender_unit": "xã An Hữu"}
    named, hidden = {**sender, "consents_name": True}, sender
    for position, one in enumerate([named, hidden], start=1):
        a_question(conference, state=QuestionState.SELECTED, hall_position=position, sender=one)
    turns = turns_of(open_session(conference, by=an_official(conference.host)))

    assert [(turn.speaker_name, turn.shows_name) for turn in turns] == [
        ("Lê Chín", True),
        ("", False),
    ]


def test_items_run_one_after_another_with_their_real_times():
    session = a_session()
    first, second = an_item(session.conference), an_item(session.conference, "Đối thoại")
    session = press(session, start_item, item=first)
    with clock.at(MORNING + timedelta(minutes=22)):
        session = press(session, start_item, item=second)
        lines = board_of(session, clock.now()).items

    assert [line.late for line in lines] == [0, 12]
    assert ItemRun.objects.get(item=first).finished_at == MORNING + timedelta(minutes=22)


def test_an_item_started_by_mistake_leaves_no_run():
    session = a_session()
    session = press(session, start_item, item=an_item(session.conference))
    press(session, undo)

    assert not ItemRun.objects.exists()
    assert Session.objects.get(pk=session.pk).current_item is None


def test_an_item_of_another_programme_is_refused():
    session = a_session()

    with pytest.raises(Refused, match="không thuộc chương trình"):
        press(session, start_item, item=an_item(a_hall_conference()))


def test_finishing_without_an_item_is_refused():
    with pytest.raises(Refused, match="Không có mục"):
        press(a_session(), finish_item)


def test_a_message_needs_words():
    with pytest.raises(Refused, match="Gõ lời nhắn"):
        press(a_session(), show_screen, screen="message", message=" ")


def test_after_a_break_the_clock_goes_on():
    session = a_session()
    session = press(session, start_speaking, turn=turns_of(session)[0].pk)
    with clock.at(MORNING + timedelta(seconds=20)):
        session = press(session, pause_session)
    with clock.at(MORNING + timedelta(minutes=20)):
        press(session, continue_session)
    turn = turns_of(session)[0]

    assert (turn.spent_seconds, turn.clock_from) == (20, MORNING + timedelta(minutes=20))


def test_what_was_not_reached_is_answered_in_writing():
    session = press(a_session(), close_session)

    assert {turn.state for turn in turns_of(session)} == {TurnState.PUT_OFF}
    assert (session.state, session.closed_at) == (SessionState.CLOSED, MORNING)


def test_nobody_closes_over_a_speaker():
    session = a_session()
    session = press(session, start_speaking, turn=turns_of(session)[0].pk)

    with pytest.raises(Refused, match="Đang có người phát biểu"):
        press(session, close_session)


def test_a_close_by_mistake_is_taken_back():
    session = press(a_session(), close_session)
    session = press(session, undo)

    assert (session.state, session.closed_at) == (SessionState.RUNNING, None)
    assert {turn.state for turn in turns_of(session)} == {TurnState.QUEUED}


def test_a_new_link_shuts_the_old_screen():
    session = a_session()

    assert press(session, renew_stage_key).stage_key != session.stage_key


def test_what_happened_is_never_changed():
    event = HallEvent.objects.get(session=a_session(), kind="started")

    for change in (event.save, event.delete, HallEvent.objects.all().delete):
        with pytest.raises(Immutable):
            change()
    with pytest.raises(DatabaseError), transaction.atomic():
        super(type(HallEvent.objects.all()), HallEvent.objects.all()).update(text="khác")


def test_the_database_lets_only_one_clock_run():
    session = a_session()

    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.filter(session=session).update(clock_from=MORNING)


def roles(conference):
    given = an_agency("Đài Phát thanh")
    Mandate.objects.create(conference=conference, agency=given, work=Work.HALL)
    script = an_agency("Đoàn Thanh niên")
    Mandate.objects.create(conference=conference, agency=script, work=Work.SCRIPT)
    department = conference.participations.all()[0].agency
    return {
        "host": an_official(conference.host),
        "office": an_official(conference.office),
        "given": an_official(given),
        "script": an_official(script),
        "chair": an_approver(conference.chair),
        "chair_reader": an_official(conference.chair, Right.READER),
        "office_reader": an_official(conference.office, Right.READER),
        "department": an_official(department),
    }


TRUTH = {
    may_drive: {"host", "office", "given"},
    may_preside: {"host", "office", "given", "chair", "chair_reader"},
    may_present: {"host", "office", "given", "script"},
    may_read_minutes: {"host", "office", "given", "chair", "chair_reader", "office_reader"},
}


@pytest.mark.parametrize("may", TRUTH, ids=lambda may: may.__name__)
def test_who_may(may):
    conference = a_hall_conference()

    assert {name for name, one in roles(conference).items() if may(one, conference)} == TRUTH[may]


@pytest.mark.parametrize("role", ["script", "chair", "office_reader", "department"])
def test_others_drive_nothing(role):
    session = a_session()
    person = roles(session.conference)[role]

    with pytest.raises(Forbidden):
        call_next(session, version=session.version, by=person)
    assert {turn.state for turn in turns_of(session)} == {TurnState.QUEUED}


def test_the_standing_counts_turns(django_assert_num_queries):
    session = a_session()
    press(session, close_session)
    conferences = [session.conference, a_hall_conference()]
    with django_assert_num_queries(2):
        found = hall_standing_by(conferences, today=clock.today())
    standing = found[session.conference_id]

    assert (standing.turns, standing.done, standing.owes_minutes) == (3, 3, True)


@pytest.mark.parametrize("questions", [1, 6])
def test_the_board_takes_as_many_queries_for_any_queue(questions, django_assert_max_num_queries):
    session = a_session(questions=questions)

    with django_assert_max_num_queries(9):
        board = board_of(session, clock.now())
        assert len(board.queue) == questions
        [turn.question.referral.answer.body for turn in board.turns]
