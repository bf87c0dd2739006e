"""Không bỏ sót: every outcome leads to its list."""

import pytest

from doithoai.audit import clock
from doithoai.lifecycle.outcomes import Outcome
from tests.builders import a_question, a_referral, an_answer

pytestmark = pytest.mark.django_db


def address(conference, query=""):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/khong-bo-sot/{query}"


def test_every_outcome_is_a_link(host, conference):
    bars = host.get(address(conference)).context["bars"]

    assert {bar["label"]: bool(bar["url"]) for bar in bars} == {one.value: True for one in Outcome}


@pytest.mark.parametrize("query, numbers", [("?ket-qua=van-ban", [1]), ("?ket-qua=rut", [2])])
def test_what_ended_is_listed_by_its_outcome(host, conference, query, numbers):
    an_answer(a_referral(a_question(conference, state="referred")), state="published")
    a_question(conference, state="withdrawn", sender={"withdrawn_at": clock.now()})
    page = host.get(address(conference, query)).context["page"]

    assert [one.number for one in page] == numbers
