"""Asking by the link of a collection point."""

import pytest

from doithoai.audit import clock
from doithoai.questions.models import Submission
from tests.builders import a_conference
from tests.builders_questions import a_collection_point
from tests.web.public.test_asking import WORDS, address, token
from tests.web.visits import draft_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def test_a_question_asked_by_a_points_own_link_is_counted_there(client, conference):
    point = a_collection_point(conference)
    page = client.get(address(conference), {"diem": point.code})
    assert f"diem={point.code}" in page.content.decode()

    data = {"text": WORDS, "phieu": draft_token(page)}
    second = client.post(f"{address(conference)}?buoc=1&diem={point.code}", data).url
    third = client.post(second, {"phieu": token(second)}).url
    client.post(third, {"phieu": token(third)})

    assert Submission.objects.get().collection_point == point


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_point_closed_or_unknown_takes_the_question_all_the_same(client, conference, is_closed):
    point = a_collection_point(conference, closed_at=clock.now())
    code = point.code if is_closed else "x" * 40
    data = {"text": WORDS, "phieu": draft_token(client.get(address(conference)))}
    second = client.post(f"{address(conference)}?buoc=1&diem={code}", data).url
    third = client.post(second, {"phieu": token(second)}).url
    client.post(third, {"phieu": token(third)})

    assert Submission.objects.get().collection_point is None
