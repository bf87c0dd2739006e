"""Nhập từ Excel: looked through first, written when a person says so."""

import io
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from doithoai.budget.models import EstimateLine
from doithoai.budget.states import EstimateState
from tests.builders import an_official
from tests.builders_budget import a_line, an_estimate

pytestmark = pytest.mark.django_db
HEAD = ("Nội dung chi", "Đơn vị tính", "Số lượng", "Số lần", "Đơn giá")


def workbook(*rows):
    book, content = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


@pytest.fixture
def estimate():
    return an_estimate()


@pytest.fixture
def host(estimate):
    client = Client()
    client.force_login(an_official(estimate.agency))
    return client


def address(estimate, rest="nhap-excel/"):
    return f"/hoi-nghi/{estimate.conference.slug}/kinh-phi/{rest}"


def looked_through(host, estimate, content):
    sheet = SimpleUploadedFile("du-toan.xlsx", content)
    return host.post(address(estimate), {"sheet": sheet}).content.decode()


def rows_of(page):
    return unescape(re.search(r'name="rows" value="([^"]*)"', page).group(1))


def test_nothing_is_written_before_it_was_looked_through(estimate, host):
    good, bad = ("Thuê xe", "chuyến", 2, 1, 1_500_000), ("Hoa", "bó", "vài", 1, 100_000)
    page = looked_through(host, estimate, workbook(HEAD, good, bad))
    assert "Ghi số lượng là số nguyên" in page
    assert not EstimateLine.objects.exists()

    host.post(address(estimate), {"rows": rows_of(page)})
    assert EstimateLine.objects.get().amount == 3_000_000


def test_what_was_downloaded_is_read_back(estimate, host):
    a_line(estimate), a_line(estimate, group="other", content="Dự phòng", rate=7, times=3)
    before = [(x.group, x.content, x.amount) for x in estimate.lines.all()]
    page = looked_through(host, estimate, host.get(address(estimate, "?xlsx=1")).content)
    estimate.lines.all().delete()
    host.post(address(estimate), {"rows": rows_of(page)})

    assert [(x.group, x.content, x.amount) for x in estimate.lines.all()] == before


@pytest.mark.parametrize(
    "content, words",
    [
        (b"not a workbook", "Không đọc được tệp này"),
        (b"\xd0\xcf\x11\xe0 old", "Excel đời cũ"),
        (workbook(("Họ và tên",), ("Lê Thị Hoa",)), "Không thấy đủ các cột"),
    ],
)
def test_what_cannot_be_read_is_told(content, words, estimate, host):
    assert words in looked_through(host, estimate, content)


@pytest.mark.parametrize(
    "rows", ["", "x", "[]", "{}", "[1]", "[" * 90_000, '[["Nội dung chi"]]', "null"]
)
def test_rows_nobody_looked_through_are_not_written(rows, estimate, host):
    response = host.post(address(estimate), {"rows": rows})

    assert response.status_code == 200
    assert not EstimateLine.objects.exists()


def test_what_is_handed_in_takes_no_sheet():
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    client = Client()
    client.force_login(an_official(estimate.agency))

    assert client.get(address(estimate)).status_code == 409
