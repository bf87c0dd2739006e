"""What each agency sees and how it stands."""

from datetime import date

import pytest

from doithoai.answers.queries import (
    agencies_to_ask,
    answer_counts,
    answering_agencies,
    answers_for,
    load_by_agency,
    neighbours,
    referrals_for,
    referrals_of_submission,
)
from doithoai.answers.states import AnswerState
from tests.builders import (
    a_conference,
    a_place,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


def referred(conference, agency, state=AnswerState.DRAFT, due=date(2024, 10, 15)):
    question = a_question(conference, state="referred")
    return an_answer(a_referral(question, agency, due=due), state=state)


def test_a_department_follows_only_its_own_answers():
    conference = a_conference()
    health, interior = (p.agency for p in conference.participations.order_by("pk"))
    mine = referred(conference, health)
    referred(conference, interior)

    assert list(answers_for(an_official(health))) == [mine]


def test_a_supporting_agency_follows_the_referral():
    conference = a_conference()
    referral = referred(conference, conference.participations.first().agency).referral
    helper = an_agency("Sở Tư pháp")
    referral.supporting.add(helper)

    assert list(referrals_for(an_official(helper))) == [referral]
    assert not referrals_for(an_official(an_agency("Sở Công Thương"))).exists()


def test_late_is_what_still_lies_with_the_agency_after_its_day():
    conference = a_conference()
    agency = conference.participations.first().agency
    referred(conference, agency, due=date(2024, 10, 4))
    referred(conference, agency, state=AnswerState.SUBMITTED, due=date(2024, 10, 4))
    referred(conference, agency, due=TODAY)

    counts = answer_counts(conference, today=TODAY)

    assert (counts.total, counts.drafting, counts.submitted, counts.late) == (3, 2, 1, 1)


def test_the_parts_of_each_agency_add_up_to_its_total():
    conference = a_conference()
    agency = conference.participations.first().agency
    for state in AnswerState:
        referred(conference, agency, state=state)
    referred(conference, agency, due=date(2024, 10, 1))

    (row,) = load_by_agency(conference, today=TODAY)

    parts = {key: row[key] for key in ("approved", "waiting", "drafting", "late")}
    assert parts == {"approved": 2, "waiting": 2, "drafting": 2, "late": 1}
    assert row["total"] == 7


def test_agencies_to_ask_are_those_of_the_plan_and_the_living_ones_of_the_place():
    conference = a_conference()
    kept = an_agency("Sở Du lịch cũ", valid_to=date(2024, 9, 30))
    conference.participations.create(agency=kept, role="department")
    an_agency("Sở Ngoại vụ cũ", valid_to=date(2024, 9, 30))
    an_agency("Sở Y tế Cao Bằng", place=a_place("Cao Bằng", receipt_prefix="CB"))
    newcomer = an_agency("Sở Tư pháp")

    names = [agency.name for agency in agencies_to_ask(conference, TODAY)]

    assert {kept.name, newcomer.name, conference.host.name, "Sở Y tế"} <= set(names)
    assert not {"Sở Ngoại vụ cũ", "Sở Y tế Cao Bằng"} & set(names)


def test_neighbours_of_an_answer_stand_in_the_same_state():
    conference = a_conference()
    agency = conference.participations.first().agency
    states = ("submitted", "draft", "submitted", "submitted")
    answers = [referred(conference, agency, state=AnswerState(state)) for state in states]
    office = an_official(conference.office)

    assert [neighbours(office, answer) for answer in answers] == [
        (None, 3),
        (None, None),
        (1, 4),
        (3, None),
    ]


def test_a_slip_finds_the_referrals_of_its_questions():
    conference = a_conference()
    answer = referred(conference, conference.participations.first().agency)
    question = answer.referral.question

    found = referrals_of_submission(question.parts.get().submission)

    assert found == {question.pk: answer.referral}


def test_answering_agencies_are_those_with_published_answers():
    conference = a_conference()
    health, interior = (p.agency for p in conference.participations.order_by("pk"))
    referred(conference, health, state=AnswerState.PUBLISHED)
    referred(conference, interior, state=AnswerState.APPROVED)

    assert list(answering_agencies(conference)) == [health]
