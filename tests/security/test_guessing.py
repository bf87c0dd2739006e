"""Receipt codes are not guessed: every road to one counts wrong codes of an address."""

import pytest
from django.urls import reverse

from doithoai.questions.actions import receive
from doithoai.web.portal.limits import GUESSES
from tests.builders import a_conference

pytestmark = pytest.mark.django_db


def _guess(client, slug, times=GUESSES):
    address = reverse("public:receipt", args=[slug, "TG24-2222-2222"])
    return [client.get(address).status_code for _ in range(times)]


def test_wrong_receipts_are_counted_like_wrong_codes(client):
    conference = a_conference()
    code = receive(conference, text="Đường hỏng", by=None).code

    assert set(_guess(client, conference.slug)) == {404}

    assert client.get(reverse("public:receipt", args=[conference.slug, code])).status_code == 429
    assert client.get(reverse("public:tracking", args=[code])).status_code == 429


def test_naming_another_address_does_not_start_the_count_anew(client):
    conference = a_conference()
    _guess(client, conference.slug)

    page = client.get(
        reverse("public:tracking", args=["TG24-2222-2222"]), headers={"X-Forwarded-For": "9.9.9.9"}
    )

    assert page.status_code == 429


def test_a_sender_sees_the_receipt_as_often_as_wanted(client):
    conference = a_conference()
    code = receive(conference, text="Đường hỏng", by=None).code
    address = reverse("public:receipt", args=[conference.slug, code])

    assert {client.get(address).status_code for _ in range(GUESSES + 1)} == {200}
