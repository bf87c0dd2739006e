"""The trail only grows; the database itself says so."""

import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.audit.actions import ORIGIN, changes, record, record_all
from doithoai.audit.models import Entry, Immutable
from doithoai.audit.queries import trail_of
from tests.builders import a_conference, a_submission, an_official

pytestmark = pytest.mark.django_db


def test_a_line_says_who_what_on_which_thing_and_from_where():
    conference = a_conference()
    official = an_official(conference.host, full_name="Trần Thị Tám")
    token = ORIGIN.set("10.0.0.7")

    entry = record("planning.fix_day", conference, by=official, after={"venue": "Hội trường"})

    ORIGIN.reset(token)
    assert list(trail_of(conference)) == [entry]
    assert entry.actor_name == "Trần Thị Tám, Hội Liên hiệp Phụ nữ tỉnh"
    assert (entry.conference_id, entry.origin) == (conference.pk, "10.0.0.7")
    assert entry.after == {"venue": "Hội trường"}


def test_a_line_is_neither_changed_nor_removed():
    entry = record("test.deed", a_conference(), by=None)

    with pytest.raises(Immutable):
        entry.save()
    with pytest.raises(Immutable):
        entry.delete()
    with pytest.raises(Immutable):
        Entry.objects.all().delete()
    with pytest.raises(Immutable):
        Entry.objects.update(verb="other")


@pytest.mark.parametrize(
    "statement", ["DELETE FROM audit_entry", "UPDATE audit_entry SET verb='x'"]
)
def test_the_database_refuses_what_goes_round_the_model(statement):
    record("test.deed", a_conference(), by=None)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)


def test_only_what_differs_is_kept():
    conference = a_conference(venue="Phòng họp số 2")

    assert changes(conference, {"venue": "Phòng họp số 2", "year": 2025}) == (
        {"year": 2024},
        {"year": 2025},
    )


def test_many_lines_at_a_time_say_the_same_as_one_by_one():
    conference = a_conference()
    official = an_official(conference.host)
    things = [a_submission(conference) for _ in range(2)]

    record_all("test.deed", [(thing, {"of": thing}) for thing in things], by=official)

    for thing in things:
        (line,) = trail_of(thing)
        assert (line.verb, line.actor, line.conference_id) == ("test.deed", official, conference.pk)
        assert (line.thing_name, line.after) == (thing.code, {"of": thing.code})
