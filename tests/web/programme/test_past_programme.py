"""After the day the programme and the script are read, not composed."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse

from doithoai.audit import clock
from doithoai.programme.actions import compose_script
from tests.builders import a_conference, an_official
from tests.builders_hall import an_item

pytestmark = pytest.mark.django_db
ON_THE_DAY = datetime(2024, 10, 7, 1, 0, tzinfo=UTC)
NEXT_DAY = datetime(2024, 10, 8, 1, 0, tzinfo=UTC)


@pytest.fixture
def conference():
    conference = a_conference(
        held_on=date(2024, 10, 7), tentative=False, start_time=time(8, 0), end_time=time(8, 30)
    )
    an_item(conference)
    compose_script(conference, by=an_official(conference.host))
    return conference


@pytest.mark.parametrize("role", ["host", "office", "chair"])
@pytest.mark.parametrize("name", ["programme", "script"])
def test_a_past_programme_and_script_offer_no_composing(client, conference, name, role):
    client.force_login(an_official(getattr(conference, role)))
    with clock.at(NEXT_DAY):
        html = client.get(reverse(f"programme:{name}", args=[conference.slug])).content.decode()

    assert html.split("<main")[1].count('method="post"') == 0
    assert "Thêm mục" not in html


def test_the_past_programme_leads_to_what_took_place(client, conference):
    client.force_login(an_official(conference.host))
    found = {}
    for at in (ON_THE_DAY, NEXT_DAY):
        with clock.at(at):
            page = client.get(reverse("programme:programme", args=[conference.slug]))
        found[at] = page.content.decode()

    assert ["Thêm mục" in html for html in found.values()] == [True, False]
    assert ["Diễn biến tại hội trường" in html for html in found.values()] == [False, True]
