"""No page of money offers a person a link or a form that would be refused to that person."""

import pytest

from tests.web.roles import budget as table
from tests.web.scene import ROLES, Scene, a_scene
from tests.web.test_offers import REFUSED, Offers, is_refused

pytestmark = pytest.mark.django_db
PAGES = [
    *(("budget:budget", key) for key in ("no_money", *table.STATES)),
    *(("budget:line", key) for key in ("written_line", "handed_line")),
    *(("budget:vouchers", key) for key in ("spending", "settling")),
    *(("budget:settlement", key) for key in ("spending", "settling")),
    ("budget:rates", ""),
]


@pytest.fixture
def scene() -> Scene:
    scene = a_scene()
    table.lay(scene)
    return scene


@pytest.mark.parametrize("role", ROLES[1:])
def test_at_every_step_everyone_is_offered_only_his_own(role, scene):
    client = scene.clients[role]
    links, forms = set(), set()
    for name, key in PAGES:
        address = scene.address(name, key)
        response = client.get(address)
        if response.status_code == 200:
            found = Offers(address)
            found.feed(response.content.decode())
            links |= {link for link in found.links if "/kinh-phi/" in link or "/muc-chi/" in link}
            forms |= found.forms

    assert [link for link in links if str(client.get(link).status_code) in REFUSED] == []
    assert [form for form in forms if is_refused(role, *form)] == []
