"""How people in the hall find the page of telephones: the big screen, the public page."""

import pytest
from django.urls import reverse

from doithoai.hall.actions import call_next, close_session, show_screen
from doithoai.hall.models import ScreenMode
from tests.builders_hall import Desk, a_hall_conference, an_audience, an_item

pytestmark = pytest.mark.django_db
INVITED = "data-phones="


@pytest.fixture
def desk():
    """A secretary whose session takes questions from telephones."""
    desk = Desk(questions=1)
    desk.session = an_audience(desk.session)
    return desk


def stage(client, session):
    address = reverse("hall:stage", args=[session.conference.slug])
    return client.get(address, {"khoa": session.stage_key}).content.decode()


def test_the_screen_draws_a_code_and_an_address_that_lead_to_the_page(client, desk):
    number, slug = desk.session.conference.pk, desk.session.conference.slug
    html = stage(client, desk.session)

    assert f"testserver/hoi/{number}</p>" in html
    assert "<svg" in html.split("stage-phones")[1]
    assert client.get(f"/hoi/{number}/").url == reverse("hall:audience", args=[slug])


def test_the_screen_invites_telephones_on_every_view_that_has_room(client, desk):
    item = an_item(desk.session.conference)
    desk.session.current_item = item
    desk.session.save()
    found = {}
    for mode in ScreenMode:
        desk.press(show_screen, screen=mode, message="Nghỉ 15 phút")
        found[mode] = f'{INVITED}"{mode}"' in stage(client, desk.session)
    desk.press(call_next)

    assert {mode for mode, is_invited in found.items() if is_invited} == {"welcome", "item"}
    assert f'{INVITED}"question"' in stage(client, desk.session)


def test_telephones_are_invited_only_while_they_are_heard(client, desk):
    shut = Desk(questions=1).session
    desk.press(close_session)

    assert INVITED not in stage(client, shut)
    assert INVITED not in stage(client, desk.session)


def test_the_public_page_leads_there_while_telephones_are_heard(client, desk):
    pages = [f"/cong/{desk.session.conference.slug}/"] * 2 + [f"/cong/{a_hall_conference().slug}/"]
    link = "Hỏi từ điện thoại tại hội trường"
    before = link in client.get(pages[0]).content.decode()
    desk.press(close_session)

    assert [before, *(link in client.get(page).content.decode() for page in pages[1:])] == [
        True,
        False,
        False,
    ]


def test_a_conference_not_public_has_no_short_address(client):
    assert client.get("/hoi/999999/").status_code == 404
