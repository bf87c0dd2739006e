"""Every kind of work that waits or is owed leads to a page that exists."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.directory.models import AgencyKind, Holiday, HolidayKind
from doithoai.lifecycle.duties import KINDS
from doithoai.planning.models import Mandate, Participation, Work
from doithoai.web.waiting import PAGES
from tests.builders import a_conference, an_agency, an_official
from tests.builders_programme import a_preparation, a_speech


@pytest.mark.parametrize("key", PAGES)
def test_every_kind_of_waiting_work_has_its_page(key):
    assert reverse(PAGES[key][0], args=["mot-hoi-nghi"]).startswith("/hoi-nghi/mot-hoi-nghi/")


def test_every_kind_of_duty_has_its_page():
    assert {page for _, page in KINDS.values()} <= set(PAGES)


@pytest.mark.django_db
@pytest.mark.parametrize("room", ["programme:speeches", "programme:preparations"])
def test_a_deadline_reads_the_same_in_its_room_as_on_the_desk(room):
    Holiday.objects.create(date=date(2024, 10, 10), kind=HolidayKind.OFF, name="Nghỉ")
    conference = a_conference()
    of_it = {"agency": conference.host, "due": date(2024, 10, 14)}
    a_speech(conference, **of_it)
    a_preparation(conference, **of_it)
    client = Client()
    client.force_login(an_official(conference.host))

    for page in (reverse("desk:desk"), reverse(room, args=[conference.slug])):
        html = client.get(page).content.decode()
        assert set(re.findall(r"14/10/2024</span> [^/]*>(Còn[^<]+)<", html)) == {
            "Còn 4 ngày làm việc"
        }


@pytest.mark.django_db
def test_who_tells_the_press_finds_news_and_the_press_kit_on_desk_and_overview():
    conference = a_conference()
    agency = an_agency("Đài tỉnh", kind=AgencyKind.PRESS)
    Participation.objects.create(conference=conference, agency=agency, role="press")
    Mandate.objects.create(conference=conference, agency=agency, work=Work.PUBLICITY)
    client = Client()
    client.force_login(an_official(agency))
    news = reverse("planning:news", args=[conference.slug])
    kit = reverse("documents:paper", args=[conference.slug, "tai-lieu-bao-chi"])

    for page in (reverse("desk:desk"), reverse("overview:conference", args=[conference.slug])):
        html = client.get(page).content.decode()
        assert f'href="{news}"' in html
        assert f'href="{kit}"' in html
    assert client.get(kit).status_code == 200
