"""Every address as every role meets it, written by hand from the permissions of the rooms."""

from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from doithoai.directory.models import AgencyKind
from tests.web.scene import ROLES, Scene
from tests.web.tables import DEED_TABLE, PAGE_TABLE, REFUSED, ROOMS, is_refused
from tests.web.visits import Visits, said, undone

pytestmark = pytest.mark.django_db


def names(resolver: Any = None, space: str = "") -> set[str]:
    """The names of all addresses."""
    found: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            found |= names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            found.add(f"{space}{pattern.name}")
    return found


def test_every_address_stands_in_the_table():
    assert names() == set(PAGE_TABLE)


@pytest.mark.parametrize("name", PAGE_TABLE)
def test_each_role_meets_the_page_as_permitted(name, scene, visits):
    key, expected = PAGE_TABLE[name]
    address = scene.address(name, key)

    assert {role: visits.of(role, address).said for role in ROLES} == expected


@pytest.mark.parametrize("row", DEED_TABLE)
def test_each_role_may_do_only_its_own_deeds(row, scene):
    key, expected = DEED_TABLE[row]
    address, data = sent_to(scene, row, key)
    found = {role: send(scene.clients[role], address, data) for role in ROLES}

    assert found == expected


def sent_to(scene: Scene, row: str, key: str) -> tuple[str, dict[str, Any]]:
    """Where the deed of the row is sent, and what."""
    name, _, deed = row.partition(".")
    key, _, number = key.partition("-")
    address = scene.address(name, key, **({"number": int(number)} if number else {}))
    return address, sent_data(scene, name, deed)


def send(client: Client, address: str, data: dict[str, Any]) -> str:
    """Do the deed, look, and undo it so that the next role finds the same scene."""
    for file in (value for value in data.values() if hasattr(value, "seek")):
        file.seek(0)
    with undone(client):
        return said(client.post(address, data))


def sent_data(scene: Scene, name: str, deed: str) -> dict[str, Any]:
    """What the page's form sends when it is filled in."""
    sides = {role: getattr(scene.conference, f"{role}_id") for role in ("host", "office", "chair")}
    account = {"full_name": "Lê Văn Tám", "agency": sides["host"], "right": "reader"}
    agency = {"short_name": "Sở Du lịch", "kind": AgencyKind.DEPARTMENT, "level": "province"}
    version = {"version": 0, "viec": deed or "luu"}
    known = {
        "public:ask": {"text": "Khi nào có nước sạch ở xã Phú Tân?"},
        "public:track": {"code": scene.code},
        "planning:by_hand": {"title": "Tổ chức đối thoại", "audience": "nông dân", "year": 2025},
        "planning:confirm": {**version, "section": "identity"},
        "planning:settle": {**version, "decision": "keep"},
        "planning:roles": {**version, **sides},
        "planning:section": {**version, "title": "Đối thoại", "audience": "nông dân", "year": 2024},
        "planning:issue": {"number": "9/KH-UBND", "issued_on": "7/10/2024", "signer_name": "Tám"},
        "planning:day": {**version, "held_on": "24/10/2024", "venue": "Hội trường tỉnh"},
        "planning:milestone": {"name": "Chốt danh sách", "due": "18/10/2024"},
        "planning:task": {"state": "doing", "note": "Đã gửi văn bản."},
        "questions:sender": {"phieu": scene.code},
        "questions:forget": {"phieu": scene.code},
        "questions:enter": {"token": TOKEN, "channel": "paper", "text": "Xin hỏi về học phí."},
        "answers:refer": {"agency": "khac", "other": sides["host"], "due": "15/10/2024"},
        "directory:add_agency": {**agency, "place": place(scene), "key": "x", "name": "Sở Du lịch"},
        "directory:agency": {**agency, "name": "Sở Du lịch"},
        "directory:load_agencies": {"place": place(scene)},
        "directory:add_user": {**account, "username": "tam.lv", "password": SECRET},
        "directory:user": account,
        "directory:password": {"password": SECRET},
        "directory:holidays": {"day": "1/1/2025", "name": "Tết", "kind": "off"},
    }
    dates = {"questions_from": "1/9/2024", "questions_until": "9/10/2024", "answer_days": 10}
    known["planning:window"] = {**version, **dates}
    known["questions:question"] = {**version, **DECISIONS.get(deed, {})}
    known["answers:answer"] = {**version, **VERDICTS.get(deed, {})}
    for room in ROOMS:
        known |= room.sent(scene, deed) if hasattr(room, "sent") else {}
    return known.get(name, {})


