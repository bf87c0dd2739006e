"""The samples live up to the house's day and no further."""

from datetime import UTC, datetime

import pytest

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.directory.actions import load_holidays, load_places
from doithoai.lifecycle.demonstration import load_demonstration

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "day, names",
    [
        (datetime(2022, 5, 10, 5, tzinfo=UTC), ["cao-bang"]),
        (datetime(2024, 8, 20, 5, tzinfo=UTC), ["cao-bang", "tien-giang"]),
    ],
)
def test_nothing_happens_after_the_house_s_day(day, names):
    load_places(by=None)
    load_holidays(by=None)
    with clock.at(day):
        conferences = load_demonstration()

    assert sorted(one.place.code for one in conferences) == names
    assert Entry.objects.filter(at__date__gt=day.date(), conference_id__isnull=False).count() == 0
