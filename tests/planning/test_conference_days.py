"""The day of a conference, and what is counted from it."""

from datetime import date

import pytest

from doithoai.planning.actions import fix_day, set_milestone
from tests.builders import a_conference, an_official

pytestmark = pytest.mark.django_db


def test_fixing_the_day_moves_what_is_counted_from_it():
    conference = a_conference()
    by = an_official(conference.office)
    set_milestone(conference, name="Hội nghị", due=date(2024, 10, 1), by=by)
    values = {"venue": "Hội trường", "tentative": False, "version": 0}

    fix_day(conference, held_on=date(2024, 10, 24), **values, by=by)

    assert {m.name: m.due for m in conference.milestones.all()} == {
        "Công bố kế hoạch, chương trình": date(2024, 9, 24),
        "Hội nghị": date(2024, 10, 24),
        "Công bố thông báo kết luận": date(2024, 11, 3),
    }
