"""Every address as every role meets it, written by hand from the permissions of the rooms."""

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from doithoai.directory.models import AgencyKind
from tests.web.scene import ROLES, Scene, a_scene

pytestmark = pytest.mark.django_db

# `in` leads to sign-in, `go` leads on to another page; numbers are the status of the answer.
PAGES = """
address                       key        anon host offi odec chai lead supp depa else read door admi
public:home                   -          200  200  200  200  200  200  200  200  200  200  200  200
public:conference             conference 200  200  200  200  200  200  200  200  200  200  200  200
public:ask                    conference 200  200  200  200  200  200  200  200  200  200  200  200
public:receipt                receipt    200  200  200  200  200  200  200  200  200  200  200  200
public:answers                conference 200  200  200  200  200  200  200  200  200  200  200  200
public:answer                 published  200  200  200  200  200  200  200  200  200  200  200  200
public:plan                   conference 200  200  200  200  200  200  200  200  200  200  200  200
public:track                  -          200  200  200  200  200  200  200  200  200  200  200  200
public:tracking               code       200  200  200  200  200  200  200  200  200  200  200  200
public:privacy                -          200  200  200  200  200  200  200  200  200  200  200  200
gallery:gallery               -          200  200  200  200  200  200  200  200  200  200  200  200
account_login                 -          200  go   go   go   go   go   go   go   go   go   go   go
account_logout                -          go   200  200  200  200  200  200  200  200  200  200  200
account_change_password       -          in   200  200  200  200  200  200  200  200  200  200  200
desk:desk                     -          in   200  200  200  200  200  200  200  200  200  200  200
overview:conferences          -          in   200  200  200  200  200  200  200  200  200  200  200
overview:conference           conference in   200  200  200  200  200  200  200  404  200  200  404
overview:trail                conference in   200  200  200  200  404  404  404  404  200  200  404
overview:thing_trail          trail      in   200  200  200  200  404  404  404  404  200  200  404
overview:reading_trail        reading    in   404  200  200  404  404  404  404  404  200  404  404
planning:upload               -          in   200  200  200  200  200  200  200  200  403  403  200
planning:by_hand              -          in   200  200  200  200  200  200  200  200  403  403  200
planning:review               reading    in   404  200  200  404  404  404  404  404  200  404  404
planning:confirm              reading    in   405  405  405  405  405  405  405  405  405  405  405
planning:settle               warning    in   405  405  405  405  405  405  405  405  405  405  405
planning:open                 reading    in   405  405  405  405  405  405  405  405  405  405  405
planning:discard              reading    in   405  405  405  405  405  405  405  405  405  405  405
planning:source_file          reading    in   404  200  200  404  404  404  404  404  200  404  404
planning:roles                reading    in   404  200  200  404  404  404  404  404  403  404  404
planning:section              section    in   404  200  200  404  404  404  404  404  403  404  404
planning:plan                 conference in   200  200  200  200  200  200  200  404  200  200  404
planning:issue                draft      in   403  403  200  403  403  403  403  404  403  403  404
planning:day                  conference in   200  200  200  403  403  403  403  404  403  403  404
planning:window               conference in   200  200  200  403  403  403  403  404  403  403  404
planning:milestone            conference in   200  200  200  403  403  403  403  404  403  403  404
planning:tasks                conference in   200  200  200  200  200  200  200  404  200  200  404
planning:task                 task       in   200  200  200  200  200  200  200  404  200  200  404
delegates:quotas              conference in   200  200  200  200  200  200  200  404  200  200  404
programme:programme           conference in   200  200  200  200  200  200  200  404  200  200  404
questions:questions           conference in   200  200  200  200  404  404  404  404  200  200  404
questions:question            question   in   200  200  200  200  404  404  404  404  200  200  404
questions:sender              question   in   405  405  405  405  405  405  405  405  405  405  405
questions:forget              question   in   405  405  405  405  405  405  405  405  405  405  405
questions:enter               conference in   200  200  200  403  403  403  403  404  403  403  404
answers:answers               conference in   200  200  200  200  200  200  200  404  200  200  404
answers:answer                answer     in   200  200  200  200  200  200  404  404  200  200  404
answers:refer                 refer      in   404  200  200  404  404  404  404  404  404  404  404
directory:agencies            -          in   200  200  200  200  200  200  200  200  200  200  200
directory:add_agency          -          in   403  403  403  403  403  403  403  403  403  403  200
directory:load_agencies       -          in   403  403  403  403  403  403  403  403  403  403  405
directory:agency              agency     in   403  403  403  403  403  403  403  403  403  403  200
directory:users               -          in   403  403  403  403  403  403  403  403  403  403  200
directory:add_user            -          in   403  403  403  403  403  403  403  403  403  403  200
directory:user                user       in   403  403  403  403  403  403  403  403  403  403  200
directory:password            user       in   403  403  403  403  403  403  403  403  403  403  200
directory:holidays            -          in   403  403  403  403  403  403  403  403  403  403  200
directory:remove_holiday      holiday    in   403  403  403  403  403  403  403  403  403  403  405
"""

