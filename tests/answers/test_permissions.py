"""Who may do what with answers: truth tables of role and state."""

import pytest

from doithoai.answers.permissions import (
    may_appraise,
    may_approve,
    may_draft,
    may_publish,
    may_refer,
)
from doithoai.answers.states import AnswerState
from doithoai.directory.models import Right
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
ROLES = ("host", "office", "chair", "department")


def official(conference, role, right=Right.APPROVER):
    agency = (
        conference.participations.first().agency
        if role == "department"
        else getattr(conference, role)
    )
    return an_official(agency, right)


@pytest.mark.parametrize(
    "deed, role",
    [
        (may_refer, "office"),
        (may_draft, "department"),
        (may_appraise, "office"),
        (may_approve, "chair"),
        (may_publish, "office"),
    ],
)
def test_each_deed_belongs_to_one_role(deed, role):
    conference = a_conference()
    answer = an_answer(a_referral(a_question(conference)), state=AnswerState.SUBMITTED)
    thing = {may_refer: conference, may_draft: answer.referral}.get(deed, answer)

    allowed = {name for name in ROLES if deed(official(conference, name), thing)}

    assert allowed == {role}


@pytest.mark.parametrize("right", [Right.READER, Right.DOOR])
def test_a_reader_decides_nothing(right):
    conference = a_conference()
    answer = an_answer(a_referral(a_question(conference)))

    for role in ROLES:
        reader = official(conference, role, right)
        assert not may_refer(reader, conference)
        assert not may_draft(reader, answer.referral)
        assert not may_appraise(reader, answer)
        assert not may_approve(reader, answer)
        assert not may_publish(reader, answer)


def test_the_office_never_appraises_its_own_words():
    conference = a_conference()
    answer = an_answer(a_referral(a_question(conference), agency=conference.office))

    assert not may_appraise(official(conference, "office"), answer)
    assert may_appraise(official(conference, "host"), answer)


def test_who_appraised_does_not_approve():
    conference = a_conference()
    appraiser = official(conference, "chair")
    answer = an_answer(
        a_referral(a_question(conference)), state=AnswerState.APPRAISED, appraised_by=appraiser
    )

    assert not may_approve(appraiser, answer)
    assert may_approve(official(conference, "chair"), answer)


def test_when_host_and_office_are_one_agency_the_chair_appraises_its_answers():
    office = an_agency("Văn phòng UBND tỉnh", kind="office")
    conference = a_conference(host=office, office=office)
    answer = an_answer(a_referral(a_question(conference), agency=office))

    assert not may_appraise(official(conference, "office"), answer)
    assert may_appraise(official(conference, "chair"), answer)
