"""An answer given in the hall goes the way of any other."""

import pytest

from doithoai.answers.actions import answer_on_the_spot, appraise, approve, submit
from doithoai.answers.states import AnswerState
from doithoai.planning.models import Participation
from doithoai.questions.models import Question
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_approver,
    an_official,
)

pytestmark = pytest.mark.django_db
SAID = "Sở sẽ cấp nước cho xã Phú Tân trước ngày 30/11/2024."


def said(question, by=None, agency=None):
    agency = agency or question.conference.participations.first().agency
    by = by or an_official(question.conference.office)
    return answer_on_the_spot(question, agency=agency, body=SAID, by=by)


@pytest.mark.parametrize("state", [QuestionState.RECEIVED, QuestionState.SELECTED])
def test_a_question_from_the_floor_gets_a_submitted_answer(state):
    question = a_question(state=state)

    answer = said(question)

    assert (answer.state, answer.body, answer.given_in_hall) == (AnswerState.SUBMITTED, SAID, True)
    assert answer.versions.count() == 1
    assert Question.objects.get().state == QuestionState.REFERRED


def test_what_an_agency_has_written_keeps_its_words():
    answer = an_answer(state=AnswerState.APPROVED)

    found = said(answer.referral.question)

    assert (found.pk, found.body, found.state) == (answer.pk, answer.body, AnswerState.APPROVED)
    assert found.given_in_hall


def test_an_empty_draft_takes_the_spoken_words():
    answer = an_answer(a_referral())

    assert said(answer.referral.question).state == AnswerState.SUBMITTED


def test_an_office_of_two_gets_words_of_the_hall_through():
    office = an_agency("Văn phòng Ủy ban nhân dân xã")
    question = a_question(a_conference(office=office, chair=office), state=QuestionState.SELECTED)
    secretary, leader = an_official(office), an_approver(office)
    answer = said(question, by=secretary)
    answer = appraise(answer, verdict="appraised", version=answer.version, by=secretary)
    with pytest.raises(Forbidden):
        approve(answer, verdict="approved", version=answer.version, by=secretary)
    answer = approve(answer, verdict="approved", version=answer.version, by=leader)

    assert (answer.state, answer.drafted_by) == (AnswerState.APPROVED, None)
    assert answer.versions.get().by == secretary


def test_who_appraised_the_noted_words_does_not_approve_them():
    office = an_agency("Văn phòng Ủy ban nhân dân xã")
    question = a_question(a_conference(office=office, chair=office), state=QuestionState.SELECTED)
    leader = an_approver(office)
    answer = said(question, by=leader)
    answer = appraise(answer, verdict="appraised", version=answer.version, by=leader)

    with pytest.raises(Forbidden):
        approve(answer, verdict="approved", version=answer.version, by=leader)


def test_the_agency_that_spoke_does_not_appraise_its_words():
    question = a_question(state=QuestionState.SELECTED)
    office = question.conference.office
    secretary = an_official(office)
    answer = said(question, by=secretary, agency=office)

    with pytest.raises(Forbidden):
        appraise(answer, verdict="appraised", version=answer.version, by=secretary)


def test_words_sent_back_are_the_agency_s_to_write_and_another_s_to_appraise():
    question = a_question(state=QuestionState.SELECTED)
    secretary = an_official(question.conference.office)
    answer = said(question, by=secretary)
    answer = appraise(
        answer, verdict="returned", note="Ghi thiếu hạn.", version=answer.version, by=secretary
    )
    writer = an_official(answer.referral.agency)
    answer = submit(answer, body=SAID, version=answer.version, by=writer)

    assert answer.drafted_by == writer


def test_an_agency_the_plan_does_not_name_gets_a_part():
    question = a_question(a_conference(), state=QuestionState.SELECTED)
    agency = an_agency("Bảo hiểm xã hội tỉnh")

    said(question, agency=agency)

    assert Participation.objects.filter(agency=agency).exists()


def test_a_department_writes_no_answers_from_the_hall():
    question = a_question(state=QuestionState.SELECTED)

    with pytest.raises(Forbidden):
        said(question, by=an_official(an_agency("Sở Công Thương")))