# The same for deeds: each is sent as its own page sends it. `-2` after a key: question 2.
DEEDS = """
address                       key        anon host offi odec chai lead supp depa else read door admi
public:ask                    conference go   go   go   go   go   go   go   go   go   go   go   go
public:track                  -          go   go   go   go   go   go   go   go   go   go   go   go
account_login                 -          200  go   go   go   go   go   go   go   go   go   go   go
account_logout                -          go   go   go   go   go   go   go   go   go   go   go   go
account_change_password       -          in   200  200  200  200  200  200  200  200  200  200  200
planning:upload               -          in   200  200  200  200  200  200  200  200  403  403  200
planning:by_hand              -          in   go   go   go   go   go   go   go   go   403  403  go
planning:confirm              reading    in   404  go   go   404  404  404  404  404  403  404  404
planning:settle               warning    in   404  go   go   404  404  404  404  404  403  404  404
planning:open                 reading    in   404  409  409  404  404  404  404  404  403  404  404
planning:discard              reading    in   404  go   go   404  404  404  404  404  403  404  404
planning:roles                reading    in   404  go   go   404  404  404  404  404  403  404  404
planning:section              section    in   404  go   go   404  404  404  404  404  403  404  404
planning:issue                draft      in   403  403  go   403  403  403  403  404  403  403  404
planning:day                  conference in   go   go   go   403  403  403  403  404  403  403  404
planning:window               conference in   go   go   go   403  403  403  403  404  403  403  404
planning:milestone            conference in   go   go   go   403  403  403  403  404  403  403  404
planning:task                 task       in   go   go   go   403  go   403  403  404  403  403  404
questions:question.chon       question   in   go   403  403  403  404  404  404  404  403  403  404
questions:question.de-ngoai   question   in   go   403  403  403  404  404  404  404  403  403  404
questions:question.tra-ve     question-2 in   go   403  403  403  404  404  404  404  403  403  404
questions:sender              question   in   200  200  200  403  404  404  404  404  403  403  404
questions:forget              question   in   go   go   go   403  404  404  404  404  403  403  404
questions:enter               conference in   go   go   go   403  403  403  403  404  403  403  404
answers:refer                 refer      in   404  go   go   404  404  404  404  404  404  404  404
answers:answer.luu            answer-3   in   403  403  403  403  go   403  404  404  403  403  404
answers:answer.nop            answer-3   in   403  403  403  403  go   403  404  404  403  403  404
answers:answer.tham-dinh      answer-4   in   403  go   go   403  403  403  404  404  403  403  404
answers:answer.duyet          answer-5   in   403  403  403  go   403  403  404  404  403  403  404
answers:answer.cong-bo        answer-6   in   403  go   go   403  403  403  404  404  403  403  404
directory:add_agency          -          in   403  403  403  403  403  403  403  403  403  403  go
directory:load_agencies       -          in   403  403  403  403  403  403  403  403  403  403  go
directory:agency              agency     in   403  403  403  403  403  403  403  403  403  403  go
directory:add_user            -          in   403  403  403  403  403  403  403  403  403  403  go
directory:user                user       in   403  403  403  403  403  403  403  403  403  403  go
directory:password            user       in   403  403  403  403  403  403  403  403  403  403  go
directory:holidays            -          in   403  403  403  403  403  403  403  403  403  403  go
directory:remove_holiday      holiday    in   403  403  403  403  403  403  403  403  403  403  go
"""


def table(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    """{address: (key, {role: answer})}."""
    rows = [line.split() for line in text.strip().splitlines()[1:]]
    return {row[0]: (row[1].strip("-"), dict(zip(ROLES, row[2:], strict=True))) for row in rows}


PAGE_TABLE, DEED_TABLE = table(PAGES), table(DEEDS)
OPEN_TO_ALL = {name for name, (_, row) in PAGE_TABLE.items() if row["anonymous"] == "200"}


@pytest.fixture
def scene() -> Scene:
    return a_scene()


def said(response: Any) -> str:
    """The answer in the words of the tables."""
    if response.status_code != 302:
        return str(response.status_code)
    return "in" if response.url.startswith(reverse("account_login")) else "go"


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
def test_each_role_meets_the_page_as_permitted(name, scene):
    key, expected = PAGE_TABLE[name]
    address = scene.address(name, key)

    assert {role: said(scene.clients[role].get(address)) for role in ROLES} == expected


@pytest.mark.parametrize("row", DEED_TABLE)
def test_each_role_may_do_only_its_own_deeds(row, scene):
    key, expected = DEED_TABLE[row]
    found = {role: said(send(scene, role, row, key)) for role in ROLES}

    assert found == expected


def send(scene: Scene, role: str, row: str, key: str) -> Any:
    """Do the deed, look, and undo it so that the next role finds the same scene."""
    name, _, deed = row.partition(".")
    key, _, number = key.partition("-")
    address = scene.address(name, key, **({"number": int(number)} if number else {}))
    data = sent_data(scene, name, deed)
    with transaction.atomic():
        response = scene.clients[role].post(address, data)
        transaction.set_rollback(True)
    if name == "account_logout" and role in scene.people:
        scene.clients[role].force_login(scene.people[role])
    return response


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
def test_looking_writes_nothing(role, scene):
    written = {}
    for name, (key, _) in PAGE_TABLE.items():
        with CaptureQueriesContext(connection) as queries:
            scene.clients[role].get(scene.address(name, key))
        written[name] = [q["sql"] for q in queries if is_write(q["sql"])]

    assert {name: sql for name, sql in written.items() if sql} == {}


def is_write(sql: str) -> bool:
    """Whether a statement changes anything but the visitor's own session."""
    return bool(re.match(r"\s*(INSERT|UPDATE|DELETE)", sql)) and "django_session" not in sql


@pytest.mark.parametrize("role", ["anonymous", "office", "administrator"])
def test_every_answer_carries_the_headers_that_protect_it(role, scene):
    for name, (key, _) in PAGE_TABLE.items():
        headers = scene.clients[role].get(scene.address(name, key)).headers
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


def test_pages_of_officials_and_of_one_sender_are_never_kept(scene):
    kept = {
        name
        for name, (key, _) in PAGE_TABLE.items()
        if "no-store" not in scene.clients["office"].get(scene.address(name, key))["Cache-Control"]
    }

    assert kept == {
        *("public:home", "public:conference", "public:answers", "public:answer"),
        *("public:plan", "public:privacy"),
    }
