"""Keys, texts and days no page of ours sends: answered in words, kept nowhere, never a 500."""

import json

import pytest
from django.test import RequestFactory
from django.urls import reverse

from doithoai.delegates.states import DelegateState
from doithoai.hall.actions import ask_from_phone
from doithoai.web.delegates.forms.people import PersonForm
from doithoai.web.public.forms import SenderForm
from doithoai.web.requests import keys_from
from tests.builders import an_official
from tests.builders_budget import an_estimate
from tests.builders_conclusions import a_notice
from tests.builders_conclusions import an_item as a_line_of
from tests.builders_delegates import a_delegate, a_fixed_conference, an_invitation
from tests.builders_hall import a_session, an_audience

pytestmark = pytest.mark.django_db
HEAD = ["Nội dung chi", "Đơn vị tính", "Số lượng", "Số lần", "Đơn giá", "Căn cứ"]
LONG_ADDRESS = "lan@" + ".".join(["b" * 60] * 4 + ["c" * 20, "vn"])


def test_marked_keys_are_numbers_a_table_can_hold():
    request = RequestFactory().post("/", {"dai-bieu": ["7", "-7", "", "9" * 30, "9" * 5000]})

    assert keys_from(request.POST, "dai-bieu") == [7]


@pytest.mark.parametrize(
    ("page", "field"), [("delegates:accept", "dai-bieu"), ("delegates:send", "giay-moi")]
)
def test_marking_what_cannot_be_is_marking_nothing(client, page, field):
    conference = a_fixed_conference()
    client.force_login(an_official(conference.host))

    assert (
        client.post(reverse(page, args=[conference.slug]), {field: "9" * 5000}).status_code == 409
    )


def test_a_version_beyond_counting_is_no_version(client):
    line = a_line_of(a_notice())
    client.force_login(an_official(line.notice.conference.office))
    address = reverse("conclusions:item", args=[line.notice.conference.slug, line.pk])

    assert client.post(address, {"viec": "xoa", "version": "9" * 5000}).status_code == 404


def test_scans_nested_without_end_are_a_broken_request(client):
    conference = a_fixed_conference()
    client.force_login(an_official(conference.host))
    address = reverse("delegates:door_sync", args=[conference.slug])

    assert client.post(address, {"scans": "[" * 200_000}).status_code == 400


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_rows_with_what_no_table_keeps_are_read_again(client, letter):
    estimate = an_estimate()
    client.force_login(an_official(estimate.agency))
    rows = json.dumps([HEAD, [f"Thuê {letter}", "buổi", "1", "1", "1000", ""]])
    address = reverse("budget:import_lines", args=[estimate.conference.slug])

    page = client.post(address, {"rows": rows})

    assert "Chọn lại tệp dự toán" in page.text
    assert not estimate.lines.exists()


@pytest.mark.parametrize("form", [PersonForm, SenderForm])
def test_an_address_longer_than_the_table_is_told_on_the_page(form):
    assert "email" in form({"full_name": "Lan", "email": LONG_ADDRESS}).errors


def test_a_place_that_grows_when_masked_still_fits_its_table():
    unit = "0912345678 " * 18

    sent = ask_from_phone(
        an_audience(a_session()), text="Bao giờ có nước sạch?", device="a", unit=unit, by=None
    )

    assert len(sent.unit) <= 200


def test_no_paper_is_issued_at_the_end_of_time(client):
    conference = a_fixed_conference()
    an_invitation(a_delegate(conference, DelegateState.ACCEPTED))
    client.force_login(an_official(conference.office))
    address = reverse("documents:issue", args=[conference.slug, "giay-moi"])

    page = client.post(address, {"number": 1, "symbol": "GM-UBND", "issued_on": "31/12/9999"})

    assert "Xem lại năm" in page.text
