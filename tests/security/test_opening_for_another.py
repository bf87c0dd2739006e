"""Who opens a conference is its host or its office, and is told so before anything is written."""

import pytest

from doithoai.lifecycle.opening import open_conference, start_by_hand
from doithoai.planning.actions import assign_roles, confirm_sections
from doithoai.planning.models import Conference
from doithoai.planning.rules import SECTIONS
from doithoai.workflow import Refused
from tests.builders import an_agency, an_official

pytestmark = pytest.mark.django_db


def _confirmed(by, host, office, chair):
    reading = start_by_hand(title="Đối thoại", audience="nông dân", year=2024, by=by)
    named = {"host": host, "office": office, "chair": chair}
    roles = {role: {"agency": agency.pk, "reason": ""} for role, agency in named.items()}
    reading = assign_roles(reading, roles, version=reading.version, by=by)
    return confirm_sections(reading, SECTIONS, version=reading.version, by=by)


def test_a_third_agency_is_told_who_may_open():
    department, host, office, chair = (an_agency(name) for name in ("Sở", "Hội", "Văn phòng", "Ủy"))
    by = an_official(department)

    with pytest.raises(Refused, match="chủ trì tổ chức hoặc văn phòng"):
        open_conference(_confirmed(by, host, office, chair), by=by)

    assert not Conference.objects.exists()


@pytest.mark.parametrize("role", ["host", "office"])
def test_host_and_office_open(role):
    agencies = {name: an_agency(name) for name in ("host", "office", "chair")}
    by = an_official(agencies[role])

    conference = open_conference(_confirmed(by, **agencies), by=by)

    assert getattr(conference, role) == agencies[role]
