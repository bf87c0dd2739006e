"""The page that proposes questions for the hall."""

import re

import pytest

from tests.builders import a_question, a_topic, an_agency

pytestmark = pytest.mark.django_db


def address(conference):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/chon-hoi-truong/"


def test_the_marked_ones_go_to_the_hall_in_the_order_shown(host, conference):
    later, sooner = a_topic(conference), a_topic(conference, "Việc làm")
    for topic in (sooner, later, sooner):
        a_question(conference, state="selected", topic=topic)
    shown = host.get(address(conference)).context["found"].added
    numbers = [one.question.number for one in shown]
    host.post(address(conference), {"cau": numbers[:2]})

    assert numbers == [2, 1, 3]
    placed = conference.questions.filter(hall_position__isnull=False).order_by("hall_position")
    assert [one.number for one in placed] == [2, 1]


def test_less_time_proposes_fewer(host, conference):
    for _ in range(4):
        a_question(conference, state="selected")
    page = host.get(address(conference), {"phut": "20", "hoi": "4", "dap": "6"})

    assert len(page.context["found"].added) == 2


def test_a_time_that_is_no_number_is_told_and_the_usual_one_taken(host, conference):
    a_question(conference, state="selected")
    page = host.get(address(conference), {"phut": "hai tiếng"})

    assert "Thời gian đối thoại: nhập số phút, ví dụ 5." in page.content.decode()
    assert len(page.context["found"].added) == 1


def test_phones_in_a_wording_are_masked(host, conference):
    a_question(conference, state="selected", wording="Gọi 0912345678 giúp tôi")

    assert "0912345678" not in host.get(address(conference)).content.decode()


def test_the_others_are_marked_for_writing_and_shown_so(host, conference):
    for _ in range(2):
        a_question(conference, state="selected")
    host.post(address(conference), {"cau": [1]})

    assert conference.questions.get(number=2).in_writing
    page = host.get(f"/hoi-nghi/{conference.slug}/cau-hoi/hoi-truong/").content.decode()
    assert "Trả lời bằng văn bản" in page


def test_what_only_late_slips_ask_is_not_proposed_for_the_hall(host, conference):
    a_question(conference, state="selected", sender={"is_late": True})

    assert host.get(address(conference)).context["found"].added == ()


def test_the_figures_are_counted_anew_for_the_marked_ones_and_nothing_is_saved(host, conference):
    for topic in (a_topic(conference), a_topic(conference, "Việc làm")):
        a_question(conference, "selected", topic=topic)
    sent = {"viec": "tinh", "phut": "30", "hoi": "3", "dap": "5", "cau": ["2"]}
    page = host.post(address(conference), sent)
    text = page.content.decode()

    assert "<span data-count>1</span>" in text
    assert "<span data-used>8</span> / 30 phút" in text
    assert ("0", False) in hidden_marks(text)
    assert ("1", True) in hidden_marks(text)
    assert not conference.questions.filter(hall_position__isnull=False).exists()


def hidden_marks(text):
    found = re.findall(r'data-cover="(\d+)"( hidden)?', text)
    return [(place, bool(hidden)) for place, hidden in found]


def test_too_many_in_the_hall_is_told_and_the_marked_are_taken_out(host, conference):
    for position in (1, 2, 3):
        a_question(conference, "selected", hall_position=position)
    text = host.get(address(conference), {"phut": "20"}).content.decode()
    host.post(address(conference), {"viec": "rut", "phut": "20", "cau": ["3"]})

    assert "dài hơn thời gian đối thoại 4 phút" in text
    assert "đã đủ" not in text
    left = conference.questions.filter(hall_position__isnull=False)
    assert [one.number for one in left.order_by("hall_position")] == [1, 2]
    assert conference.questions.get(number=3).in_writing


def test_what_is_left_is_named_by_what_it_is(host, conference):
    a_question(conference, "selected", lead=an_agency("Sở Y tế"))
    text = host.get(address(conference)).content.decode()

    assert "Cơ quan có câu hỏi mà chưa được chọn" in text
    assert "Nơi chưa có ai hỏi" not in text
    assert "Điểm thu thập có câu" not in text


def test_the_hall_is_put_in_the_order_of_topics_and_says_its_minutes(host, conference):
    first, second = a_topic(conference), a_topic(conference, "Việc làm")
    for position, topic in enumerate([None, second, first], start=1):
        a_question(conference, "selected", topic=topic, hall_position=position)
    page = f"/hoi-nghi/{conference.slug}/cau-hoi/hoi-truong/"
    text = host.get(page).content.decode()
    host.post(page, {"viec": "noi-dung"})

    assert "Dự tính 24 phút; chương trình dành 120 phút" in text
    placed = conference.questions.order_by("hall_position")
    assert [one.number for one in placed] == [3, 2, 1]
