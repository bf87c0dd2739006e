"""Names in a plan find the agencies of that province at that day."""

from datetime import date

import pytest

from doithoai.directory.actions import load_agencies, load_holidays, load_places
from doithoai.directory.models import Agency, Holiday, Place
from doithoai.directory.queries import (
    Resolver,
    WorkCalendar,
    find_agencies,
    place_named,
    work_calendar,
)

pytestmark = pytest.mark.django_db
IN_2024, IN_2026 = date(2024, 10, 7), date(2026, 3, 1)


@pytest.fixture
def cao_bang():
    load_places(by=None)
    place = Place.objects.get(code="cao-bang")
    load_agencies(place, by=None)
    return place


@pytest.mark.parametrize(
    "written, name",
    [
        ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh"),
        ("Liên đoàn lao động tỉnh Cao Bằng", "Liên đoàn Lao động tỉnh"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("so y te", "Sở Y tế"),
        ("Báo Cao Bằng", "Báo Cao Bằng"),
    ],
)
def test_every_spelling_finds_its_agency(cao_bang, written, name):
    found = Resolver.of(cao_bang, IN_2024).resolve(written)

    assert (found.agency.name, found.problem) == (name, "")


def test_an_agency_that_is_gone_names_who_took_over(cao_bang):
    found = Resolver.of(cao_bang, IN_2026).resolve("Sở Lao động - Thương binh và Xã hội")

    assert found.agency is None
    assert "không còn từ sau ngày 28/2/2025" in found.problem
    assert "Sở Nội vụ" in {agency.name for agency in found.successors}


def test_a_chain_of_reorganisations_is_followed_to_the_living(cao_bang):
    found = Resolver.of(cao_bang, IN_2026).resolve("Cục Thuế tỉnh")

    assert found.successors
    assert all(agency.exists_on(IN_2026) for agency in found.successors)


def test_an_unknown_name_is_said_so(cao_bang):
    found = Resolver.of(cao_bang, IN_2024).resolve("Câu lạc bộ Thơ")

    assert "Chưa có “Câu lạc bộ Thơ”" in found.problem


@pytest.mark.parametrize("written", ["Các sở, ngành tỉnh", "các cơ quan, đơn vị có liên quan"])
def test_a_collective_name_is_no_agency_and_no_fault(cao_bang, written):
    found = Resolver.of(cao_bang, IN_2024).resolve(written)

    assert (found.agency, found.problem, found.is_collective) == (None, "", True)


def test_a_province_is_found_on_its_day():
    load_places(by=None)

    assert place_named("tien giang", IN_2024).code == "tien-giang"
    assert place_named("Tiền Giang", IN_2026) is None
    assert place_named("Đồng Tháp", IN_2026).code == "dong-thap-2025"


def test_loading_again_adds_nothing_and_changes_nothing(cao_bang):
    Agency.objects.filter(key="so-y-te", place=cao_bang).update(short_name="SYT")
    load_holidays(by=None)

    assert (load_places(by=None), load_agencies(cao_bang, by=None), load_holidays(by=None)) == (
        0,
        0,
        0,
    )
    assert Agency.objects.filter(short_name="SYT").exists()
    assert Holiday.objects.exists()


def test_a_city_writes_its_agencies_its_own_way():
    load_places(by=None)
    da_nang = Place.objects.get(code="da-nang")
    load_agencies(da_nang, by=None)

    assert da_nang.agencies.filter(name="Công an thành phố").exists()
    assert not da_nang.agencies.filter(name__endswith=" tỉnh").exists()


def test_the_calendar_knows_tet_and_make_up_days():
    load_holidays(by=None)
    calendar = work_calendar()

    assert date(2024, 2, 12) in calendar.holidays
    assert date(2024, 5, 4) in calendar.make_up


def test_agencies_are_looked_up_without_marks(cao_bang):
    found = find_agencies(cao_bang, "lao dong", living_on=IN_2024)

    assert {agency.name for agency in found} >= {
        "Liên đoàn Lao động tỉnh",
        "Sở Lao động - Thương binh và Xã hội",
    }


def test_an_agency_bears_its_official_name_and_answers_to_the_common_one(cao_bang):
    found = Resolver.of(cao_bang, IN_2024).resolve("Sở Nông nghiệp và PTNT")

    assert found.agency.name == "Sở Nông nghiệp và Phát triển nông thôn"


@pytest.mark.parametrize(
    "due, left",
    [(date(2024, 10, 5), -1), (date(2024, 10, 7), 0), (date(2024, 10, 9), 1)],
)
def test_days_left_are_working_days_and_never_none_but_on_the_day(due, left):
    calendar = WorkCalendar(frozenset({date(2024, 10, 8)}), frozenset())

    assert calendar.left(date(2024, 10, 7), due) == left
