"""Two people at the same moment, on a database that really lets them in together."""

import threading
from contextvars import copy_context
from datetime import date

import pytest
from django.db import close_old_connections, connection

from doithoai.conclusions.actions import Terms, begin_notice, judge_report, promise, publish_notice
from doithoai.conclusions.models import Commitment, Notice
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.workflow import Refused
from tests.builders import an_official
from tests.builders_conclusions import (
    a_commitment,
    a_held_conference,
    a_notice,
    a_report,
    an_item,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def together(*calls):
    """Run the calls in threads that start at one moment; how many were refused."""
    gate, refused = threading.Barrier(len(calls)), []

    def run(call):
        gate.wait()
        try:
            call()
        except Refused as refusal:
            refused.append(refusal)
        finally:
            close_old_connections()
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(run, call)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(refused)


def test_one_notice_is_begun():
    conference = a_held_conference()
    people = [an_official(conference.office), an_official(conference.host)]

    assert together(*[lambda p=p: begin_notice(conference, by=p) for p in people]) == 1
    assert Notice.objects.count() == 1


def test_publishing_twice_opens_the_promises_once():
    notice = a_notice(state=NoticeState.SIGNED)
    an_item(notice)
    office = an_official(notice.conference.office)

    assert together(*[lambda: publish_notice(notice, version=0, by=office)] * 2) == 1
    assert Commitment.objects.count() == 1


def test_promises_made_at_once_get_numbers_without_gaps_or_doubles():
    conference = a_held_conference()
    office = an_official(conference.office)
    terms = Terms("Sửa cầu.", conference.office, date(2024, 12, 2))

    together(*[lambda: promise(conference, terms, by=office)] * 6)

    numbers = sorted(conference.commitments.values_list("number", flat=True))
    assert numbers == list(range(1, 7))


def test_of_two_judges_one_wins_and_the_other_is_told():
    commitment = a_commitment(state=CommitmentState.REPORTED)
    report = a_report(commitment, claims_done=True)
    conference = commitment.conference
    judges = [an_official(conference.office), an_official(conference.host)]

    refused = together(
        lambda: judge_report(report, verdict="accepted", note="", version=0, by=judges[0]),
        lambda: judge_report(report, verdict="returned", note="Thiếu", version=0, by=judges[1]),
    )

    assert refused == 1
    assert Commitment.objects.get().version == 1
