"""Correcting a section, and giving roles to agencies."""

from datetime import date

import pytest
from django.urls import reverse

from doithoai.directory.models import AgencyKind, Succession
from doithoai.planning.actions import confirm_sections
from doithoai.planning.rules import SECTIONS
from tests.builders import a_place, an_agency, an_official
from tests.web.planning.plans import FACTS, a_reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(client):
    official = an_official()
    client.force_login(official)
    return official


def address(reading, section):
    return reverse("planning:section", args=[reading.pk, section])


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_its_page(client, by, section):
    answer = client.get(address(a_reading(by), section))

    assert answer.status_code == 200
    assert SECTIONS[section].name in answer.content.decode()


def test_there_is_no_page_for_other_names(client, by):
    assert client.get(address(a_reading(by), "other")).status_code == 404


def test_a_section_is_corrected_and_thereby_confirmed(client, by):
    reading = a_reading(by)
    data = {"version": 0, "theme": "Vốn vay", "topics": "Một\n\nHai"}
    answer = client.post(address(reading, "content"), data)

    assert answer.url == reverse("planning:review", args=[reading.pk]) + "#phan-content"
    reading.refresh_from_db()
    assert (reading.facts["theme"], reading.facts["topics"]) == ("Vốn vay", ["Một", "Hai"])
    assert reading.confirmed == ["content"]


def test_what_was_typed_stays_when_someone_else_was_quicker(client, by):
    reading = confirm_sections(a_reading(by), ["tasks"], version=0, by=by)
    answer = client.post(address(reading, "content"), {"version": 0, "theme": "Vốn vay"})

    assert answer.status_code == 409
    assert "Có người vừa sửa bản đọc này." in answer.content.decode()
    assert "Vốn vay" in answer.content.decode()
    reading.refresh_from_db()
    assert reading.facts["theme"] is None


def test_what_was_typed_stays_with_its_error(client, by):
    answer = client.post(address(a_reading(by), "schedule"), {"version": 0, "date": "mai"})

    assert answer.context["form"].errors["date"]
    assert 'value="mai"' in answer.content.decode()


def test_rows_are_added_without_saving(client, by):
    reading = a_reading(by)
    data = {"version": 0, "rows_typed": "1", "viec": "them", "r0-text": "Việc mới"}
    answer = client.post(address(reading, "tasks"), data)

    assert answer.context["form"].count == 4
    assert "Việc mới" in answer.content.decode()
    reading.refresh_from_db()
    assert reading.facts["tasks"] == FACTS["tasks"]


def test_the_words_of_the_source_stand_beside(client, by):
    html = client.get(address(a_reading(by), "tasks")).content.decode()

    assert "Tổng hợp câu hỏi trước ngày" in html
    assert "Một đoạn không thuộc phần nào." not in html


def test_sums_of_seats_are_shown(client, by):
    reading = a_reading(by, quota_total=5)
    html = client.get(address(reading, "quotas")).content.decode()

    assert "Lệch" in html


def chosen(by, **over):
    office = an_agency("Văn phòng UBND tỉnh", kind=AgencyKind.OFFICE)
    chair = an_agency("UBND tỉnh", kind=AgencyKind.COMMITTEE)
    return {"version": 0, "host": by.agency_id, "office": office.pk, "chair": chair.pk} | over


def test_roles_are_chosen_by_a_person(client, by):
    reading = a_reading(by)
    press = an_agency("Báo Ấp Bắc", kind=AgencyKind.PRESS)
    data = chosen(by, press=[press.pk], departments=[by.agency_id])
    client.post(address(reading, "roles"), data)
    reading.refresh_from_db()

    assert reading.roles["host"] == {"agency": by.agency_id, "reason": "Cán bộ chọn."}
    assert (reading.roles["press"], reading.roles["departments"]) == ([press.pk], [by.agency_id])
    assert "finance" not in reading.roles
    assert reading.confirmed == ["roles"]


def test_a_kept_proposal_keeps_its_reason_and_quotes_the_plan(client, by):
    roles = {"host": {"agency": by.agency_id, "reason": "Tổng hợp câu hỏi"}}
    reading = a_reading(by, roles=roles)
    assert (
        "Kế hoạch ghi: “Tổng hợp câu hỏi”" in client.get(address(reading, "roles")).content.decode()
    )

    client.post(address(reading, "roles"), chosen(by))
    reading.refresh_from_db()
    assert reading.roles["host"]["reason"] == "Tổng hợp câu hỏi"


def test_roles_without_a_host_are_asked_for(client, by):
    answer = client.post(address(a_reading(by), "roles"), chosen(by, host=""))

    assert answer.context["form"].errors["host"] == ["Chọn cơ quan chủ trì tổ chức."]


def test_roles_chosen_too_late_are_kept_on_the_page(client, by):
    reading = confirm_sections(a_reading(by), ["tasks"], version=0, by=by)
    answer = client.post(address(reading, "roles"), chosen(by))

    assert answer.status_code == 409
    assert f'<option value="{by.agency_id}" selected>' in answer.content.decode()


def test_only_agencies_of_the_plans_day_are_offered(client, by):
    an_agency("Sở Cũ", valid_to=date(2023, 12, 31))
    html = client.get(address(a_reading(by), "roles")).content.decode()

    assert "Sở Cũ" not in html


def test_a_place_without_a_catalogue_says_whom_to_ask(client, by):
    reading = a_reading(by)
    type(reading).objects.update(place=a_place("Lạng Sơn"))
    html = client.get(address(reading, "roles")).content.decode()

    assert "Nhờ người quản trị nạp danh mục chuẩn của tỉnh Lạng Sơn" in html


def test_unknown_units_are_said_so(client, by):
    html = client.get(address(a_reading(by), "roles")).content.decode()

    assert "Chưa có “Hội Nông dân tỉnh” trong danh mục cơ quan" in html


def test_a_unit_that_is_no_more_names_its_successor(client, by):
    gone = an_agency("Hội Nông dân tỉnh", valid_to=date(2023, 12, 31))
    heir = an_agency("Mặt trận Tổ quốc tỉnh", valid_from=date(2024, 1, 1))
    Succession.objects.create(agency=gone, successor=heir)
    html = client.get(address(a_reading(by), "roles")).content.decode()

    assert "Hội Nông dân tỉnh không còn từ sau ngày 31/12/2023." in html
    assert "Nhiệm vụ đã chuyển sang: Mặt trận Tổ quốc tỉnh." in html
