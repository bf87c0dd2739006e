"""Many questions at once: looked at first, then all or none, and taken back."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.directory.models import Right
from doithoai.questions.actions import bulk
from doithoai.questions.models import Suggestion
from doithoai.questions.rules import SET_ASIDE_REASONS
from tests.builders import a_question, an_agency, an_official

pytestmark = pytest.mark.django_db
REASON = SET_ASIDE_REASONS[0]


def listed(conference):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/"


def sent(client, questions, **data):
    versions = {f"lan-{one.number}": one.version for one in questions}
    marked = {"cau": [one.number for one in questions]}
    address = f"{listed(questions[0].conference)}nhieu-cau/"
    return client.post(address, versions | marked | data)


def states(conference):
    return list(conference.questions.order_by("number").values_list("state", flat=True))


def test_no_row_is_marked_beforehand(host, conference):
    a_question(conference)
    page = host.get(listed(conference)).content.decode()

    assert 'aria-label="Đánh dấu C-001"' in page
    assert "checked" not in page.split("<table")[1]


@pytest.mark.parametrize("side, right", [("office", Right.DRAFTER), ("host", Right.READER)])
def test_who_may_not_choose_sees_no_boxes_and_does_nothing(conference, side, right):
    question = a_question(conference)
    client = Client()
    client.force_login(an_official(getattr(conference, side), right))

    assert "Đánh dấu C-001" not in client.get(listed(conference)).content.decode()
    assert sent(client, [question], viec="chon", lam="1").status_code == 403


def test_looking_does_nothing_and_says_what_is_left_out_and_why(host, conference):
    fit, referred = a_question(conference), a_question(conference, state="referred")
    page = sent(host, [fit, referred], viec="chon")

    assert [one["row"].question for one in page.context["rows"]] == [fit]
    assert [row.question for row, why in page.context["left_out"] if why] == [referred]
    assert "Chọn 1 câu" in page.content.decode()
    assert states(conference) == ["received", "referred"]


def test_one_button_does_it_and_one_button_takes_it_back(host, conference):
    both = [a_question(conference), a_question(conference)]
    done = sent(host, both, viec="chon", lam="1", ve="trang-thai=received&trang=2")
    assert done.url == f"{listed(conference)}?trang-thai=received&trang=2"
    assert states(conference) == ["selected", "selected"]

    page = host.get(listed(conference))
    assert "Hoàn tác 2 câu" in page.content.decode()
    step = page.context["undoable"]
    back = host.post(f"{listed(conference)}phan-loai/hoan-tac/{step.pk}/", {"danh-sach": ""})
    assert back.url.startswith(listed(conference))
    assert states(conference) == ["received", "received"]


def test_setting_aside_asks_for_the_reason_its_senders_read(host, conference):
    both = [a_question(conference), a_question(conference)]
    asked = sent(host, both, viec="de-ngoai", lam="1")
    assert "Chọn lý do để người gửi biết vì sao." in asked.content.decode()
    assert states(conference) == ["received", "received"]

    sent(host, both, viec="de-ngoai", ground=REASON, lam="1")
    assert {*conference.questions.values_list("reason", flat=True)} == {REASON}


def test_merging_proposes_the_most_asked_and_keeps_the_one_chosen(host, conference):
    three = [a_question(conference) for _ in range(3)]
    looked = sent(host, three, viec="gop")
    assert looked.context["into"] == three[0]
    assert sent(host, three, viec="gop", xem="1", chinh="3").context["into"] == three[2]

    sent(host, three, viec="gop", lam="1", chinh="2")
    assert states(conference) == ["merged", "received", "merged"]
    assert three[1].parts.count() == 3


def test_one_alone_is_merged_into_nothing(host, conference):
    page = sent(host, [a_question(conference)], viec="gop")

    assert "Đánh dấu ít nhất hai câu để gộp." in page.content.decode()


def test_one_agency_is_set_for_all(host, conference):
    both = [a_question(conference), a_question(conference, state="selected")]
    agency = an_agency("Sở Y tế", place=conference.place)
    sent(host, both, viec="co-quan", agency=agency.pk, lam="1")

    assert {*conference.questions.values_list("lead__name", flat=True)} == {"Sở Y tế"}
    assert states(conference) == ["received", "selected"]


def test_chosen_ones_go_back_to_new(host, conference):
    sent(host, [a_question(conference, state="selected")], viec="tra-ve", lam="1")

    assert states(conference) == ["received"]


def test_when_one_has_changed_since_none_is_done(host, conference):
    first, changed = a_question(conference), a_question(conference)
    conference.questions.filter(pk=changed.pk).update(version=3)
    page = sent(host, [first, changed], viec="chon", lam="1")

    assert page.status_code == 409
    assert states(conference) == ["received", "received"]
    assert [row.question for row, _ in page.context["left_out"]] == [changed]


def test_what_looks_a_letter_is_done_by_itself_never_in_bulk(host, conference):
    fit, letter = a_question(conference), a_question(conference)
    Suggestion.objects.create(question=letter, version=1, kind="denunciation")
    page = sent(host, [fit, letter], viec="chon")
    left_out = page.context["left_out"]

    assert [one["row"].question for one in page.context["rows"]] == [fit]
    assert [(row.question, why[:25]) for row, why in left_out] == [
        (letter, "Có dấu hiệu khiếu nại, tố")
    ]
    sent(host, [fit, letter], viec="chon", lam="1")
    assert states(conference) == ["received", "received"]


def test_a_letter_is_not_merged_and_the_count_says_what_goes_where(host, conference):
    first, letter, last = (a_question(conference) for _ in range(3))
    Suggestion.objects.create(question=letter, version=1, kind="denunciation")
    page = sent(host, [first, letter, last], viec="gop")

    assert page.context["counted"] == "1 câu vào C-001"
    assert [row.question for row, _ in page.context["left_out"]] == [letter]


@pytest.mark.parametrize("viec, status", [("chon", 409), ("xoa", 404)])
def test_nothing_marked_or_no_such_deed_is_told(host, conference, viec, status):
    a_question(conference)
    address = f"{listed(conference)}nhieu-cau/"

    assert host.post(address, {"viec": viec, "cau": "99"}).status_code == status
    assert host.get(address).url == listed(conference)


@pytest.mark.parametrize("deed", ["chon", "de-ngoai", "gop", "co-quan", "tra-ve"])
def test_looking_locks_nothing_and_asks_no_more_for_more_questions(host, conference, deed):
    costs = []
    for count in (2, 8):
        marked = [a_question(conference) for _ in range(count)]
        with CaptureQueriesContext(connection) as asked:
            sent(host, marked, viec=deed)
        statements = [one["sql"] for one in asked]
        assert not [one for one in statements if one.startswith(("UPDATE", "INSERT", "SAVEPOINT"))]
        costs.append(len(statements))
    assert costs[0] == costs[1]


def test_more_than_two_hundred_at_once_are_refused_in_words(host, conference, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 2)
    marked = [a_question(conference) for _ in range(3)]
    page = sent(host, marked, viec="chon", lam="1")

    assert page.status_code == 409
    assert "Mỗi lần làm nhiều nhất 200 câu" in page.content.decode()
    assert states(conference) == ["received"] * 3
