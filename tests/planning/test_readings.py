"""A reading on its way: corrected, confirmed, settled, by one person at a time."""

import pytest

from doithoai.audit.models import Entry
from doithoai.directory.models import Right
from doithoai.planning.actions import (
    confirm_sections,
    correct_facts,
    discard_reading,
    settle_warning,
    store_reading,
)
from doithoai.planning.queries import readings_seen_by
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_agency, an_official

pytestmark = pytest.mark.django_db

FACTS = {"title": "Kế hoạch", "topics": ["a", "b"], "places": {"topics[1]": "chỗ của b"}}


def a_reading(by, **over):
    return store_reading(place=by.agency.place, facts=FACTS | over, roles={}, by=by)


def test_several_sections_are_confirmed_at_once():
    by = an_official()
    reading = confirm_sections(a_reading(by), ["bases", "identity"], version=0, by=by)

    assert reading.confirmed == ["identity", "bases"]
    assert reading.version == 1
    assert Entry.objects.filter(verb="planning.confirm_sections").count() == 1


def test_a_section_without_a_name_in_the_plan_is_not_confirmed():
    by = an_official()

    assert confirm_sections(a_reading(by), ["other"], version=0, by=by).confirmed == []


def test_what_someone_else_just_changed_is_not_written_over():
    by = an_official()
    reading = a_reading(by)
    correct_facts(reading, "content", {"topics": ["c"]}, version=0, by=by)

    with pytest.raises(Refused, match="Có người vừa sửa"):
        correct_facts(reading, "content", {"topics": ["d"]}, version=0, by=by)


def test_a_corrected_list_takes_its_places_along():
    by = an_official()
    values = {"topics": ["x", "a", "b"]}
    reading = correct_facts(a_reading(by), "content", values, version=0, by=by)

    assert reading.facts["places"] == {"topics[2]": "chỗ của b"}


def test_another_agency_neither_sees_nor_confirms():
    by = an_official()
    reading = a_reading(by)
    stranger = an_official(an_agency("Sở Tư pháp"))

    assert not readings_seen_by(stranger).exists()
    with pytest.raises(Forbidden):
        confirm_sections(reading, ["bases"], version=0, by=stranger)


def test_a_reader_of_the_agency_sees_but_does_not_settle():
    by = an_official()
    reading = a_reading(by, warnings=[{"code": "no_day", "message": "Chưa có ngày.", "places": []}])
    reader = an_official(by.agency, Right.READER)

    assert readings_seen_by(reader).get() == reading
    with pytest.raises(Forbidden):
        settle_warning(reading, 0, "Đã sửa", version=0, by=reader)


def test_a_discarded_reading_is_not_corrected_any_more():
    by = an_official()
    reading = discard_reading(a_reading(by), by=by)

    with pytest.raises(Refused, match="đã bỏ"):
        confirm_sections(reading, ["bases"], version=reading.version, by=by)
