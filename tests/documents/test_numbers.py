"""A number is given once, whoever gives it: the register, the plan's room, the notice's room."""

from datetime import date

import pytest

from doithoai.conclusions.states import NoticeState
from doithoai.documents.numbers import is_taken, next_number, number_in
from doithoai.planning.states import ConferenceState
from tests.builders import a_conference
from tests.builders_conclusions import a_notice
from tests.builders_documents import an_issued


@pytest.mark.parametrize(
    ("full", "number"), [("272/KH-UBND", 272), ("35", 35), ("94-KH/TU", None), ("", None)]
)
def test_a_full_number_begins_with_its_number(full, number):
    assert number_in(full) == number


@pytest.mark.django_db
def test_the_next_number_counts_each_type_by_itself():
    agency = an_issued().agency

    assert next_number(agency, "GM", 2024) == 13
    assert next_number(agency, "BC", 2024) == 1
    assert next_number(agency, "GM", 2025) == 1


@pytest.mark.django_db
def test_a_plan_issued_and_a_notice_signed_in_their_rooms_have_taken_their_numbers():
    conference = a_notice(state=NoticeState.SIGNED).conference
    chair, day = conference.chair, date(2024, 12, 2)

    assert (next_number(chair, "KH", 2024), next_number(chair, "TB", 2024)) == (273, 311)
    assert is_taken(chair, "KH", 272, day)
    assert is_taken(chair, "TB", 310, day)
    assert not is_taken(chair, "TB", 310, day, besides=conference)
    assert not is_taken(chair, "TB", 310, date(2025, 1, 6))


@pytest.mark.django_db
def test_what_is_not_issued_or_signed_takes_no_number():
    conference = a_conference(state=ConferenceState.DRAFT)
    a_notice(conference, NoticeState.SUBMITTED, number="310/TB-UBND")

    assert next_number(conference.chair, "KH", 2024) == 1
    assert next_number(conference.chair, "TB", 2024) == 1
