"""Two hands at the same moment, on a database that really lets them in together."""

import asyncio
from contextlib import aclosing, closing

import pytest
from django.db import connection

from doithoai.audit import clock
from doithoai.hall.actions import ask_from_phone, call_next, judge, start_speaking, support
from doithoai.hall.models import AudienceQuestion, AudienceSupport, HallEvent, Turn
from doithoai.web.hall.live.watching import changes
from doithoai.workflow import Refused
from tests.builders import an_official
from tests.builders_hall import MORNING, a_session, an_audience, an_audience_question, turns_of
from tests.questions.test_two_at_once import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_of_two_secretaries_who_press_together_one_wins_and_the_other_is_told():
    session = a_session()
    people = [an_official(session.conference.host), an_official(session.conference.office)]

    results = together(
        *[lambda by=by: call_next(session, version=session.version, by=by) for by in people]
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert HallEvent.objects.filter(kind="called").count() == 1
    assert [turn.state for turn in turns_of(session)] == ["called", "queued", "queued"]


def test_two_speakers_started_together_leave_one_clock():
    session = a_session()
    people = [an_official(session.conference.host), an_official(session.conference.office)]
    keys = [turn.pk for turn in turns_of(session)]

    together(
        *[
            lambda by=by, key=key: start_speaking(session, turn=key, version=session.version, by=by)
            for by, key in zip(people, keys, strict=False)
        ]
    )
    assert Turn.objects.filter(clock_from__isnull=False).count() == 1


def test_of_two_who_judge_a_telephone_question_one_wins_and_the_other_is_told():
    session = an_audience(a_session())
    question = an_audience_question(session)
    people = [an_official(session.conference.host), an_official(session.conference.office)]

    results = together(
        lambda: judge(question, to="shown", by=people[0]),
        lambda: judge(question, to="refused", by=people[1]),
    )

    told = [str(result) for result in results if isinstance(result, Refused)]
    assert len(told) == 1
    assert "vừa được" in told[0]
    assert HallEvent.objects.filter(kind="judged").count() == 1


def test_one_telephone_that_supports_twice_at_once_counts_once():
    question = an_audience_question(an_audience(a_session()), state="shown")

    together(*[lambda: support(question, device="may-1", by=None)] * 4)

    assert AudienceSupport.objects.count() == 1


def test_one_telephone_that_sends_twice_at_once_is_kept_once():
    session = an_audience(a_session())

    def ask():
        with clock.at(MORNING):
            return ask_from_phone(session, text="Khi nào có xe buýt?", device="may-1", by=None)

    together(*[ask] * 4)

    assert AudienceQuestion.objects.count() == 1


def test_the_live_process_hears_of_a_step():
    session = a_session()
    by = an_official(session.conference.host)

    def press():
        with closing(connection):
            call_next(session, version=session.version, by=by)

    async def story():
        listened = asyncio.Event()
        listened.set()
        async with aclosing(changes(listened)) as heard:
            await anext(heard)
            waiting = asyncio.ensure_future(anext(heard))
            await asyncio.gather(asyncio.to_thread(press), asyncio.wait_for(waiting, 4))

    asyncio.run(story())
