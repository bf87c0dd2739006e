"""What is counted from the day of the conference follows it; what somebody set stays."""

from datetime import date

import pytest

from doithoai.audit.models import Entry
from doithoai.lifecycle.day import fix_day
from doithoai.programme.actions import take_up_speeches
from doithoai.programme.queries import proposed_speeches
from doithoai.programme.rules.dues import followed, speech_due
from doithoai.workflow import Forbidden
from tests.builders import a_conference, a_task, an_official
from tests.builders_programme import a_preparation, a_speech

FIRST, SECOND = date(2024, 10, 24), date(2024, 10, 31)


def fixed(conference, day, **over):
    values = {"held_on": day, "venue": "Nhà hát", "tentative": False, "version": conference.version}
    return fix_day(conference, **values, by=over.get("by") or an_official(conference.office))


@pytest.mark.parametrize(
    "due, kept",
    [(None, SECOND), (FIRST, SECOND), (date(2024, 10, 20), date(2024, 10, 20))],
)
def test_a_counted_or_missing_day_follows_and_one_set_by_hand_stays(due, kept):
    assert followed(due, was=FIRST, now=SECOND) == kept


@pytest.mark.django_db
def test_speeches_taken_up_before_the_day_get_theirs_when_it_is_fixed():
    conference = a_conference()
    a_task(conference, conference.host, text="Chủ trì chuẩn bị các bài phát biểu.")
    keys = [one.key for one in proposed_speeches(conference)]
    speeches = take_up_speeches(conference, keys=keys, by=an_official(conference.host))
    assert {speech.due for speech in speeches} == {None}

    conference = fixed(conference, FIRST)
    assert {speech.due for speech in conference.speeches.all()} == {date(2024, 10, 17)}

    fixed(conference, SECOND)
    assert {speech.due for speech in conference.speeches.all()} == {speech_due(SECOND)}


@pytest.mark.django_db
def test_what_is_finished_or_was_set_by_hand_keeps_its_day():
    conference = a_conference(held_on=FIRST)
    counted = a_preparation(conference, kind="security", due=date(2024, 10, 22))
    by_hand = a_preparation(conference, kind="security", due=date(2024, 10, 10))
    ready = a_preparation(conference, kind="security", due=date(2024, 10, 22), state="ready")
    approved = a_speech(conference, state="approved", due=speech_due(FIRST))

    fixed(conference, SECOND)

    for one in (counted, by_hand, ready, approved):
        one.refresh_from_db()
    dues = (counted.due, by_hand.due, ready.due, approved.due)
    assert dues == (date(2024, 10, 29), date(2024, 10, 10), date(2024, 10, 22), speech_due(FIRST))
    trail = Entry.objects.get(verb="programme.move_due")
    assert (trail.before, trail.after) == ({"due": "2024-10-22"}, {"due": "2024-10-29"})


@pytest.mark.django_db
def test_who_may_not_fix_the_day_moves_nothing():
    speech = a_speech()

    with pytest.raises(Forbidden):
        fixed(speech.conference, FIRST, by=an_official(speech.conference.chair))

    speech.refresh_from_db()
    assert speech.due is None
