"""Every line of the trail is in Vietnamese words."""

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import doithoai
from doithoai.audit import clock
from doithoai.audit.actions import ORIGIN, PUBLIC, record
from doithoai.audit.models import Entry
from doithoai.audit.queries import trail_of, trail_of_conference
from doithoai.hall.models import EventKind
from doithoai.web.deeds import deeds_of
from doithoai.web.deeds.words import DEEDS, KINDS, LABELS, NAMES, STATES
from tests.builders import a_conference, an_agency, an_official

ROOT = Path(doithoai.__file__).parent
ROOMS = (
    "conclusions|documents|hall|outbox|budget|questions|answers|planning|programme|delegates"
    "|directory|lifecycle"
)
VERB = re.compile(rf"({ROOMS})\.[a-z_]*[a-z]")
COMPOSED = {
    "hall.": set(EventKind.values) - {"opened", "asked", "judged"},
    "questions.mark_": {"referred", "answered"},
    "answers.": {"appraise", "approve"},
    "planning.announcement_": {"published", "withdrawn"},
}


def strings_of_actions():
    for path in ROOT.rglob("*.py"):
        if path.name == "actions.py" or path.parent.name == "actions":
            yield from ast.walk(ast.parse(path.read_text()))


def recorded_verbs():
    found = set()
    for node in strings_of_actions():
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            head = node.values[0].value
            found |= {head + tail for tail in COMPOSED.get(head, ())}
            assert head in COMPOSED or not re.match(rf"({ROOMS})\.", head)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.value} if VERB.fullmatch(node.value) else set()
    return found


def deed(**entry):
    return deeds_of([Entry(**{"verb": "questions.select", "origin": "10.0.0.7"} | entry)])[0]


def test_every_verb_has_words_and_no_words_are_left_over():
    assert recorded_verbs() == set(DEEDS)


@pytest.mark.parametrize("name", ["text", *LABELS])
def test_every_name_with_labels_has_a_name(name):
    assert name in NAMES


def test_no_two_states_of_one_value_say_different_things():
    for group in (STATES, KINDS):
        pairs = {pair for choices in group for pair in choices.choices}
        assert len(pairs) == len({value for value, _ in pairs})


@pytest.mark.parametrize(
    "name, value, shown",
    [
        ("state", "submitted", "Chờ thẩm định"),
        ("state", "todo", "Chưa làm"),
        ("state", "set_aside", "Để ngoài"),
        ("channel", "web", "Trang công khai"),
        ("kind", "petition", "Kiến nghị"),
        ("right", "approver", "Duyệt"),
        ("level", "province", "Cấp tỉnh"),
        ("sections", ["tasks", "quotas"], "Phân công nhiệm vụ; Phân bổ đại biểu"),
        ("tentative", True, "có"),
        ("is_active", False, "không"),
        ("held_on", "2024-10-24", "24/10/2024"),
        ("held_month", "2024-10", "tháng 10/2024"),
        ("phrases", [{"text": "cầu", "weight": 2.5}], "câu chữ: cầu, trọng số: 2,5"),
        ("wording", "Gọi 0912345678", "Gọi 09•• ••• •78"),
        ("venue", "", None),
    ],
)
def test_values_are_shown_in_words(name, value, shown):
    changes = deed(after={name: value}).changes

    assert changes == (((NAMES[name], None, shown),) if shown else ())


def test_only_what_differs_is_shown_of_a_long_list():
    found = deed(before={"topics": ["Nước", "Điện"]}, after={"topics": ["Nước", "Đường"]})

    assert found.changes == (("nội dung đối thoại", "Điện", "Đường"),)


@pytest.mark.parametrize("origin, who", [(PUBLIC, "Người gửi"), ("máy chủ", "Máy chủ")])
def test_a_deed_without_an_official_is_the_senders_only_from_the_public_page(origin, who):
    assert deed(origin=origin).who == who
    assert deed(origin=origin, actor_name="Trần Thị Tám").who == "Trần Thị Tám"


def test_who_tries_a_password_is_no_sender():
    assert deed(verb="directory.fail_sign_in", origin=PUBLIC).who == "Người chưa đăng nhập"


@pytest.mark.django_db
def test_roles_name_their_agencies():
    host, old, new = an_agency("Hội Phụ nữ"), an_agency("Sở A"), an_agency("Sở B")
    before = {"host": {"agency": host.pk}, "departments": [old.pk]}
    after = {"host": {"agency": host.pk, "reason": "x"}, "departments": [old.pk, new.pk]}
    found = deed(verb="planning.assign_roles", before=before, after=after)

    assert found.changes == (("cơ quan trả lời, thực hiện", None, "Sở B"),)


@pytest.mark.django_db
def test_the_trail_goes_by_time_not_by_when_it_was_written():
    conference = a_conference()
    late = record("planning.issue", conference, by=an_official())
    with clock.at(datetime(2024, 9, 1, tzinfo=UTC)):
        early = record("planning.fix_day", conference, by=None)

    assert list(trail_of(conference)) == [late, early]
    assert list(trail_of_conference(conference.pk)) == [late, early]
    assert early.origin == ORIGIN.get()
