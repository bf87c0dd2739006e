"""Every page of a conference bears its own name, the conference stands above it."""

import re

import pytest
from django.urls import reverse

from tests.builders import a_conference, an_official

pytestmark = pytest.mark.django_db

PAGES = [
    "planning:plan",
    "planning:tasks",
    "delegates:quotas",
    "delegates:delegates",
    "questions:questions",
    "answers:answers",
    "programme:programme",
    "programme:preparations",
    "programme:awards",
    "programme:speeches",
    "programme:script",
    "budget:budget",
    "conclusions:notice",
    "conclusions:commitments",
    "documents:papers",
    "documents:register",
    "outbox:messages",
    "overview:agencies",
    "overview:trail",
]


def words(html, pattern):
    return " ".join(re.search(pattern, html, re.DOTALL).group(1).split())


@pytest.fixture
def conference(client):
    conference = a_conference()
    client.force_login(an_official(conference.host))
    return conference


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_headed_by_its_own_name_below_the_conference(name, client, conference):
    html = client.get(reverse(name, args=[conference.slug])).content.decode()

    assert words(html, "<h1>(.*?)</h1>") == words(html, "<title>(.*?) · Đối Thoại</title>")
    assert words(html, "<h1>(.*?)</h1>") != conference.short_title
    assert conference.short_title in words(html, '<nav class="crumbs".*?>(.*?)</nav>')


def test_no_page_has_a_panel_of_its_own_name(client, conference):
    names = {}
    for name in PAGES:
        html = client.get(reverse(name, args=[conference.slug])).content.decode()
        panels = {panel.strip() for panel in re.findall("<h2>([^<]*)", html)}
        if words(html, "<h1>(.*?)</h1>") in panels:
            names[name] = words(html, "<h1>(.*?)</h1>")

    assert names == {}


def test_the_overview_is_headed_by_the_conference(client, conference):
    html = client.get(reverse("overview:conference", args=[conference.slug])).content.decode()

    assert words(html, "<h1>(.*?)</h1>") == conference.short_title
