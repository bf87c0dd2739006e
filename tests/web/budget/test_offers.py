"""No page of money offers a person a link or a form that would be refused to that person."""

import pytest

from tests.web.roles import budget as table
from tests.web.scene import ROLES, Scene, a_scene
from tests.web.tables import REFUSED, is_refused

pytestmark = pytest.mark.django_db
PAGES = [
    *(("budget:budget", key) for key in ("no_money", *table.STATES)),
    *(("budget:line", key) for key in ("written_line", "handed_line")),
    *(("budget:vouchers", key) for key in ("spending", "settling")),
    *(("budget:settlement", key) for key in ("spending", "settling")),
    ("budget:rates", ""),
]


@pytest.fixture(scope="module")
def laid_scene(laid_once):
    """Every step of the money of a conference."""
    with laid_once(_scene) as scene:
        yield scene


def _scene() -> Scene:
    scene = a_scene()
    table.lay(scene)
    return scene


@pytest.mark.parametrize("role", ROLES[1:])
def test_at_every_step_everyone_is_offered_only_his_own(role, scene, visits):
    links, forms = set(), set()
    for name, key in PAGES:
        address = scene.address(name, key)
        found = visits.of(role, address).offers(address)
        links |= {link for link in found.links if "/kinh-phi/" in link or "/muc-chi/" in link}
        forms |= found.forms

    assert [link for link in links if visits.of(role, link).said in REFUSED] == []
    assert [form for form in forms if is_refused(role, *form)] == []
