"""What an uploaded plan becomes before a person has confirmed it."""

import pytest

from doithoai.directory.actions import load_agencies, load_places
from doithoai.directory.models import Agency, Place
from doithoai.lifecycle.demonstration.samples import sample_file
from doithoai.lifecycle.opening import receive_plan
from doithoai.planning.models import PlanReading
from doithoai.reading import NotAPlan, Unreadable
from doithoai.workflow import Forbidden
from tests.builders import an_official

pytestmark = pytest.mark.django_db
NAME = "tien-giang-2024.txt"


@pytest.fixture
def office():
    load_places(by=None)
    place = Place.objects.get(code="tien-giang")
    load_agencies(place, by=None)
    return an_official(Agency.objects.get(place=place, key="van-phong-ubnd-tinh"))


def test_the_file_its_lines_and_its_facts_are_kept(office):
    data = sample_file(NAME)

    reading = receive_plan(data, NAME, by=office)

    kept = PlanReading.objects.get()
    assert (bytes(kept.file), kept.filename) == (data, NAME)
    assert kept.lines
    assert len(kept.facts["tasks"]) == 20
    assert kept.place.code == "tien-giang"
    assert kept.confirmed == []
    assert reading.roles["host"]["reason"]


def test_roles_are_proposed_with_the_words_that_say_so(office):
    roles = receive_plan(sample_file(NAME), NAME, by=office).roles

    named = {
        role: Agency.objects.get(pk=roles[role]["agency"]).name
        for role in ("host", "office", "chair", "finance")
    }
    assert named == {
        "host": "Hội Liên hiệp Phụ nữ tỉnh",
        "office": "Văn phòng Ủy ban nhân dân tỉnh",
        "chair": "Ủy ban nhân dân tỉnh",
        "finance": "Sở Tài chính",
    }


@pytest.mark.parametrize(
    "data, error", [(b"", Unreadable), ("Thư mời họp phụ huynh.".encode(), NotAPlan)]
)
def test_what_is_no_plan_leaves_nothing_behind(office, data, error):
    with pytest.raises(error):
        receive_plan(data, "x.txt", by=office)

    assert not PlanReading.objects.exists()


def test_a_reader_loads_no_plan(office):
    reader = an_official(office.agency, "reader")

    with pytest.raises(Forbidden):
        receive_plan(sample_file(NAME), NAME, by=reader)
