"""Two officials and two workers at the same list, on a database that lets them in together."""

import pytest

from doithoai.questions.actions import begin_taking, drop_list, send_list, take_rows
from doithoai.questions.models import Question, ReceivedList, Submission
from doithoai.questions.states import ListState
from doithoai.workflow import Refused
from tests.builders_questions import a_list, a_list_file
from tests.questions.test_two_at_once import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
ROWS = [(n, f"Câu hỏi thứ {n} về đường") for n in range(30)]


def test_of_two_who_take_at_once_one_wins(conference, official):
    received = a_list(conference, *ROWS, by=official)
    deed = {"version": received.version, "by": official}

    results = together(
        lambda: begin_taking(received, without_faulty=False, **deed),
        lambda: drop_list(received, **deed),
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert ReceivedList.objects.get().version == received.version + 1


def test_two_workers_take_a_list_once(conference, official):
    received = a_list(conference, *ROWS, by=official)
    begin_taking(received, without_faulty=False, version=received.version, by=official)

    assert together(*[lambda: take_rows(received.pk)] * 2) == [None, None]

    assert Submission.objects.count() == Question.objects.count() == len(ROWS)


def test_two_lists_of_the_same_rows_taken_at_once_give_each_row_once(conference, official):
    lists = [
        a_list(conference, *ROWS, by=official),
        a_list(conference, *ROWS[::-1], by=official),
    ]
    for received in lists:
        begin_taking(received, without_faulty=False, version=received.version, by=official)

    together(*[lambda key=received.pk: take_rows(key) for received in lists])

    assert Submission.objects.count() == len(ROWS)
    states = sorted(ReceivedList.objects.values_list("state", flat=True))
    assert states == [ListState.READ, ListState.TAKEN]


def test_one_file_sent_twice_at_once_is_one_list(conference, official):
    content = a_list_file(ROWS)

    results = together(
        *[lambda: send_list(conference, file_name="a.xlsx", content=content, by=official)] * 2
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert ReceivedList.objects.count() == 1
