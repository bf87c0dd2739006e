"""Once the conference is over the hall's page is its record: it offers nothing that is over."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from doithoai.audit import clock
from doithoai.directory.models import Right
from doithoai.hall.actions import (
    close_session,
    draft_minutes,
    mark_answered,
    show_screen,
    start_answering,
    start_speaking,
    submit_minutes,
    undo,
)
from doithoai.hall.models import Session
from doithoai.workflow import Refused
from tests.builders import an_official
from tests.builders_hall import Desk, a_driver, a_hall_conference, a_session, an_item, turns_of

pytestmark = pytest.mark.django_db
NEXT_DAY = datetime(2024, 10, 8, 2, 0, tzinfo=UTC)


@pytest.fixture
def closed():
    """Two questions: one answered without a word written down, one not reached."""
    conference = a_hall_conference()
    an_item(conference)
    desk = Desk(conference=conference, questions=2)
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(start_answering, turn=desk.key(0))
    desk.press(mark_answered, turn=desk.key(0))
    return desk.press(close_session)


def seen(client, session, person):
    client.force_login(person)
    address = reverse("hall:hall", args=[session.conference.slug])
    html = client.get(address).content.decode()
    return html, set(re.findall(r'name="viec"\s+value="([^"]+)"', html))


@pytest.mark.parametrize("role", ["host", "office"])
def test_who_drove_may_only_write_words_down_and_take_the_close_back(client, closed, role):
    html, offered = seen(client, closed, an_official(getattr(closed.conference, role)))

    assert offered == {"hoan-tac", f"ghi:{turns_of(closed)[0].pk}"}
    assert "Diễn biến tại hội trường" in html
    assert "data-stream" not in html
    assert reverse("hall:chair", args=[closed.conference.slug]) not in html


@pytest.mark.parametrize(
    "role, right", [("chair", Right.APPROVER), ("host", Right.READER), ("office", Right.READER)]
)
def test_everyone_else_reads_the_record(client, closed, role, right):
    html, offered = seen(client, closed, an_official(getattr(closed.conference, role), right))

    assert offered == set()
    assert "Trả lời bằng văn bản" in html
    assert "Không ghi giờ" in html


def test_a_department_reads_the_record(client, closed):
    department = closed.conference.participations.first().agency
    html, offered = seen(client, closed, an_official(department))

    assert offered == set()
    assert "Các lượt hỏi, trả lời" in html


@pytest.mark.parametrize("screen", ["chair", "presenter", "stage", "audience"])
def test_every_screen_says_that_it_is_over(client, closed, screen):
    client.force_login(a_driver(closed))
    page = client.get(reverse(f"hall:{screen}", args=[closed.conference.slug])).content.decode()

    assert "Hội nghị đã bế mạc" in page


def test_the_minutes_are_the_next_step_until_handed_in(client, closed):
    by = a_driver(closed)
    before = seen(client, closed, by)[0]
    minutes = draft_minutes(closed, version=0, by=by)
    submit_minutes(minutes, body=minutes.body, version=minutes.version, by=by)
    after = seen(client, closed, by)[0]

    assert ["Hoàn thiện biên bản" in html for html in (before, after)] == [True, False]


def test_words_are_written_down_from_the_record(client, closed):
    turn = turns_of(closed)[0]
    client.force_login(a_driver(closed))
    data = {"viec": f"ghi:{turn.pk}", "version": closed.version, "note": "Sở sửa trong tháng 11."}
    client.post(reverse("hall:hall", args=[closed.conference.slug]), data)

    assert turns_of(closed)[0].note == "Sở sửa trong tháng 11."


def test_after_the_day_a_session_left_open_can_only_be_closed(client):
    session = a_session()
    with clock.at(NEXT_DAY):
        html, offered = seen(client, session, a_driver(session))

    assert offered == {"be-mac"}
    assert "Phiên chưa bế mạc." in html


def test_after_the_day_nobody_is_asked_to_open_a_session(client):
    conference = a_hall_conference()
    client.force_login(an_official(conference.host))
    with clock.at(NEXT_DAY):
        html = client.get(reverse("hall:hall", args=[conference.slug])).content.decode()

    assert "Không có diễn biến hội trường" in html
    assert 'name="viec"' not in html


def test_a_close_by_mistake_is_taken_back_and_nothing_else_is_done_after_it(closed):
    by = a_driver(closed)
    with pytest.raises(Refused, match="đã bế mạc"):
        show_screen(closed, screen="blank", version=closed.version, by=by)
    undo(closed, version=closed.version, by=by)

    assert Session.objects.get().state == "running"
