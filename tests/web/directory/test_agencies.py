"""Pages of agencies: looked up by every official, kept by administrators."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.directory.models import Agency
from tests.builders import a_place, an_administrator, an_agency, an_official

pytestmark = pytest.mark.django_db
TYPED = {"name": "Sở Du lịch", "short_name": "Sở DL", "kind": "department", "level": "province"}


def browser(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def official():
    return browser(an_official(an_agency("Sở Y tế")))


@pytest.fixture
def administrator():
    return browser(an_administrator())


def listed(client, **query):
    return [agency.name for agency in client.get("/co-quan/", query).context["page"]]


def test_the_list_opens_at_ones_own_place_with_what_exists_today(official):
    an_agency("Sở Cũ", valid_to=date(2020, 1, 1))
    an_agency("Sở Xa", place=a_place("Cao Bằng", receipt_prefix="CB"))

    assert listed(official) == ["Sở Y tế"]
    assert listed(official, **{"tat-ca": "1"}) == ["Sở Cũ", "Sở Y tế"]
    assert listed(official, noi=a_place("Cao Bằng").code) == ["Sở Xa"]


def test_any_name_finds_an_agency_with_or_without_marks(official):
    an_agency("Sở Xây dựng", aliases=["SXD"])

    assert listed(official, tim="xay dung") == listed(official, tim="sxd") == ["Sở Xây dựng"]
    page = official.get("/co-quan/", {"tim": "không có"}).content.decode()
    assert "Chưa có cơ quan nào khớp" in page


def test_excel_holds_what_is_found(official):
    an_agency("Sở Xây dựng", valid_from=date(2020, 1, 1))
    response = official.get("/co-quan/", {"tim": "xay dung", "xlsx": "1"})
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)

    assert [row[:4] for row in rows[1:]] == [
        ("Tiền Giang", "Sở Xây dựng", "Sở Xây dựng", "Sở, ngành")
    ]


def test_more_agencies_need_no_more_queries(official):
    counts = []
    for more in (("Sở A",), ("Sở B", "Sở C")):
        for name in more:
            an_agency(name)
        with CaptureQueriesContext(connection) as asked:
            official.get("/co-quan/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_only_administrators_are_offered_to_keep_the_list(official, administrator):
    agency = Agency.objects.get(name="Sở Y tế", users__is_administrator=False)
    path = f"/co-quan/{agency.pk}/"

    assert path not in official.get("/co-quan/").content.decode()
    assert path in administrator.get("/co-quan/").content.decode()
    assert official.get(path).status_code == 403
    assert official.post(path, TYPED).status_code == 403


def test_a_changed_agency_tells_before_and_after_on_its_page(administrator):
    agency = an_agency("Sở Văn hóa")
    administrator.post(f"/co-quan/{agency.pk}/", TYPED | {"level": "commune"})
    page = administrator.get(f"/co-quan/{agency.pk}/").content.decode()

    assert "Sửa cơ quan" in page
    assert "tên: <del>Sở Văn hóa</del> Sở Du lịch" in page
    assert "cấp: <del>Cấp tỉnh</del> Cấp xã" in page


def test_a_refused_agency_keeps_what_was_typed(administrator):
    years = {"valid_from": "1/7/2025", "valid_to": "1/7/2024"}
    new = TYPED | years | {"place": a_place().pk, "key": "so-du-lich", "aliases": "SDL"}
    page = administrator.post("/co-quan/them/", new).content.decode()

    assert "Ngày kết thúc phải sau ngày bắt đầu." in page
    assert "SDL</textarea>" in page
    assert not Agency.objects.filter(key="so-du-lich").exists()


def test_the_standard_list_is_laid_once(administrator):
    place = {"place": a_place().pk}
    administrator.post("/co-quan/nap-danh-muc/", place)
    count = Agency.objects.count()
    page = administrator.post("/co-quan/nap-danh-muc/", place, follow=True).content.decode()

    assert Agency.objects.count() == count > 20
    assert "Đã thêm 0 cơ quan chuẩn" in page
