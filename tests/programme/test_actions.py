"""The draft programme is laid down in the plan's order."""

import pytest

from doithoai.programme.actions import draft_programme
from doithoai.programme.models import AgendaItem
from doithoai.workflow import Forbidden
from tests.builders import a_conference, an_official

pytestmark = pytest.mark.django_db
PARTS = [
    {"no": "I", "name": "ĐỐI THOẠI", "items": [{"name": "Khai mạc", "performer": "UBND tỉnh"}]},
    {"no": None, "name": None, "items": [{"name": "Bế mạc", "performer": None, "time": "11h00"}]},
]


def test_items_keep_order_part_performer_and_time():
    conference = a_conference()

    draft_programme(conference, PARTS, by=an_official(conference.office))

    items = AgendaItem.objects.values_list("position", "part", "name", "performer", "time_text")
    assert list(items) == [
        (1, "I. ĐỐI THOẠI", "Khai mạc", "UBND tỉnh", ""),
        (2, "", "Bế mạc", "", "11h00"),
    ]


def test_a_department_does_not_write_the_programme():
    with pytest.raises(Forbidden):
        draft_programme(a_conference(), PARTS, by=an_official())
