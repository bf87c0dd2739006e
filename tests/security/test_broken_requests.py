"""What no honest page sends: broken characters, keys and years end in a page, never in a 500."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from doithoai.web.requests import key_from
from tests.builders import an_administrator

pytestmark = pytest.mark.django_db


def test_a_nul_in_an_address_is_a_broken_request(client):
    assert client.get("/cong/phu-nu-1/da-gui/TG%0024/").status_code == 400


def test_a_nul_in_a_query_is_a_broken_request(client):
    assert client.get(reverse("public:home"), {"tim": "a\0b"}).status_code == 400


def test_a_nul_in_a_form_is_a_broken_request(client):
    response = client.post(reverse("public:track"), {"code": "TG\0"})

    assert response.status_code == 400
    assert "Yêu cầu không đọc được" in response.text


@pytest.mark.parametrize("year", ["0000", "99999", "abcd", "٣٣٣٣", "-001"])
def test_holidays_of_an_impossible_year_are_those_of_this_year(client, year):
    client.force_login(an_administrator())

    response = client.get(reverse("directory:holidays"), {"nam": year})

    assert response.context["year"] == 2024


@pytest.mark.parametrize(
    ("written", "key"), [("7", 7), ("", None), ("-7", None), ("x", None), ("9" * 19, None)]
)
def test_a_key_in_an_address_is_a_number_a_table_can_hold(written, key):
    request = RequestFactory().get("/", {"co-quan": written})

    assert key_from(request.GET, "co-quan") == key
