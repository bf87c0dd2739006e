"""The gallery shows everything, and nothing the content policy would refuse."""

import re

import pytest

from doithoai.web.templatetags.drawings import SHAPES

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    response = client.get("/thanh-phan/")
    assert response.status_code == 200
    return response.content.decode()


def test_nobody_needs_an_account_to_see_the_gallery(page):
    assert "Thành phần của trang" in page


def test_no_component_carries_inline_style_or_script(page):
    assert not re.search(r"\sstyle=", page)
    assert not re.search(r"\son\w+=", page)
    assert re.findall(r"<script(?![^>]* src=)", page) == []
    assert "<style" not in page


def test_every_shape_of_a_badge_is_drawn(page):
    missing = [name for name, shape in SHAPES.items() if shape.drawing not in page]

    assert missing == []


def test_landmarks_have_names_and_main_stands_once(page):
    assert page.count("<main") == 1
    assert page.count("<h1") == 1
    assert not re.search(r"<nav(?![^>]*aria-label)", page)


def test_ids_are_not_used_twice(page):
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_chosen_theme_is_painted_by_the_server(client, theme):
    client.cookies["theme"] = theme

    assert f'data-bs-theme="{theme}"' in client.get("/thanh-phan/").content.decode()


def test_without_a_choice_the_system_decides(page):
    assert "data-bs-theme" not in page
