"""Two people at the same moment, on a database that really lets them in together."""

import threading
from contextvars import copy_context
from uuid import uuid4

import pytest
from django.db import close_old_connections, connection

from doithoai.answers.actions import appraise
from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.audit.models import Entry
from doithoai.questions.actions import receive
from doithoai.questions.models import Submission
from doithoai.workflow import Refused
from tests.builders import a_conference, a_question, a_referral, an_answer, an_official

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def together(*calls):
    """Run the calls in threads that start at one moment; what each returned or raised."""
    gate, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        gate.wait()
        try:
            results[place] = call()
        except Exception as error:  # noqa: BLE001
            results[place] = error
        finally:
            close_old_connections()
            connection.close()

    threads = [
        threading.Thread(target=copy_context().run, args=(run, *item)) for item in enumerate(calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_one_form_sent_twice_at_once_is_one_submission():
    conference, token = a_conference(), uuid4()

    first, second = together(
        *[lambda: receive(conference, text="Một câu", by=None, token=token)] * 2
    )

    assert first.pk == second.pk
    assert Submission.objects.count() == 1


def test_many_senders_at_once_get_numbers_without_gaps_or_doubles():
    conference = a_conference()

    together(*[lambda: receive(conference, text="Câu hỏi", by=None)] * 8)

    numbers = sorted(conference.questions.values_list("number", flat=True))
    assert numbers == list(range(1, 9))


def test_of_two_appraisers_one_wins_and_the_other_is_told():
    conference = a_conference()
    answer = an_answer(a_referral(a_question(conference)), state=AnswerState.SUBMITTED)
    people = [an_official(conference.office), an_official(conference.office)]

    results = together(
        lambda: appraise(answer, verdict="appraised", version=0, by=people[0]),
        lambda: appraise(answer, verdict="returned", note="Thiếu hạn", version=0, by=people[1]),
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert Answer.objects.get().version == 1
    assert Entry.objects.filter(verb="answers.appraise").count() == 1
