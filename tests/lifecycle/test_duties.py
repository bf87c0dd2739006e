"""What is owed by a day in every room, and who is reminded of it when."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from doithoai.directory.models import Right
from doithoai.lifecycle.duties import duties_by, duties_due, late_by_agency
from doithoai.lifecycle.reminding import mark_of, press, remind
from doithoai.outbox.models import Message
from doithoai.planning.models import Milestone
from doithoai.planning.states import ConferenceState
from doithoai.workflow import Forbidden, Refused
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    a_task,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)
WEEK = timedelta(days=7)


@pytest.fixture
def conference():
    return a_conference(departments=[an_agency("Sở Y tế")])


@pytest.fixture
def department(conference):
    return conference.participations.get().agency


def asked(conference, agency, due):
    an_answer(a_referral(a_question(conference, state="referred"), agency, due=due))


def told(conference):
    return [
        (duty.what, duty.agency.name, duty.left)
        for duty in duties_due(conference, today=TODAY, within=WEEK)
    ]


def test_answers_of_one_agency_and_day_are_one_duty(conference, department):
    for due in (date(2024, 10, 9), date(2024, 10, 9), date(2024, 10, 4), date(2024, 10, 30)):
        asked(conference, department, due)

    assert told(conference) == [
        ("Trả lời 1 câu hỏi", "Sở Y tế", -1),
        ("Trả lời 2 câu hỏi", "Sở Y tế", 2),
    ]


def test_what_is_handed_in_or_done_is_owed_no_more(conference, department):
    question = a_question(conference, state="referred")
    an_answer(a_referral(question, department, due=TODAY), state="submitted")
    a_task(conference, department, due=TODAY, state="done")

    assert told(conference) == []


def test_tasks_and_milestones_are_owed(conference, department):
    a_task(conference, department, due=TODAY)
    Milestone.objects.create(conference=conference, name="Tổng duyệt", due=date(2024, 10, 10))
    Milestone.objects.create(conference=conference, name="Đã qua", due=date(2024, 10, 1))

    assert told(conference) == [
        ("Làm 1 nhiệm vụ trong kế hoạch", "Sở Y tế", 0),
        ("Tổng duyệt", conference.host.name, 3),
    ]


def test_the_notice_is_owed_from_the_day_of_the_conference_on(conference):
    conference.held_on, conference.tentative = date(2024, 10, 1), False
    conference.save()

    assert told(conference) == [("Trình, công bố thông báo kết luận", conference.office.name, 4)]


def test_a_plan_not_issued_owes_nothing():
    draft = a_conference(state=ConferenceState.DRAFT)
    a_task(draft, draft.host, due=TODAY)

    assert told(draft) == []


def test_many_conferences_cost_no_more_queries_than_one(django_assert_max_num_queries):
    host = an_agency("Hội Nông dân", kind="mass_organisation")
    conferences = [a_conference(host=host) for _ in range(3)]
    for one in conferences:
        a_task(one, host, due=TODAY)
        asked(one, host, TODAY)

    with django_assert_max_num_queries(48):
        duties = duties_by(conferences, today=TODAY, within=WEEK, agency=host)

    assert len(duties) == 6


def test_agencies_that_are_late_come_with_all_they_owe(conference, department):
    asked(conference, department, date(2024, 10, 1))
    a_task(conference, department, due=date(2024, 10, 2))
    a_task(conference, conference.host, due=TODAY)

    late = late_by_agency(duties_due(conference, today=TODAY, within=WEEK))

    assert {agency.name: len(duties) for agency, duties in late.items()} == {"Sở Y tế": 2}


@pytest.mark.parametrize(
    "left, mark",
    [
        *((4, None), (3, "truoc"), (1, "truoc"), (0, "den-han")),
        *((-1, "den-han"), (-4, "den-han"), (-5, "tre-5"), (-9, "tre-5"), (-10, "tre-10")),
    ],
)
def test_marks_stand_before_on_and_every_five_days_after_the_day(left, mark):
    assert mark_of(left) == mark


def test_those_who_write_are_told_once_a_mark(conference, department):
    drafter = an_official(department, email="so-y-te@example.vn")
    an_official(department, Right.READER)
    asked(conference, department, date(2024, 10, 9))

    assert len(remind(conference, today=TODAY, by=None)) == 2
    assert remind(conference, today=date(2024, 10, 8), by=None) == []
    assert len(remind(conference, today=date(2024, 10, 9), by=None)) == 2

    note, letter = Message.objects.order_by("pk")[:2]
    assert (note.to_user, letter.to_email) == (drafter, "so-y-te@example.vn")
    assert note.subject == "Còn 2 ngày làm việc: Trả lời 1 câu hỏi"
    assert "Hạn: 9/10/2024" in note.body


def test_the_office_presses_the_late_once_a_day(conference, department):
    an_official(department)
    office = an_official(conference.office)
    asked(conference, department, date(2024, 10, 1))

    assert len(press(conference, today=TODAY, by=office)) == 1
    with pytest.raises(Refused, match="Hôm nay đã đôn đốc"):
        press(conference, today=TODAY, by=office)
    assert len(press(conference, today=date(2024, 10, 8), by=office)) == 1


def test_only_host_and_office_press_and_only_the_late(conference, department):
    asked(conference, department, TODAY)

    with pytest.raises(Forbidden):
        press(conference, today=TODAY, by=an_official(department))
    with pytest.raises(Refused, match="Không còn việc nào trễ hạn"):
        press(conference, today=TODAY, by=an_official(conference.host))


def test_the_command_lists_and_reminds(conference, department, capsys):
    an_official(department)
    asked(conference, department, date(2024, 10, 4))

    call_command("due", conference.slug, "--send")

    assert capsys.readouterr().out.splitlines() == [
        f"{conference.short_title}: 1 việc",
        "  4/10/2024   Sở Y tế: Trả lời 1 câu hỏi (trễ 1 ngày làm việc)",
        "  Đã lập 1 tin, thư nhắc việc.",
    ]


@pytest.mark.parametrize("arguments", [[], ["khong-co"], ["khong-co", "--all"]])
def test_the_command_wants_one_conference_or_all(arguments):
    with pytest.raises(CommandError):
        call_command("due", *arguments)


def test_the_timer_takes_every_conference(conference, department, capsys):
    a_conference(state=ConferenceState.DRAFT)
    call_command("due", "--all", "--send")

    assert capsys.readouterr().out.count(": ") == 1
