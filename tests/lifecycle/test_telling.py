"""What waits for those who tell of a conference."""

from datetime import date

import pytest

from doithoai.directory.models import AgencyKind
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.waiting import waiting_for
from doithoai.planning.models import Coverage, Mandate, Work
from doithoai.planning.states import ConferenceState
from tests.builders import a_conference, an_agency, an_official

pytestmark = pytest.mark.django_db
WINDOW = {"questions_from": date(2024, 10, 1), "questions_until": date(2024, 10, 9)}
HELD = {"held_on": date(2024, 10, 24), "tentative": False}


def a_reporter(conference, kind=AgencyKind.PRESS):
    """Someone of an agency the plan asks to tell of the conference."""
    agency = an_agency("Báo tỉnh", kind=kind)
    Mandate.objects.create(conference=conference, agency=agency, work=Work.PUBLICITY)
    return an_official(agency)


def waits(user, conference, today):
    stand = standing_of(conference, today=today, agency=user.agency)
    return [heap.title for heap in waiting_for(user, conference, stand, today=today)]


@pytest.mark.parametrize(
    ("today", "told_on", "titles"),
    [
        (date(2024, 9, 30), None, []),
        (date(2024, 10, 7), None, ["Đưa tin nhận câu hỏi"]),
        (date(2024, 10, 7), date(2024, 10, 2), []),
        (date(2024, 10, 23), None, []),
        (date(2024, 10, 24), date(2024, 10, 2), ["Đưa tin hội nghị"]),
        (date(2024, 10, 25), date(2024, 10, 25), []),
        (date(2024, 11, 4), None, []),
    ],
)
def test_a_newspaper_covers_the_questions_and_the_day_once_each(today, told_on, titles):
    conference = a_conference(**WINDOW, **HELD)
    user = a_reporter(conference)
    if told_on:
        made = {"title": "Tin", "agency": user.agency, "recorded_by": user}
        Coverage.objects.create(conference=conference, published_on=told_on, **made)

    assert waits(user, conference, today) == titles


def test_an_office_that_tells_puts_out_its_news_and_covers_nothing():
    conference = a_conference(**WINDOW)
    user = a_reporter(conference, AgencyKind.DEPARTMENT)
    assert waits(user, conference, date(2024, 10, 7)) == []

    conference.announcements.create(title="Nhận câu hỏi", body="Từ 1/10.", written_by=user)

    assert waits(user, conference, date(2024, 10, 7)) == ["Đăng tin đã soạn"]


def test_nothing_is_told_before_the_plan_is_issued_or_by_those_not_asked_to():
    draft = a_conference(**WINDOW, state=ConferenceState.DRAFT, number="")
    other = an_official(an_agency("Đài tỉnh", kind=AgencyKind.PRESS))

    assert waits(a_reporter(draft), draft, date(2024, 10, 7)) == []
    assert waits(other, a_conference(**WINDOW), date(2024, 10, 7)) == []
