"""Where a conference stands and what waits for whom."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.answers.states import AnswerState
from doithoai.directory.models import Right
from doithoai.lifecycle.agency_work import asked_groups, work_of
from doithoai.lifecycle.duties import duties_due
from doithoai.lifecycle.rail import pin_text, rail_of
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.waiting import waiting_for
from doithoai.planning.states import ConferenceState
from doithoai.questions.states import QuestionState
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    a_task,
    an_answer,
    an_approver,
    an_official,
)
from tests.builders_delegates import a_delegate, a_line, an_allocation
from tests.builders_programme import an_item

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


def stands(user, conference):
    return standing_of(conference, today=TODAY, agency=user.agency)


def states(conference):
    return {
        stop.key: stop.state
        for stop in rail_of(conference, standing_of(conference, today=TODAY), today=TODAY).stops
    }


def test_a_draft_plan_stands_at_the_first_stage():
    conference = a_conference(state=ConferenceState.DRAFT, number="", questions_from=None)

    assert states(conference)["planning"] == "now"


def test_while_questions_come_in_the_seal_is_on_questions():
    conference = a_conference()
    a_question(conference)
    a_question(conference, state=QuestionState.SELECTED)

    rail = rail_of(conference, standing_of(conference, today=TODAY), today=TODAY)

    assert (rail.current.key, rail.current.share) == ("questions", 0.5)
    assert rail.current.count == "1 / 2 đã phân loại"
    assert [stop.state for stop in rail.stops].count("now") == 1


def test_when_all_is_sorted_the_seal_moves_to_answers():
    conference = a_conference(questions_until=date(2024, 10, 1))
    an_answer(a_referral(a_question(conference, state=QuestionState.REFERRED), due=TODAY))
    an_answer(
        a_referral(a_question(conference, state=QuestionState.REFERRED), due=date(2024, 10, 2))
    )

    rail = rail_of(conference, standing_of(conference, today=TODAY), today=TODAY)

    assert (rail.current.key, rail.current.late) == ("answers", 1)
    assert states(conference)["questions"] == "done"


def test_answers_are_not_done_while_a_chosen_question_is_not_referred():
    conference = a_conference(questions_until=date(2024, 10, 1))
    an_answer(a_referral(a_question(conference, state=QuestionState.ANSWERED)), state="published")
    assert states(conference)["answers"] == "done"

    a_question(conference, state=QuestionState.SELECTED)

    stop = rail_of(conference, standing_of(conference, today=TODAY), today=TODAY).stops[3]
    assert (stop.state, stop.count) == ("now", "1 / 2 đã duyệt")


def test_a_guest_takes_no_seat_of_the_table():
    conference = a_conference()
    a_line(conference, seats=1)
    a_delegate(conference, "accepted", kind="guest")

    stop = rail_of(conference, standing_of(conference, today=TODAY), today=TODAY).stops[1]
    assert (stop.count, stop.share) == ("0 / 1 đã cử", 0.0)


@pytest.mark.parametrize(
    "values, pin",
    [
        ({}, "Dự kiến tháng 10/2024"),
        ({"held_on": date(2024, 10, 24)}, "Dự kiến 24/10 · còn 17 ngày"),
        ({"held_on": date(2024, 10, 24), "tentative": False}, "24/10/2024 · còn 17 ngày"),
        ({"held_on": TODAY, "tentative": False}, "Hôm nay"),
        ({"held_on": date(2024, 10, 1), "tentative": False}, None),
        ({"held_month": "2024-09"}, None),
    ],
)
def test_the_pin_says_how_far_the_day_is(values, pin):
    assert pin_text(a_conference(**values), TODAY) == pin


def heaps(user, conference):
    return {
        heap.key: heap.count
        for heap in waiting_for(user, conference, stands(user, conference), today=TODAY)
    }


def test_each_role_sees_what_waits_for_it():
    conference = a_conference(tentative=False, held_on=date(2024, 10, 24))
    department = conference.participations.first().agency
    a_question(conference)
    a_question(conference, state=QuestionState.SELECTED)
    for state in AnswerState:
        question = a_question(conference, state=QuestionState.REFERRED)
        an_answer(a_referral(question, department), state=state)

    assert heaps(an_official(conference.host), conference) == {
        "classify": 1,
        "send_office": 1,
        "budget_write": 1,
    }
    assert heaps(an_official(conference.office), conference) == {
        "refer": 1,
        "appraise": 1,
        "publish": 1,
    }
    assert heaps(an_approver(conference.chair), conference) == {"approve": 1}
    assert heaps(an_official(department), conference) == {"draft": 1, "revise": 1}


@pytest.mark.parametrize("hour, waits", [(None, "fix_day"), (time(8), "release_programme")])
def test_the_hour_comes_before_the_programme_is_given_out(hour, waits):
    conference = a_conference(tentative=False, held_on=date(2024, 10, 24), start_time=hour)
    an_item(conference)

    found = heaps(an_official(conference.host), conference)

    assert found.keys() & {"fix_day", "release_programme"} == {waits}


def test_nothing_waits_for_a_reader():
    conference = a_conference()
    a_question(conference)

    assert heaps(an_official(conference.host, Right.READER), conference) == {}


def test_the_answers_of_the_office_wait_for_the_host():
    conference = a_conference(tentative=False, held_on=date(2024, 10, 24))
    question = a_question(conference, state=QuestionState.REFERRED)
    an_answer(a_referral(question, conference.office), state=AnswerState.SUBMITTED)

    assert heaps(an_official(conference.host), conference) == {"appraise": 1, "budget_write": 1}
    assert heaps(an_official(conference.office), conference) == {}


def test_tasks_of_the_agency_wait_with_the_earliest_day():
    conference = a_conference()
    unit = conference.participations.first().agency
    a_task(conference, unit, due=date(2024, 10, 1))
    a_task(conference, unit, due=date(2024, 10, 9))
    a_task(conference, unit, state="done")

    official = an_official(unit)
    (heap,) = waiting_for(official, conference, stands(official, conference), today=TODAY)

    assert (heap.key, heap.count, heap.due, heap.late) == ("tasks", 2, date(2024, 10, 1), 1)
    assert work_of(official, today=TODAY)[0].late_words == "1 trễ hạn"


def test_duties_are_grouped_by_their_day():
    conference = a_conference()
    agency = conference.participations.first().agency
    dues = [date(2024, 10, 4), TODAY, date(2024, 10, 11), date(2024, 10, 15)]
    for due in dues:
        an_answer(a_referral(a_question(conference, state="referred"), agency, due=due))
    handed = a_referral(a_question(conference, state="referred"), agency, due=dues[0])
    an_answer(handed, state=AnswerState.SUBMITTED)

    groups = {g.key: [d.left for d in g.duties] for g in asked_groups(agency, today=TODAY)}

    assert groups == {"late": [-1], "today": [0], "week": [4], "later": [6], "handed": [-1]}


def test_many_conferences_cost_no_more_queries_than_one():
    host, costs = an_official(), []
    for more in (1, 2):
        for _ in range(more):
            conference = a_conference(host=host.agency, departments=[])
            a_question(conference)
            a_task(conference, host.agency)
        with CaptureQueriesContext(connection) as asked:
            work = work_of(host, today=TODAY)
        costs.append(len(asked))

    assert [item.count for item in work] == [3, 3, 3]
    assert costs[0] == costs[1]


def test_empty_seats_of_an_agency_are_one_work_and_one_late_one_everywhere():
    conference = a_conference()
    line = a_line(conference, seats=9)
    share = an_allocation(line, conference.host, seats=9, due=date(2024, 10, 4))
    host = an_official(conference.host)
    (work,) = work_of(host, today=TODAY)
    (heap,) = [one for one in work.waiting if one.key == "nominate"]
    owed = duties_due(conference, today=TODAY, within=timedelta(0))

    assert (heap.count, heap.works, heap.late_words) == (share.seats, 1, "Trễ hạn")
    assert [duty.works for duty in owed if duty.agency == conference.host] == [work.late] == [1]
    assert work.count == sum(one.works for one in work.waiting)
