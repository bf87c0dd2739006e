"""Promises of an earlier year followed on in this one."""

from datetime import UTC, date, datetime

import pytest

from doithoai.conclusions.actions import carry_over
from doithoai.conclusions.models import Commitment
from doithoai.conclusions.queries import last_year_commitments
from doithoai.conclusions.states import CommitmentState
from doithoai.directory.models import Succession
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_place, a_question, an_agency, an_official
from tests.builders_conclusions import a_commitment

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


@pytest.fixture
def earlier():
    return a_conference(year=2023, held_on=date(2023, 10, 20), tentative=False)


@pytest.fixture
def conference(earlier):
    return a_conference(audience="Cán bộ, hội viên,  phụ nữ")


def found(conference):
    return list(last_year_commitments(conference, today=TODAY))


def test_running_and_lately_closed_promises_of_the_same_people_are_found(conference, earlier):
    running = a_commitment(earlier)
    kept = a_commitment(earlier, CommitmentState.KEPT)
    long_ago = datetime(2023, 1, 1, tzinfo=UTC)
    a_commitment(earlier, CommitmentState.KEPT, closed_at=long_ago)
    a_commitment(earlier, CommitmentState.CARRIED)
    a_commitment(conference)

    assert found(conference) == [running, kept]


def test_other_people_other_places_and_later_years_are_not(conference):
    a_commitment(a_conference(year=2023, audience="công nhân"))
    a_commitment(a_conference(year=2023, place=a_place("Cao Bằng")))
    a_commitment(a_conference(year=2025))

    assert found(conference) == []


def test_a_place_that_took_over_another_answers_for_its_promises(earlier):
    heir = a_place("Đồng Tháp")
    earlier.place.successor = heir
    earlier.place.save()
    running = a_commitment(earlier)

    assert found(a_conference(place=heir, year=2025)) == [running]


def test_a_carried_promise_is_open_again_and_tied_to_where_it_comes_from(conference, earlier):
    question = a_question(earlier)
    old = a_commitment(earlier, question=question, due=date(2024, 3, 1))

    (new,) = carry_over([old], conference, by=an_official(conference.host))

    old.refresh_from_db()
    assert (old.state, new.state) == (CommitmentState.CARRIED, CommitmentState.OPEN)
    assert (new.carried_from, new.conference, new.number) == (old, conference, 1)
    assert (new.due, new.question, new.agency) == (old.due, question, old.agency)


def test_an_agency_that_is_no_more_gives_way_to_its_heir(conference, earlier):
    gone = an_agency("Sở Lao động", place=earlier.place, valid_to=date(2024, 1, 1))
    heir = an_agency("Sở Nội vụ mới", place=earlier.place)
    Succession.objects.create(agency=gone, successor=heir)
    old = a_commitment(earlier, agency=gone)

    (new,) = carry_over([old], conference, by=an_official(conference.host))

    assert new.agency == heir


def test_what_waits_or_is_closed_is_not_carried(conference, earlier):
    host = an_official(conference.host)
    with pytest.raises(Refused, match="chờ xác nhận"):
        carry_over([a_commitment(earlier, CommitmentState.REPORTED)], conference, by=host)
    with pytest.raises(Refused, match="Đã làm xong"):
        carry_over([a_commitment(earlier, CommitmentState.KEPT)], conference, by=host)
    with pytest.raises(Refused, match="không thuộc"):
        carry_over([a_commitment(a_conference())], conference, by=host)

    assert not Commitment.objects.filter(conference=conference).exists()


def test_a_department_does_not_carry(conference, earlier):
    stranger = an_official(conference.participations.order_by("pk")[0].agency)

    with pytest.raises(Forbidden):
        carry_over([a_commitment(earlier)], conference, by=stranger)
