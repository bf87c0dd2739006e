"""The form of issuing, and the register with the files as they left."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from doithoai.documents.models import IssuedDocument, PaperKind
from tests.builders import an_official
from tests.builders_documents import a_whole_conference, an_issued

pytestmark = pytest.mark.django_db
FILLED = {
    "number": "12",
    "symbol": "GM-UBND",
    "issued_on": "7/10/2024",
    "capacity": "TL. CHỦ TỊCH\r\n\r\nCHÁNH VĂN PHÒNG",
    "signer": "Lê Văn Tám",
}


@pytest.fixture
def conference():
    return a_whole_conference()


@pytest.fixture
def client(conference):
    client = Client()
    client.force_login(an_official(conference.office))
    return client


def address(conference, name="issue", **where):
    return reverse(f"documents:{name}", kwargs={"slug": conference.slug, **where})


def test_the_form_proposes_the_next_number_symbol_day_and_signer(conference, client):
    an_issued(conference)

    form = client.get(address(conference, kind="giay-moi")).context["form"]

    assert form.initial["number"] == 13
    assert form.initial["symbol"] == "GM-UBND"
    assert form.initial["capacity"] == "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"


def test_issuing_keeps_the_paper_and_leads_to_the_register(conference, client):
    response = client.post(address(conference, kind="giay-moi"), FILLED)

    assert response.url == address(conference, "register")
    document = IssuedDocument.objects.get()
    assert document.capacity == "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"
    assert b"%PDF" in bytes(document.pdf)[:8]


def test_a_number_already_given_is_refused_and_what_was_typed_stays(conference, client):
    an_issued(conference)

    response = client.post(address(conference, kind="giay-moi"), FILLED | {"signer": "Tám"})

    assert response.status_code == 409
    assert "Số tiếp theo là 13." in response.content.decode()
    assert response.context["form"]["signer"].value() == "Tám"


def test_one_invitation_is_not_issued_by_itself(conference, client):
    guest = conference.delegates.first()

    response = client.get(address(conference, kind="giay-moi"), {"ve": guest.pk})

    assert response.status_code == 404


def test_a_kind_without_number_asks_for_none(conference):
    client = Client()
    client.force_login(an_official(conference.host))

    form = client.get(address(conference, kind="chuong-trinh")).context["form"]

    assert "number" not in form.fields


@pytest.mark.parametrize("typed", [{"number": "không"}, {"issued_on": "32/1"}, {"symbol": ""}])
def test_what_cannot_be_read_is_told_at_its_field(typed, conference, client):
    response = client.post(address(conference, kind="giay-moi"), FILLED | typed)

    assert response.status_code == 200
    assert set(response.context["form"].errors) == set(typed)


def test_the_register_gives_the_very_bytes_that_were_issued(conference, client):
    document = an_issued(conference)

    for ending in ("docx", "pdf"):
        where = {"pk": document.pk, "ending": ending}
        response = client.get(address(conference, "issued_file", **where))
        assert response.content == bytes(getattr(document, ending))


def test_the_register_is_searched_and_taken_as_excel(conference, client):
    an_issued(conference)

    response = client.get(address(conference, "register"), {"tim": "12/gm", "xlsx": "1"})
    nothing = client.get(address(conference, "register"), {"tim": "99"})

    rows = list(load_workbook(io.BytesIO(response.content)).active.values)
    assert rows[1][0] == "12/GM-UBND"
    assert nothing.context["lines"] == []


def test_a_department_does_not_see_invitations_in_the_register(conference):
    document = an_issued(conference)
    client = Client()
    client.force_login(an_official(conference.participations.first().agency))

    found = client.get(address(conference, "register")).context["lines"]
    where = {"pk": document.pk, "ending": "pdf"}

    assert document not in [line.document for line in found]
    assert client.get(address(conference, "issued_file", **where)).status_code == 404


def test_the_plan_page_tells_that_its_number_is_its_own(conference, client):
    text = client.get(address(conference, kind="ke-hoach")).content.decode()

    assert "lấy theo trang của văn bản này" in text
    assert PaperKind.PLAN.label in text
