"""What each screen of the hall says and leaves out."""

import re

import pytest
from django.urls import reverse

from doithoai.hall.actions import (
    call_next,
    open_session,
    set_audience,
    start_answering,
    start_session,
    start_speaking,
)
from doithoai.hall.models import Turn
from doithoai.programme.actions import compose_script
from tests.builders import an_official
from tests.builders_hall import Desk, a_driver, a_hall_conference, a_session, an_item, turns_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client):
    """A page of the session as its secretary sees it, spaces told once."""

    def show(session, name="hall"):
        client.force_login(a_driver(session))
        page = client.get(reverse(f"hall:{name}", args=[session.conference.slug]))
        return " ".join(page.content.decode().split())

    return show


def test_nothing_is_offered_to_undo_before_the_first_step(shown):
    conference = a_hall_conference()
    session = open_session(conference, by=an_official(conference.host))
    before = shown(session)
    session = start_session(session, version=session.version, by=a_driver(session))
    after = shown(session)
    session = set_audience(session, is_open=True, version=session.version, by=a_driver(session))

    found = [before, after, shown(session)]
    assert ['value="hoan-tac"' in html for html in found] == [False, True, False]


def test_the_screen_names_the_agency_to_answer_while_one_asks(shown):
    desk = Desk(questions=1)
    agency = turns_of(desk.session)[0].agency.name.split()[0]
    said = []
    for step in (call_next, start_speaking, start_answering):
        desk.press(step, **({} if step is call_next else {"turn": desk.key(0)}))
        html = shown(desk.session, "stage")
        said.append(re.findall(r'class="stage-doing"> <p>([^<]+)</p> <p[^>]*>(\w+)', html)[0])

    assert said == [("Trả lời", agency), ("Trả lời", agency), ("Đang trả lời", agency)]


def test_the_queue_tells_which_question_lacks_an_approved_answer(shown):
    session = a_session(questions=2)
    answer = turns_of(session)[0].question.referral.answer
    answer.state, answer.body = "approved", "Sở trả lời."
    answer.appraised_by = an_official(session.conference.office)
    answer.approved_by = an_official(session.conference.chair)
    answer.save()

    assert shown(session).count("<strong>chưa có câu trả lời được duyệt") == 1


def test_the_presenter_reads_the_next_question_once(shown):
    conference = a_hall_conference()
    an_item(conference, kind="dialogue")
    session = a_session(conference, questions=2)
    compose_script(conference, by=an_official(conference.host))
    for step in (call_next, start_speaking):
        turn = {} if step is call_next else {"turn": turns_of(session)[0].pk}
        session = step(session, version=session.version, by=a_driver(session), **turn)
    coming = shown(session, "presenter").split("Tiếp theo")[1]

    assert f"Câu hỏi thứ hai, {turns_of(session)[1].question.code}" in coming
    assert "<b>Câu 2.</b>" not in coming


def test_nothing_is_said_of_an_asker_nobody_knows(shown):
    session = a_session(questions=2)
    Turn.objects.filter(position=2).update(speaker_unit="xã An Hữu")
    html = shown(session).split("Hàng chờ")[1]

    assert html.count("Đại biểu xã An Hữu") == 1
    assert "· Đại biểu ·" not in html
