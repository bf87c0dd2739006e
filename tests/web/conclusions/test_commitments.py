"""Pages of commitments: the list, one of them, the record by agency, what is carried over."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.conclusions.models import Commitment, ProgressReport
from doithoai.conclusions.states import CommitmentState
from tests.builders import a_conference, a_question, an_approver, an_official
from tests.builders_conclusions import (
    a_commitment,
    a_held_conference,
    a_report,
    a_verdict,
    an_extension,
)

pytestmark = pytest.mark.django_db
FRIDAY = date(2024, 10, 4)


@pytest.fixture
def conference():
    return a_held_conference()


def signed(person):
    client = Client()
    client.force_login(person)
    return client


def address(conference, number=""):
    return f"/hoi-nghi/{conference.slug}/cam-ket/{number and f'{number}/'}"


def listed(client, conference, **query):
    rows = client.get(address(conference), query).context["rows"]
    return [row.commitment.number for row in rows]


def sheet(response):
    return list(load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))


def test_the_list_is_filtered_sorted_and_exported(conference):
    client = signed(an_official(conference.host))
    first = a_commitment(conference, due=date(2024, 12, 2))
    a_commitment(conference, due=FRIDAY, agency=conference.office)
    a_commitment(conference, CommitmentState.KEPT)

    assert listed(client, conference) == [1, 2, 3]
    assert listed(client, conference, tre=1) == [2]
    assert listed(client, conference, **{"co-quan": first.agency_id}) == [1, 3]
    assert listed(client, conference, **{"trang-thai": "kept"}) == [3]
    assert listed(client, conference, **{"sap-xep": "han"}) == [2, 1, 3]
    rows = sheet(client.get(address(conference), {"xlsx": 1, "tre": 1}))
    assert [row[0] for row in rows[1:]] == [2]


def test_three_commitments_cost_no_more_queries_than_one(conference):
    client = signed(an_official(conference.host))
    a_commitment(conference)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address(conference))
        return len(queries)

    one = cost()
    for _ in range(2):
        a_commitment(conference, question=a_question(conference))
    assert cost() == one


def offered(person, commitment):
    page = signed(person).get(address(commitment.conference, commitment.number))
    return [offer.name for offer in page.context["offers"]]


def test_each_hand_is_offered_what_is_next(conference):
    commitment = a_commitment(conference)
    keeper, office = an_official(commitment.agency), an_official(conference.office)
    decider, chair = an_approver(conference.office), an_approver(conference.chair)
    assert offered(keeper, commitment) == ["bao-cao", "xin-gia-han"]
    assert (offered(office, commitment), offered(chair, commitment)) == ([], ["huy"])

    a_report(commitment, by=keeper)
    an_extension(commitment, by=keeper)
    assert offered(keeper, commitment) == []
    assert offered(office, commitment) == ["xac-nhan"]
    assert offered(decider, commitment) == ["xac-nhan", "gia-han"]


def test_a_report_is_sent_with_its_file_and_read_by_who_follows(conference):
    commitment = a_commitment(conference)
    keeper = signed(an_official(commitment.agency))
    file = SimpleUploadedFile("nghiem-thu.exe", b"%PDF-1.7 bien ban")
    sent = {"viec": "bao-cao", "version": 0, "text": "Đã lắp 3 máy", "claims_done": "on"}
    keeper.post(address(conference, 1), {**sent, "file": file})

    report = ProgressReport.objects.get()
    response = signed(an_official(conference.office)).get(
        f"{address(conference, 1)}tep/{report.pk}/"
    )
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Disposition"].endswith('.pdf"')
    assert response.content == b"%PDF-1.7 bien ban"


def test_a_wrong_file_is_told_at_its_field_and_the_words_stay(conference):
    commitment = a_commitment(conference)
    keeper = signed(an_official(commitment.agency))
    sent = {"viec": "bao-cao", "version": 0, "text": "Đã lắp 3 máy"}
    file = SimpleUploadedFile("anh.pdf", b"<script>")
    page = keeper.post(address(conference, 1), {**sent, "file": file}).content.decode()

    assert "Chỉ nhận tệp PDF" in page
    assert "Đã lắp 3 máy" in page
    assert not ProgressReport.objects.exists()


def test_what_waits_is_read_beside_its_verdict(conference):
    commitment = a_commitment(conference)
    a_report(commitment, text="Đã thi công xong 1,2 km")
    page = signed(an_official(conference.office)).get(address(conference, 1)).content.decode()

    assert "Báo cáo:" in page
    assert "Đã thi công xong 1,2 km" in page


def test_an_askers_note_is_masked_and_only_for_who_follows(conference):
    question = a_question(conference)
    commitment = a_commitment(conference, CommitmentState.KEPT, question=question)
    a_verdict(question, note="Gọi tôi 0912345678")
    office = signed(an_official(conference.office)).get(address(conference, 1)).content.decode()
    keeper = signed(an_official(commitment.agency)).get(address(conference, 1)).content.decode()

    assert "0912345678" not in office + keeper
    assert "Gọi tôi" in office
    assert "Gọi tôi" not in keeper


def test_a_promise_of_the_hall_is_written_on_its_page(conference):
    client = signed(an_official(conference.host))
    office = conference.office_id
    words = {"text": "Sửa cầu Phú Tân.", "agency": office, "due": "2/12/2024", "supporting": []}
    client.post(f"{address(conference)}them/", words)

    assert Commitment.objects.get().text == "Sửa cầu Phú Tân."


def test_the_record_by_agency_adds_up_on_page_and_sheet(conference):
    a_commitment(conference, CommitmentState.KEPT)
    a_commitment(conference, due=FRIDAY)
    client = signed(an_official(conference.host))
    page = client.get(f"{address(conference)}bao-cao/")
    (bar,) = page.context["bars"]
    head, row = sheet(client.get(f"{address(conference)}bao-cao/", {"xlsx": 1}))

    assert bar["values"] == (1, 0, 0, 1)
    assert dict(zip(head, row, strict=True))["Tổng số cam kết"] == 2


def test_last_years_promises_are_chosen_and_carried(conference):
    earlier = a_conference(year=2023, held_on=date(2023, 9, 30), tentative=False)
    this = a_held_conference()
    first, second = a_commitment(earlier), a_commitment(earlier)
    client = signed(an_official(this.host))
    page = client.get(f"{address(this)}lan-truoc/").content.decode()
    client.post(f"{address(this)}lan-truoc/", {"cam-ket": [first.pk]})

    assert f'value="{second.pk}"' in page
    assert Commitment.objects.get(conference=this).carried_from == first
