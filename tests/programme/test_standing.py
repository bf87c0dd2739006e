"""How programmes stand, for many conferences in one go."""

from datetime import date, time

import pytest

from doithoai.programme.actions import release_programme
from doithoai.programme.queries import ProgrammeStanding, programme_standing_by
from doithoai.programme.states import SpeechState
from tests.builders import a_conference, an_official
from tests.builders_programme import a_preparation, a_script, a_speech, an_item

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


def test_everything_is_counted():
    conference = a_conference(start_time=time(8))
    an_item(conference)
    an_item(conference, minutes=20)
    a_preparation(conference)
    a_preparation(conference, state="ready")
    a_preparation(conference, state="dropped", note="Không cần")
    a_speech(conference, due=date(2024, 10, 1))
    a_speech(conference, SpeechState.APPROVED)
    release_programme(conference, version=0, by=an_official(conference.host))
    a_script(conference, state="released", number=1)

    found = programme_standing_by([conference], today=TODAY)[conference.pk]

    assert found == ProgrammeStanding(
        items=2,
        minutes=30,
        is_released=True,
        preparations=2,
        ready=1,
        late_preparations=1,
        speeches=2,
        approved=1,
        late_speeches=1,
        is_script_released=True,
        first_due=date(2024, 10, 1),
    )
    assert (found.late, found.done, found.total) == (2, 4, 6)


def test_a_conference_with_nothing_is_left_out():
    assert programme_standing_by([a_conference()], today=TODAY) == {}


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    conferences = [a_conference() for _ in range(3)]
    for conference in conferences:
        an_item(conference)
        a_speech(conference)

    for some in (conferences[:1], conferences):
        with django_assert_num_queries(5):
            assert len(programme_standing_by(some, today=TODAY)) == len(some)
