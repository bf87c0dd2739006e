"""Deeds before their turn, days beyond reason, and names used twice."""

from datetime import date

import pytest

from doithoai.answers.actions import approve, refer
from doithoai.answers.states import AnswerState
from doithoai.planning.actions import set_milestone
from doithoai.planning.models import Milestone
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused
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


def test_the_chair_does_not_return_what_nobody_has_appraised():
    conference = a_conference()
    question = a_question(conference, state=QuestionState.REFERRED)
    answer = an_answer(a_referral(question, an_agency()), state=AnswerState.SUBMITTED)
    chair = an_approver(conference.chair)

    with pytest.raises(Refused, match="chưa thẩm định"):
        approve(
            answer,
            verdict=AnswerState.RETURNED,
            note="Viết lại",
            version=answer.version,
            by=chair,
        )


@pytest.mark.parametrize("due", [date(9999, 12, 31), date(2025, 10, 9)])
def test_a_day_to_answer_is_within_a_year(due):
    conference = a_conference()
    question = a_question(conference, state=QuestionState.SELECTED)

    with pytest.raises(Refused, match="quá một năm"):
        refer(question, agency=an_agency(), due=due, by=an_official(conference.office))


def test_of_two_milestones_of_one_name_the_first_moves():
    conference = a_conference()
    Milestone.objects.create(conference=conference, name="Gửi danh sách", due=date(2024, 10, 9))
    Milestone.objects.create(conference=conference, name="Gửi danh sách", due=date(2024, 10, 20))
    office = an_official(conference.office)

    set_milestone(conference, name="Gửi danh sách", due=date(2024, 10, 10), by=office)

    days = conference.milestones.values_list("due", flat=True)
    assert list(days) == [date(2024, 10, 10), date(2024, 10, 20)]
