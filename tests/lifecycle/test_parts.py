"""Who takes part in a conference, and with what."""

import pytest

from doithoai.lifecycle.parts import parts_of
from doithoai.planning.models import Mandate, Work
from tests.builders import a_conference, a_task, an_agency

pytestmark = pytest.mark.django_db


def test_those_who_lead_come_first_then_those_with_tasks():
    conference = a_conference(departments=[an_agency("Sở Y tế")])
    a_task(conference, an_agency("Công an tỉnh"))

    parts = parts_of(conference)

    assert [(part.agency.short_name, part.roles, part.tasks) for part in parts] == [
        (conference.host.short_name, ["Chủ trì tổ chức"], 0),
        (conference.office.short_name, ["Văn phòng thẩm định"], 0),
        (conference.chair.short_name, ["Người chủ trì"], 0),
        (conference.finance.short_name, ["Thẩm định kinh phí"], 0),
        ("Công an tỉnh", [], 1),
        ("Sở Y tế", ["Trả lời, thực hiện"], 0),
    ]


def test_works_stand_with_their_agency(django_assert_num_queries):
    conference = a_conference(departments=[])
    labour = an_agency("Sở Lao động")
    for work in (Work.SPEECHES, Work.SCRIPT):
        Mandate.objects.create(conference=conference, agency=labour, work=work)

    with django_assert_num_queries(4):
        parts = parts_of(conference)

    assert [mandate.work for mandate in parts[-1].mandates] == ["script", "speeches"]
