"""Lists go with the senders of a conference long past."""

from datetime import date

import pytest

from doithoai.questions.actions import forget_senders
from doithoai.questions.models import Submission
from doithoai.questions.queries import conferences_past
from doithoai.questions.states import ListState
from tests.builders_questions import a_list
from tests.questions.test_lists import ROAD, WATER, take

pytestmark = pytest.mark.django_db


def test_lists_never_taken_go_with_the_senders_of_a_conference_past(conference, official):
    taken = a_list(conference, ROAD, by=official)
    take(taken)
    left = a_list(conference, WATER, by=official)
    forget_senders(conference, by=None)

    left.refresh_from_db()
    assert (left.state, bytes(left.content), left.columns) == (ListState.DROPPED, b"", {})
    assert not left.rows.exists()
    assert Submission.objects.get().text == ROAD[1]
    assert list(conferences_past(date(2030, 1, 1))) == []


def test_a_conference_past_is_known_by_a_list_left_alone(conference, official):
    a_list(conference, WATER, by=official)

    assert list(conferences_past(date(2030, 1, 1))) == [conference]
