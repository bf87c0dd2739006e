"""The programme of the next conference begins with last year's promises."""

from datetime import date

import pytest

from doithoai.conclusions.models import Commitment
from doithoai.conclusions.states import CommitmentState
from doithoai.lifecycle.carrying import ITEM, begin_with_last_year
from doithoai.planning.models import Work
from doithoai.programme.models import AgendaItem, ItemKind
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_official
from tests.builders_conclusions import a_commitment

pytestmark = pytest.mark.django_db


@pytest.fixture
def earlier():
    return a_conference(year=2023, held_on=date(2023, 10, 20), tentative=False)


@pytest.fixture
def conference(earlier):
    return a_conference()


def programme(conference):
    return list(conference.agenda_items.order_by("position").values_list("name", flat=True))


def an_agenda(conference, *kinds):
    for position, kind in enumerate(kinds, start=1):
        AgendaItem.objects.create(
            conference=conference, position=position, name=kind.label, kind=kind
        )


def test_the_report_stands_first_once_guests_are_seated(conference, earlier):
    an_agenda(conference, ItemKind.WELCOME, ItemKind.INTRODUCTION, ItemKind.OPENING)
    old, kept = a_commitment(earlier), a_commitment(earlier, CommitmentState.KEPT)
    host = an_official(conference.host)

    begun = begin_with_last_year(conference, [old], by=host)
    begin_with_last_year(conference, [], by=host)

    assert [one.carried_from for one in begun.carried] == [old]
    names = [ItemKind.WELCOME.label, ItemKind.INTRODUCTION.label, ITEM, ItemKind.OPENING.label]
    assert programme(conference) == names
    assert kept.state == CommitmentState.KEPT


def test_without_guests_to_seat_it_is_the_very_first(conference, earlier):
    an_agenda(conference, ItemKind.OPENING)
    begin_with_last_year(conference, [a_commitment(earlier)], by=an_official(conference.office))

    assert programme(conference) == [ITEM, ItemKind.OPENING.label]


def test_who_writes_only_the_conclusion_carries_and_leaves_the_programme(conference, earlier):
    adviser = an_official(conference.participations.order_by("pk")[0].agency)
    conference.mandates.create(agency=adviser.agency, work=Work.CONCLUSION)
    old = a_commitment(earlier, agency=conference.office)

    begun = begin_with_last_year(conference, [old], by=adviser)

    assert begun.item is None
    assert "Nhờ cơ quan soạn chương trình" in begun.words
    assert programme(conference) == []


def test_nothing_is_begun_where_nothing_was_left_or_by_a_stranger(conference, earlier):
    host = an_official(conference.host)
    with pytest.raises(Refused, match="không để lại cam kết nào"):
        begin_with_last_year(conference, [], by=host)
    old = a_commitment(earlier)
    with pytest.raises(Forbidden):
        begin_with_last_year(conference, [old], by=an_official(earlier.finance))

    assert programme(conference) == []
    assert Commitment.objects.count() == 1
