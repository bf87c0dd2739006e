"""What was handed in to office, host or chair has its day too."""

from datetime import UTC, date, datetime, timedelta

import pytest

from doithoai.hall.models import Minutes
from doithoai.lifecycle.duties import duties_due
from doithoai.lifecycle.reminding import remind
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.waiting import waiting_for
from doithoai.questions.models import Compilation
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_answer,
    an_approver,
    an_official,
)
from tests.builders_conclusions import a_commitment, a_report, an_extension
from tests.builders_hall import a_session
from tests.builders_programme import a_speech

pytestmark = pytest.mark.django_db
MONDAY = datetime(2024, 9, 30, 2, tzinfo=UTC)
TODAY = date(2024, 10, 7)


def told(conference, today=TODAY):
    return [
        (duty.what, duty.agency, duty.due)
        for duty in duties_due(conference, today=today, within=timedelta(days=3))
    ]


def handed_in(conference, state, agency=None):
    referral = a_referral(a_question(conference, state="referred"), agency)
    return an_answer(referral, state=state, submitted_at=MONDAY)


def test_the_office_refers_five_working_days_after_the_choice():
    conference = a_conference()
    a_question(conference, state="selected", decided_at=MONDAY)

    due = date(2024, 10, 7)
    assert told(conference) == [("Chuyển 1 câu hỏi đã chọn", conference.office, due)]


def test_questions_sent_in_a_batch_are_referred_by_the_day_of_the_batch():
    conference = a_conference()
    question = a_question(conference, state="selected", decided_at=datetime(2024, 9, 2, tzinfo=UTC))
    host = an_official(conference.host)
    batch = Compilation.objects.create(
        conference=conference, number=1, sent_by=host, sent_at=MONDAY
    )
    batch.questions.add(question)

    assert [due for *_, due in told(conference)] == [date(2024, 10, 7)]


def test_an_answer_is_appraised_in_three_days_and_approved_in_five():
    conference = a_conference()
    handed_in(conference, "submitted")
    handed_in(conference, "submitted", conference.office)
    handed_in(conference, "appraised")

    assert sorted(told(conference), key=lambda one: (one[2], one[1].pk)) == [
        ("Thẩm định 1 câu trả lời", conference.host, date(2024, 10, 3)),
        ("Thẩm định 1 câu trả lời", conference.office, date(2024, 10, 3)),
        ("Duyệt 1 câu trả lời", conference.chair, date(2024, 10, 7)),
    ]


def test_speeches_are_judged_until_the_day_is_past():
    conference = a_conference(held_on=date(2024, 10, 8))
    a_speech(conference, state="submitted", submitted_at=MONDAY)
    a_speech(conference, state="appraised", submitted_at=MONDAY)

    assert told(conference) == [
        ("Thẩm định 1 bài phát biểu", conference.office, date(2024, 10, 2)),
        ("Duyệt 1 bài phát biểu", conference.chair, date(2024, 10, 3)),
    ]
    assert told(conference, date(2024, 10, 9)) == []


def test_a_report_is_judged_in_five_days_and_minutes_are_signed_in_three():
    session = a_session()
    conference = session.conference
    a_report(a_commitment(conference, state="reported"), at=MONDAY)
    secretary = an_official(conference.host)
    Minutes.objects.create(
        session=session,
        body="Nội dung",
        state="submitted",
        secretary=secretary,
        secretary_signed_at=MONDAY,
    )

    assert told(conference)[:2] == [
        ("Ký biên bản", conference.chair, date(2024, 10, 3)),
        ("Xác nhận 1 báo cáo thực hiện cam kết", conference.office, date(2024, 10, 7)),
    ]


def test_more_time_is_decided_on_in_three_days_by_the_office_and_of_the_office_by_the_chair():
    conference = a_conference(held_on=date(2024, 10, 7), tentative=False)
    an_extension(a_commitment(conference), asked_at=MONDAY)
    an_extension(a_commitment(conference, agency=conference.office), asked_at=MONDAY)

    found = {one for one in told(conference) if "gia hạn" in one[0]}
    words, due = "Quyết định gia hạn 1 cam kết", date(2024, 10, 3)
    assert found == {(words, conference.office, due), (words, conference.chair, due)}


def test_the_desk_of_the_chair_shows_day_and_lateness():
    conference = a_conference()
    handed_in(conference, "appraised")
    chair, late = an_approver(conference.chair), date(2024, 10, 8)

    for today, count in ((TODAY, 0), (late, 1)):
        standing = standing_of(conference, today=today, agency=chair.agency)
        heap = next(iter(waiting_for(chair, conference, standing, today=today)))
        assert (heap.key, heap.due, heap.late) == ("approve", date(2024, 10, 7), count)


def test_the_chair_is_reminded():
    conference = a_conference()
    handed_in(conference, "appraised")
    chair = an_approver(conference.chair)

    (note,) = remind(conference, today=date(2024, 10, 4), by=None)

    assert (note.to_user, note.subject) == (
        chair,
        "Còn 1 ngày làm việc: Duyệt 1 câu trả lời",
    )
