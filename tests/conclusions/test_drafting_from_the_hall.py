"""What was said in the hall stands in the draft of the notice."""

from datetime import date

import pytest

from doithoai.audit import clock
from doithoai.conclusions.models import NoticePart
from doithoai.conclusions.queries import proposed_items
from doithoai.hall.models import Session, Turn, TurnKind
from doithoai.hall.states import TurnState
from tests.builders import a_question, a_referral, an_answer
from tests.builders_conclusions import a_held_conference

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return Session.objects.create(conference=a_held_conference())


def a_turn(session, state=TurnState.ANSWERED, **over):
    values = {"position": session.turns.count() + 1, "limit_seconds": 180, "state": state}
    return Turn.objects.create(session=session, ended_at=clock.now(), **(values | over))


def proposed(session, part):
    return [item for item in proposed_items(session.conference) if item.part == part]


def test_an_answered_turn_tells_who_answered_what(session):
    conference = session.conference
    question = a_question(conference, state="referred")
    answer = an_answer(a_referral(question), state="submitted", given_in_hall=True)
    a_turn(session, question=question, agency=conference.office, note="Đã có chủ trương.")

    (item,) = proposed(session, NoticePart.ANSWERED)

    assert item.text == (
        f"Khi nào xã Phú Tân có nước sạch? {conference.office} trả lời: Đã có chủ trương."
    )
    assert (item.question, item.agency) == (answer.referral.question, None)
    assert proposed(session, NoticePart.TRANSFERRED) == []


def test_an_intervention_is_told_by_what_was_answered(session):
    office = session.conference.office
    a_turn(session, kind=TurnKind.INTERVENTION, agency=office, note="Ghi nhận, xem lại giá nước.")
    a_turn(session, kind=TurnKind.POINT_OF_ORDER, agency=office, note="Mời nói ngắn.")

    (item,) = proposed(session, NoticePart.ANSWERED)

    assert item.text == f"{office} trả lời: Ghi nhận, xem lại giá nước."


def test_a_turn_put_off_is_transferred_once(session):
    referral = a_referral(a_question(session.conference, state="referred"))
    an_answer(referral)
    a_turn(session, TurnState.PUT_OFF, question=referral.question)
    bare = a_question(session.conference, state="selected")
    a_turn(session, TurnState.PUT_OFF, question=bare, agency=session.conference.office)

    first, second = proposed(session, NoticePart.TRANSFERRED)

    assert (first.question, first.due) == (referral.question, date(2024, 10, 15))
    assert (second.question, second.agency) == (bare, session.conference.office)


def test_a_turn_put_off_stays_transferred_when_its_answer_is_approved_before_the_draft(session):
    question = a_question(session.conference, state="answered")
    referral = a_referral(question)
    an_answer(referral, state="published")
    a_turn(session, TurnState.PUT_OFF, question=question)

    (item,) = proposed(session, NoticePart.TRANSFERRED)

    assert (item.question, item.agency) == (question, referral.agency)
    assert [one.text for one in proposed(session, NoticePart.RAISED)] == [
        "Nội dung khác: 1 câu hỏi."
    ]


def test_a_promise_said_aloud_is_proposed_with_its_sentence(session):
    conference = session.conference
    question = a_question(conference, state="selected")
    words = "Cảm ơn đại biểu. Sở Y tế sẽ lắp đặt 3 máy lọc nước trước ngày 30/11/2024."
    a_turn(session, question=question, agency=conference.office, note=words)

    (item,) = proposed(session, NoticePart.ASSIGNED)

    assert item.source == "Sở Y tế sẽ lắp đặt 3 máy lọc nước trước ngày 30/11/2024."
    assert (item.agency.name, item.due) == ("Sở Y tế", date(2024, 11, 30))
