"""The trail only grows; the database itself says so."""

import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.audit.actions import ORIGIN, changes, record
from doithoai.audit.models import Entry, Immutable
from doithoai.audit.queries import trail_of
from tests.builders import a_conference, an_official

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
