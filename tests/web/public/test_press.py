"""Journalists take the press kit from the public page once it is issued, without an account."""

import pytest
from django.urls import reverse

from doithoai.documents.models import PaperKind
from tests.builders import a_conference, an_official
from tests.builders_documents import an_issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


def an_issued_kit(conference):
    return an_issued(conference, PaperKind.PRESS_KIT, by=an_official(conference.host))


def file_address(conference, ending):
    return reverse("public:press_file", args=[conference.slug, ending])


def test_before_it_is_issued_there_is_no_kit_to_take(conference, client):
    page = client.get(reverse("public:press", args=[conference.slug])).content.decode()

    assert "Tệp tải về" not in page
    assert client.get(file_address(conference, "pdf")).status_code == 404


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_issued_kit_is_taken_from_the_page_byte_for_byte(ending, conference, client):
    kit = an_issued_kit(conference)

    page = client.get(reverse("public:press", args=[conference.slug])).content.decode()
    response = client.get(file_address(conference, ending))

    assert f'href="{file_address(conference, ending)}"' in page
    assert response.content == bytes(getattr(kit, ending))
    name = f"tai-lieu-bao-chi-{conference.slug}.{ending}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_newest_kit_is_the_one_given_and_no_other_kind_of_file(conference, client):
    an_issued_kit(conference)
    conference.theme = "Nước sạch nông thôn"
    newest = an_issued_kit(conference)

    assert client.get(file_address(conference, "pdf")).content == bytes(newest.pdf)
    assert client.get(file_address(conference, "exe")).status_code == 404
