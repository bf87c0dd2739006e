"""Lists, figures, standing and records: they add up, and count working days."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.conclusions.models import Commitment, Verdict
from doithoai.conclusions.queries import (
    CommitmentFilter,
    commitments_wanted,
    conclusions_standing_by,
    figures_of,
    records_by_agency,
)
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.directory.models import Holiday
from doithoai.directory.queries import work_calendar
from tests.builders import a_question
from tests.builders_conclusions import (
    a_commitment,
    a_held_conference,
    a_notice,
    a_report,
    a_verdict,
    an_extension,
)

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)
FRIDAY, SATURDAY = date(2024, 10, 4), date(2024, 10, 5)


@pytest.fixture
def conference():
    return a_held_conference()


def figures(conference, today=TODAY):
    found = Commitment.objects.filter(conference=conference)
    return figures_of(found, today=today, calendar=work_calendar())


def numbers(conference, today=TODAY, **wanted):
    found = commitments_wanted(
        conference, CommitmentFilter(**wanted), today=today, calendar=work_calendar()
    )
    return [one.number for one in found]


def test_figures_add_up(conference):
    for state in CommitmentState:
        a_commitment(conference, state)
    a_commitment(conference, due=FRIDAY)
    found = figures(conference)

    parts = (found.late, found.in_time, found.reported, found.kept, found.carried, found.cancelled)
    assert (parts, found.total) == ((1, 1, 1, 1, 1, 1), 6)


def test_a_saturday_gives_until_monday_and_a_holiday_until_the_day_after(conference):
    a_commitment(conference, due=SATURDAY)
    assert figures(conference, TODAY).late == 0
    assert figures(conference, date(2024, 10, 8)).late == 1

    Holiday.objects.create(date=TODAY, name="Nghỉ bù")
    assert figures(conference, date(2024, 10, 8)).late == 0
    assert figures(conference, date(2024, 10, 9)).late == 1


def test_a_claim_on_time_is_not_late_while_the_office_looks(conference):
    a_commitment(conference, CommitmentState.REPORTED, due=FRIDAY)

    assert figures(conference).late == 0


def test_commitments_are_found_by_agency_state_and_lateness(conference):
    first = a_commitment(conference, due=FRIDAY)
    second = a_commitment(conference, CommitmentState.KEPT, agency=conference.office)
    second.supporting.add(first.agency)
    third = a_commitment(conference, agency=conference.office, due=date(2024, 10, 10))

    assert numbers(conference, agency=first.agency.pk) == [1, 2]
    assert numbers(conference, state="kept") == [2]
    assert numbers(conference, late=True) == [1]
    assert numbers(conference, by_due=True) == [1, third.number, 2]


def test_the_record_of_an_agency_tells_in_time_from_late_and_counts_its_askers(conference):
    question = a_question(conference)
    a_verdict(question, Verdict.PARTLY)
    kept = {"state": CommitmentState.KEPT, "due": date(2024, 10, 1), "question": question}
    a_commitment(conference, kept_on=date(2024, 10, 1), **kept)
    a_commitment(conference, kept_on=date(2024, 10, 2), **kept)
    a_commitment(conference, due=FRIDAY)
    a_commitment(conference, CommitmentState.REPORTED, due=FRIDAY)
    a_commitment(conference, CommitmentState.CANCELLED, agency=conference.office)

    first, second = records_by_agency(conference, today=TODAY, calendar=work_calendar())

    assert (first.in_time, first.kept_late, first.running, first.overdue) == (1, 1, 1, 1)
    assert (first.total, first.partly, first.solved) == (4, 1, 0)
    assert (second.agency, second.total, second.cancelled) == (conference.office, 1, 1)


def standing(conference, today=TODAY):
    return conclusions_standing_by([conference], today=today)[conference.pk]


def test_the_standing_tells_what_waits(conference):
    question = a_question(conference)
    a_notice(conference, NoticeState.SUBMITTED)
    a_report(a_commitment(conference, CommitmentState.REPORTED), claims_done=True)
    an_extension(a_commitment(conference, due=FRIDAY))
    a_commitment(conference, CommitmentState.KEPT, question=question)
    a_verdict(question)
    found = standing(conference)

    assert (found.notice, found.notice_due) == ("submitted", date(2024, 10, 10))
    assert (found.total, found.running, found.kept, found.late) == (3, 2, 1, 1)
    assert (found.to_judge, found.to_decide, found.unsolved) == (1, 1, 1)


@pytest.mark.parametrize(
    "state, day, late",
    [
        (None, date(2024, 10, 10), False),
        (None, date(2024, 10, 11), True),
        (NoticeState.SIGNED, date(2024, 10, 11), True),
        (NoticeState.PUBLISHED, date(2024, 10, 11), False),
    ],
)
def test_a_notice_is_late_after_ten_days_until_it_is_out(conference, state, day, late):
    if state:
        a_notice(conference, state)

    assert standing(conference, day).notice_late is late


def test_many_conferences_cost_no_more_queries_than_one():
    conferences = [a_held_conference() for _ in range(3)]
    for one in conferences:
        a_commitment(one)

    def cost(some):
        with CaptureQueriesContext(connection) as queries:
            conclusions_standing_by(some, today=TODAY)
        return len(queries)

    assert cost(conferences) == cost(conferences[:1]) == 6