TOKEN = "5f0c5a52-3f57-4a53-9f0a-000000000001"
SECRET = "Mat-khau-2024"
DECISIONS = {
    "chon": {"wording": "Khi nào xã Phú Tân có nước sạch?", "kind": "question"},
    "de-ngoai": {"ground": "khac", "words": "Đã trả lời năm 2023."},
}
VERDICTS = {
    "luu": {"body": "Sở sẽ kiểm tra."},
    "nop": {"body": "Sở sẽ kiểm tra."},
    "tham-dinh": {"verdict": "appraised"},
    "duyet": {"verdict": "approved"},
}


def place(scene: Scene) -> int:
    """The key of the conference's province."""
    return scene.conference.place_id


def test_an_address_that_does_nothing_refuses_to_be_sent_anything(scene):
    silent = set(PAGE_TABLE) - {row.partition(".")[0] for row in DEED_TABLE} - {"gallery:gallery"}
    address = {name: scene.address(name, PAGE_TABLE[name][0]) for name in silent}
    found = {
        name: scene.clients["administrator"].post(address[name]).status_code for name in silent
    }

    assert {name for name, status in found.items() if status != 405} == set()


@pytest.mark.parametrize("role", ["anonymous", "office", "administrator"])
def test_nothing_is_accepted_from_another_site(role, scene):
    client = Client(enforce_csrf_checks=True)
    if role in scene.people:
        client.force_login(scene.people[role])
    found = {
        name: client.post(scene.address(name, key)).status_code
        for name, (key, _) in PAGE_TABLE.items()
    }

    assert {name for name, status in found.items() if status != 403} == set()


@pytest.mark.parametrize(
    "role", ["anonymous", "host", "office_decides", "leading", "administrator"]
)
def test_looking_writes_nothing(role, scene, visits):
    looks = {name: visits.of(role, address) for name, address in addresses(scene)}

    assert {name: look.writes for name, look in looks.items() if look.writes} == {}


@pytest.mark.parametrize("role", ["anonymous", "office", "administrator"])
def test_every_answer_carries_the_headers_that_protect_it(role, scene, visits):
    for name, address in addresses(scene):
        headers = visits.of(role, address).headers
        assert {header: headers.get(header) for header in PROTECTION} == PROTECTION, name


PROTECTION = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def test_pages_of_officials_and_of_one_sender_are_never_kept(scene, visits):
    kept = {
        name
        for name, address in addresses(scene)
        if "no-store" not in visits.of("office", address).headers["Cache-Control"]
    }

    assert kept == {
        *(name for room in ROOMS for name in getattr(room, "KEPT", ())),
        *("public:home", "public:conference", "public:answers", "public:answer"),
        *("public:plan", "public:privacy", "public:search"),
    }


def addresses(scene: Scene) -> list[tuple[str, str]]:
    """Every row of the table of pages and where it stands in the scene."""
    return [(name, scene.address(name, key)) for name, (key, _) in PAGE_TABLE.items()]


@pytest.mark.parametrize("role", ROLES)
def test_every_link_opens_and_every_form_is_for_the_person_who_sees_it(role, scene, visits):
    links, forms = offers(scene, visits, role)
    closed = {link: page for link, page in links.items() if visits.of(role, link).said in REFUSED}

    assert closed == {}
    assert {form: page for form, page in forms.items() if is_refused(role, *form)} == {}


def offers(
    scene: Scene, visits: Visits, role: str
) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Every link and form the role is shown, each with one page that shows it."""
    links: dict[str, str] = {}
    forms: dict[tuple[str, str], str] = {}
    for name, address in pages(scene):
        found = visits.of(role, address).offers(address)
        links |= dict.fromkeys(found.links, name)
        forms |= dict.fromkeys(found.forms, name)
    return links, forms


def pages(scene: Scene) -> list[tuple[str, str]]:
    """Every page, and each question and answer at every step; the gallery's links are samples."""
    found = [row for row in addresses(scene) if row[0] != "gallery:gallery"]
    for name, key in (("questions:question", "question"), ("answers:answer", "answer")):
        found += [(name, scene.address(name, key, number=number)) for number in range(1, 8)]
    return found
