"""What came, counted."""

from datetime import UTC, datetime

import pytest

from doithoai.audit import clock
from doithoai.lifecycle.intake_figures import Tally, intake_figures
from tests.builders import a_conference, a_question, a_submission, a_topic, an_agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def sent(day, month=9, **over):
    return {"received_at": datetime(2024, month, day, 3, tzinfo=UTC), **over}


def test_topics_stand_in_the_plan_s_order_with_those_nobody_wrote_about(conference):
    a_topic(conference, "Vay vốn")
    jobs = a_topic(conference, "Việc làm")
    a_question(conference, topic=jobs)
    a_question(conference)

    assert intake_figures(conference).topics == (
        Tally("1. Vay vốn", 0),
        Tally("2. Việc làm", 1),
        Tally("Chưa phân loại", 1),
    )


def test_the_commonest_place_is_first_and_the_unknown_last(conference):
    for unit in ("", "", "huyện Cái Bè", "huyện Chợ Gạo", "xã A, huyện Chợ Gạo"):
        a_question(conference, sender={"sender_unit": unit})

    assert intake_figures(conference).places == (
        Tally("huyện Chợ Gạo", 2),
        Tally("huyện Cái Bè", 1),
        Tally("Không ghi nơi ở", 2),
    )


def test_all_slips_of_a_merged_matter_count_and_withdrawn_ones_do_not(conference):
    question = a_question(conference, lead=an_agency("Sở Nội vụ"))
    for withdrawn in (None, clock.now()):
        slip = a_submission(conference, withdrawn_at=withdrawn)
        question.parts.create(submission=slip, text=slip.text, end=len(slip.text))

    assert [tally.slips for tally in intake_figures(conference).fields] == [2]


def test_days_without_a_slip_are_there_too_and_long_spans_go_by_weeks(conference):
    a_question(conference, sender=sent(2))
    a_question(conference, sender=sent(4))
    assert [t.slips for t in intake_figures(conference).days] == [1, 0, 1]
    a_question(conference, sender=sent(9, month=10))

    days = intake_figures(conference).days
    assert (days[0], len(days)) == (Tally("2/9/2024 - 8/9/2024", 2), 6)


def test_communes_without_a_district_stand_after_districts_and_other_words_are_no_silence(
    conference,
):
    units = ("xã Hòa Tịnh", "xã Hòa Tịnh", "huyện Chợ Gạo", "ấp Bình Long", "KCN Tân Hương")
    for unit in (*units, "", "Không nêu"):
        a_question(conference, sender={"sender_unit": unit})

    assert intake_figures(conference).places == (
        Tally("huyện Chợ Gạo", 1),
        Tally("xã Hòa Tịnh, không ghi huyện", 2),
        Tally("Nơi khác ghi, không có xã, huyện", 2),
        Tally("Không ghi nơi ở", 2),
    )


def test_where_all_name_communes_no_district_is_missed(conference):
    a_question(conference, sender={"sender_unit": "xã Hòa Tịnh"})

    assert intake_figures(conference).places == (Tally("xã Hòa Tịnh", 1),)


def test_a_chosen_question_under_no_topic_is_not_called_unsorted(conference):
    a_question(conference)
    a_question(conference, "selected")

    named = [tally.name for tally in intake_figures(conference).topics]
    assert named == ["Nội dung khác", "Chưa phân loại"]
