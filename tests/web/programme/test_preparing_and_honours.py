"""Preparations and honours as each side meets them."""

import io

import openpyxl
import pytest
from django.urls import reverse

from doithoai.programme.models import Award, Preparation
from doithoai.programme.states import AwardState
from tests.builders import a_conference, a_task, an_agency, an_official
from tests.builders_programme import a_preparation, an_award

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(client):
    conference = a_conference()
    client.force_login(an_official(conference.office))
    return conference


def address(name, conference, *keys):
    return reverse(f"programme:{name}", args=[conference.slug, *keys])


def html(client, where):
    return " ".join(client.get(where).content.decode().split())


def test_proposals_stand_with_the_words_of_the_plan_and_are_taken_up(client, conference):
    police = an_agency("Công an tỉnh")
    a_task(conference, police, text="Bảo đảm an ninh trật tự tại hội nghị.")
    page = html(client, address("preparations", conference))
    assert "Kế hoạch ghi “an ninh trật tự”." in page

    task = conference.assignments.get().pk
    client.post(address("take_preparations", conference), {"viec": [f"security-{task}-0"]})

    assert Preparation.objects.get().agency == police
    assert "Đề xuất từ lời văn kế hoạch" not in html(client, address("preparations", conference))


def test_late_ones_are_told_and_filtered(client, conference):
    a_preparation(conference)
    a_preparation(conference, name="Hoa tươi", state="ready")

    assert "1 việc trễ hạn." in html(client, address("preparations", conference))
    late = html(client, address("preparations", conference) + "?tre=1")
    assert "Phóng sự về phụ nữ" in late
    assert "Hoa tươi" not in late


def test_an_agency_sees_the_form_to_report_only_on_its_own(client, conference):
    department = conference.participations.first().agency
    own = a_preparation(conference, agency=department)
    other = a_preparation(conference, agency=conference.host)
    client.force_login(an_official(department))

    assert "Ghi tình hình" in html(client, address("preparation", conference, own.pk))
    assert "Ghi tình hình" not in html(client, address("preparation", conference, other.pk))
    assert "Đề xuất từ" not in html(client, address("preparations", conference))


def test_a_refused_report_keeps_what_was_typed(client, conference):
    preparation = a_preparation(conference, version=4)
    data = {"viec": "bao", "state": "doing", "people": "Tổ lễ tân", "version": 3}

    answer = client.post(address("preparation", conference, preparation.pk), data)

    assert answer.status_code == 409
    assert "Tổ lễ tân" in answer.content.decode()


def test_preparations_go_to_excel(client, conference):
    a_preparation(conference, agency=conference.host)
    content = client.get(address("preparations", conference) + "?xlsx=1").content
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.values)

    assert rows[1][:3] == ("Phóng sự", "Phóng sự về phụ nữ", "Hội Liên hiệp Phụ nữ tỉnh")


def test_departments_see_only_whom_everybody_agreed_to_honour(client, conference):
    an_award(conference, recipient="Chị Hoa")
    agreed = an_award(conference, AwardState.AGREED, recipient="Chị Lan")
    client.force_login(an_official(conference.participations.first().agency))
    page = html(client, address("awards", conference))

    assert "Chị Lan" in page
    assert "Chị Hoa" not in page
    assert client.get(address("award", conference, agreed.pk)).status_code == 200


def test_who_proposed_is_told_that_another_decides(client, conference):
    host = an_official(conference.host)
    award = an_award(conference, by=host)
    client.force_login(host)
    page = html(client, address("award", conference, award.pk))

    assert "người đề nghị, người đã sửa đề nghị không tự quyết định" in page
    assert "Đồng ý khen thưởng</button>" not in page


def test_a_struck_line_needs_its_reason(client, conference):
    award = an_award(conference)
    where = address("award", conference, award.pk)

    answer = client.post(where, {"viec": "gach", "reason": "", "version": 0})
    assert "Nêu rõ lý do." in answer.content.decode()
    client.post(where, {"viec": "gach", "reason": "Trùng năm trước", "version": 0})

    assert Award.objects.get().state == AwardState.STRUCK


def test_honours_go_to_excel_in_their_order(client, conference):
    an_award(conference, recipient="B")
    an_award(conference, recipient="A")
    content = client.get(address("awards", conference) + "?xlsx=1").content
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.values)

    assert [row[1] for row in rows[1:]] == ["B", "A"]
