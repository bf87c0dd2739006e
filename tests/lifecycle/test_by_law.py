"""What the law gives days for waits on the desk of who must act, and is told when late."""

from datetime import date, timedelta

import pytest

from doithoai.lifecycle.duties import duties_due
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.waiting import waiting_for
from doithoai.questions.actions import acknowledge_data_request, ask_of_data
from doithoai.questions.models import Question, QuestionKind, SecrecyKeeper, Submission
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, an_approver, an_official

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


@pytest.fixture
def conference():
    conference = a_conference()
    a_question(conference)
    return conference


def heaps(user, conference, today=TODAY):
    standing = standing_of(conference, today=today, agency=user.agency)
    found = waiting_for(user, conference, standing, today=today)
    keys = {"data_requests", "letters", "name_keepers"}
    return {one.key: (one.count, one.late) for one in found if one.key in keys}


def test_a_request_waits_for_the_host_and_is_late_by_the_day_that_counts(conference):
    host = an_official(conference.host)
    request = ask_of_data(Submission.objects.get(), kind="deletion")
    after = TODAY + timedelta(days=8)
    assert heaps(host, conference, after) == {"data_requests": (1, 1)}
    acknowledge_data_request(request, by=host)

    assert heaps(host, conference, after) == {"data_requests": (1, 0)}
    due = duties_due(conference, today=TODAY, within=timedelta(days=30))
    assert [one.due for one in due if one.kind == "data_requests"] == [request.due]


def test_what_is_secret_waits_for_its_keepers_or_for_who_names_them(conference):
    ask_of_data(Submission.objects.get(), kind="deletion")
    Question.objects.update(state=QuestionState.PASSED_ON, kind=QuestionKind.DENUNCIATION)
    host, office = an_official(conference.host), an_approver(conference.office)
    assert heaps(host, conference) == {}
    assert heaps(office, conference) == {"name_keepers": (1, 0)}

    SecrecyKeeper.objects.create(conference=conference, place=1, user=host, named_by=office)
    assert heaps(host, conference) == {"data_requests": (1, 0)}
    assert heaps(office, conference) == {}
    assert not duties_due(conference, today=TODAY, within=timedelta(days=9))
