"""No page offers a person a link or a form that would be refused to that person."""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from django.urls import resolve

from tests.web.scene import ROLES, Scene, a_scene
from tests.web.test_roles_and_pages import DEED_TABLE, PAGE_TABLE, ROOMS

pytestmark = pytest.mark.django_db
REFUSED = {"403", "404", "405"}


class Offers(HTMLParser):
    """The links of a page, and its POST forms as (address, deed)."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.forms: set[tuple[str, str]] = set()
        self._address = address
        self._form: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather what leads on."""
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and said.get("href", "").startswith("/"):
            self.links.add(said["href"].partition("#")[0])
        elif tag == "form":
            posts = said.get("method") == "post"
            self._form = urljoin(self._address, said.get("action", "")) if posts else None
            if self._form:
                self.forms.add((self._form, ""))
        elif self._form and said.get("name") == "viec":
            self.forms.add((self._form, said.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._form = None


@pytest.fixture
def scene() -> Scene:
    scene = a_scene()
    for room in ROOMS:
        if hasattr(room, "lay"):
            room.lay(scene)
    return scene


def offers(scene: Scene, role: str) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Every link and form the role is shown, each with one page that shows it."""
    links: dict[str, str] = {}
    forms: dict[tuple[str, str], str] = {}
    for name, address in pages(scene):
        response = scene.clients[role].get(address)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            found = Offers(address)
            found.feed(response.content.decode())
            links |= dict.fromkeys(found.links, name)
            forms |= dict.fromkeys(found.forms, name)
    return links, forms


def pages(scene: Scene) -> list[tuple[str, str]]:
    """Every page, and each question and answer at every step."""
    real = {name: key for name, (key, _) in PAGE_TABLE.items() if name != "gallery:gallery"}
    found = [(name, scene.address(name, key)) for name, key in real.items()]
    for name, key in (("questions:question", "question"), ("answers:answer", "answer")):
        found += [(name, scene.address(name, key, number=number)) for number in range(1, 8)]
    return found


@pytest.mark.parametrize("role", ROLES)
def test_every_link_opens_and_every_form_is_for_the_person_who_sees_it(role, scene):
    links, forms = offers(scene, role)
    client = scene.clients[role]
    closed = {
        link: page for link, page in links.items() if str(client.get(link).status_code) in REFUSED
    }

    assert closed == {}
    assert {form: page for form, page in forms.items() if is_refused(role, *form)} == {}


def is_refused(role: str, address: str, deed: str) -> bool:
    """Whether the table of deeds refuses it to the role; deeds of one address stand apart."""
    name: Any = resolve(address.partition("?")[0]).view_name
    row = DEED_TABLE.get(f"{name}.{deed}") or DEED_TABLE.get(name)
    return row is not None and row[1][role] in REFUSED
