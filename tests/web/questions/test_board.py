"""The board of questions proposed as one matter, and of those merged."""

import pytest

from doithoai.questions.models import Likeness, Suggestion
from doithoai.questions.states import QuestionState
from doithoai.web.questions import board as page_of_groups
from tests.builders import a_question

pytestmark = pytest.mark.django_db


def grouped(conference, *states, kind=""):
    questions = [a_question(conference, state=state) for state in states]
    for question in questions:
        Suggestion.objects.create(
            question=question, version=1, group=questions[0].number, kind=kind
        )
    return questions


def board(conference, tail=""):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/bang-nhom/{tail}"


def groups(client, conference):
    shown = client.get(board(conference)).context["groups"]
    return [[one.number for one in group["group"].questions] for group in shown]


def marked(questions, **more):
    versions = {f"lan-{one.number}": one.version for one in questions}
    return {"cau": [one.number for one in questions]} | versions | more


def test_groups_with_something_to_merge_are_shown_and_letters_are_not(host, conference):
    grouped(conference, "received", "selected")
    grouped(conference, "referred", "answered")
    grouped(conference, "received", "received", kind="complaint")
    grouped(conference, "received")

    assert groups(host, conference) == [[1, 2]]


def test_the_one_furthest_on_is_proposed_to_hold_them(host, conference):
    grouped(conference, "received", "answered", "selected")
    (group,) = host.get(board(conference)).context["groups"]

    assert group["group"].main.number == 2


def test_the_marked_are_merged_into_the_chosen_and_undone_as_one(host, conference):
    first, second, third = grouped(conference, "received", "received", "received")
    host.post(board(conference, "gop/"), marked([first, second, third], chinh=second.number))
    assert second.parts.count() == 3
    assert groups(host, conference) == []

    step = host.get(board(conference)).context["undoable"]
    host.post(f"/hoi-nghi/{conference.slug}/cau-hoi/phan-loai/hoan-tac/{step.pk}/")
    assert groups(host, conference) == [[1, 2, 3]]


def test_of_a_group_seen_before_another_changed_it_nothing_is_merged(host, conference):
    first, second = grouped(conference, "received", "received")
    sent = marked([first, second], chinh=1) | {"lan-2": 7}
    page = host.post(board(conference, "gop/"), sent, follow=True).content.decode()

    assert "Có người vừa sửa câu này" in page
    assert first.parts.count() == 1


def test_one_alone_is_nothing_to_merge(host, conference):
    first, _ = grouped(conference, "received", "received")
    page = host.post(board(conference, "gop/"), marked([first], chinh=1), follow=True)

    assert "Đánh dấu ít nhất hai câu của nhóm." in page.content.decode()


def test_said_to_differ_is_kept_for_every_pair(host, conference):
    questions = grouped(conference, "received", "received", "received")
    host.post(board(conference, "khac/"), marked(questions))

    assert Likeness.objects.filter(decided="different").count() == 3


def test_a_merged_question_is_taken_out_again(host, conference):
    first, second = grouped(conference, "received", "received")
    host.post(board(conference, "gop/"), marked([first, second], chinh=1))
    second.refresh_from_db()
    host.post(board(conference, "2/tach-ra/"), {"lan-2": second.version})
    second.refresh_from_db()

    assert second.state == QuestionState.RECEIVED
    assert (first.parts.count(), second.parts.count()) == (1, 1)


def test_more_than_can_be_told_apart_in_one_stroke_are_refused(host, conference, monkeypatch):
    monkeypatch.setattr(page_of_groups, "MOST_APART", 2)
    questions = grouped(conference, "received", "received", "received")

    assert host.post(board(conference, "khac/"), marked(questions)).status_code == 409
    assert not Likeness.objects.exists()


def test_said_to_differ_by_mistake_is_undone_at_once_or_taken_back_later(host, conference):
    questions = grouped(conference, "received", "received", "received")
    host.post(board(conference, "khac/"), marked(questions))
    step = host.get(board(conference)).context["undoable"]
    host.post(f"/hoi-nghi/{conference.slug}/cau-hoi/phan-loai/hoan-tac/{step.pk}/")
    assert not Likeness.objects.filter(decided="different").exists()

    host.post(board(conference, "khac/"), marked(questions[:2]))
    rows = host.get(board(conference, "khac-nhau/")).context["rows"]
    host.post(board(conference, "khac-nhau/"), {"cap": rows[0][0].pk})
    assert not Likeness.objects.filter(decided="different").exists()


def test_the_common_wording_is_written_before_merging(host, conference):
    first, second = grouped(conference, "received", "received")
    words = {"chinh": 1, "goc": 1, "wording": "Câu chữ chung"}
    host.post(board(conference, "gop/"), marked([first, second]) | words)
    first.refresh_from_db()

    assert first.wording == "Câu chữ chung"


def test_an_untouched_wording_changes_nothing_even_when_another_question_holds_them(
    host, conference
):
    first, second = grouped(conference, "received", "received")
    type(first).objects.filter(pk=second.pk).update(wording="Câu thứ hai")
    words = {"chinh": 2, "goc": 1, "wording": first.wording}
    host.post(board(conference, "gop/"), marked([first, second]) | words)
    second.refresh_from_db()

    assert second.wording == "Câu thứ hai"


def test_groups_beyond_the_first_twenty_are_on_the_next_page(host, conference):
    for _ in range(21):
        grouped(conference, "received", "received")

    assert len(groups(host, conference)) == 20
    assert len(host.get(board(conference, "?trang=2")).context["groups"]) == 1


def test_of_a_large_group_twenty_are_shown_and_the_rest_by_pages_beside_the_main(host, conference):
    questions = grouped(conference, *["received"] * 45)
    (first,) = host.get(board(conference)).context["groups"]
    last = host.get(board(conference), {"nhom": questions[0].number, "tiep": "3"})
    (rest,) = last.context["groups"]

    assert (len(first["rows"]), first["group"].asked) == (20, 45)
    assert "Xem cả 45 câu của nhóm" in host.get(board(conference)).content.decode()
    shown = [row.question.number for row, _, _ in rest["rows"]]
    assert shown == [questions[0].number, *range(40, 46)]
