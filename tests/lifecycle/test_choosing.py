"""What is proposed for the hall of a conference."""

import pytest

from doithoai.audit import clock
from doithoai.lifecycle.choosing import dialogue_minutes, proposed_hall
from doithoai.programme.models import ItemKind
from doithoai.questions.models import CollectionPoint, Part
from tests.builders import a_conference, a_question, a_submission, a_topic, an_agency, an_official
from tests.builders_programme import an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def a_part(question, submission):
    return Part.objects.create(submission=submission, question=question, text="Nước", end=4)


def codes(proposed):
    return [one.question.code for one in proposed]


def test_only_chosen_questions_are_proposed_in_the_order_of_topics(conference):
    first, second = a_topic(conference), a_topic(conference, "Việc làm")
    a_question(conference, state="selected", topic=second)
    a_question(conference)
    a_question(conference, state="selected", topic=first)
    found = proposed_hall(conference, minutes=60)

    assert codes(found.added) == ["C-003", "C-001"]
    assert (found.counted().left, found.counted().minutes) == (frozenset(), 16)


def test_each_is_proposed_with_its_reasons(conference):
    a_question(
        conference,
        state="selected",
        topic=a_topic(conference),
        lead=an_agency("Sở Y tế"),
        sender={"sender_unit": "Xã Long Bình Điền, huyện Chợ Gạo"},
    )
    (proposed,) = proposed_hall(conference, minutes=8).added

    assert proposed.reasons == (
        "Câu đầu tiên về nội dung 1",
        f"Câu đầu tiên của {proposed.question.lead.short_name}",
        "Người hỏi từ huyện Chợ Gạo",
    )


def test_what_stands_in_the_hall_is_kept_and_what_is_left_is_told(conference):
    topic = a_topic(conference)
    a_question(conference, state="selected", hall_position=1)
    a_question(conference, state="selected", topic=topic)
    found = proposed_hall(conference, minutes=8)

    assert (codes(found.kept), codes(found.added)) == (["C-001"], [])
    assert ("topic", str(topic.position)) in found.counted().left


def test_the_time_is_the_programme_s(conference):
    assert dialogue_minutes(conference) == 120
    an_item(conference, kind=ItemKind.DIALOGUE, minutes=90)

    assert dialogue_minutes(conference) == 90


def test_late_questions_are_proposed_only_when_somebody_asked_in_time_too(conference):
    late, in_time = a_question(conference, "selected", sender={"is_late": True}), {"is_late": False}
    both = a_question(conference, "selected", sender={"is_late": True})
    a_part(both, a_submission(conference, **in_time))
    withdrawn = a_question(conference, "selected", sender={"is_late": True})
    a_part(withdrawn, a_submission(conference, withdrawn_at=clock.now()))

    assert codes(proposed_hall(conference, minutes=60).added) == [both.code]
    late.hall_position = 1
    late.save()
    assert codes(proposed_hall(conference, minutes=60).kept) == [late.code]


def test_an_answered_question_is_no_candidate_and_is_told_of(conference):
    a_question(conference, state="answered")
    a_question(conference, state="selected", sender={"is_late": True})
    a_question(conference, state="referred")
    found = proposed_hall(conference, minutes=60)

    assert codes(found.added) == ["C-003"]
    assert (found.answered, found.late) == (1, 1)


def test_nothing_is_proposed_beyond_the_time_and_the_least_worth_are_to_be_left_out(conference):
    topic = a_topic(conference)
    for position in (1, 2):
        a_question(conference, "selected", hall_position=position)
    a_question(conference, "selected", hall_position=3, topic=topic)
    a_question(conference, "selected")
    found = proposed_hall(conference, minutes=20)

    assert (codes(found.added), codes(found.surplus)) == ([], ["C-002"])
    assert codes(proposed_hall(conference, minutes=24).surplus) == []


def test_the_unions_that_gathered_questions_are_covered_too(conference):
    union = CollectionPoint.objects.create(
        conference=conference,
        name="Công đoàn ngành Y tế",
        code="CDYT",
        opened_by=an_official(conference.host),
    )
    for sender in ({}, {}, {"collection_point": union}):
        a_question(conference, "selected", sender=sender)
    found = proposed_hall(conference, minutes=8)

    assert codes(found.added) == ["C-003"]
    assert found.added[0].reasons == ("Gửi qua Công đoàn ngành Y tế",)
    assert found.counted([]).left == {("point", "Công đoàn ngành Y tế")}
