"""Vouchers, their papers and the settlement on the page."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from doithoai.budget.models import Rate, Settlement, Voucher
from doithoai.budget.states import EstimateState, SettlementState
from doithoai.planning.models import Mandate, Work
from tests.builders import a_conference, an_administrator, an_official
from tests.builders_budget import (
    PDF,
    a_line,
    a_rate,
    a_settlement,
    a_voucher,
    an_estimate,
    the_appraiser,
)

pytestmark = pytest.mark.django_db


def signed(user):
    client = Client()
    client.force_login(user)
    return client


def address(estimate, rest):
    return f"/hoi-nghi/{estimate.conference.slug}/kinh-phi/{rest}"


@pytest.fixture
def estimate():
    found = an_estimate(state=EstimateState.APPROVED)
    a_line(found)
    return found


@pytest.fixture
def host(estimate):
    return signed(an_official(estimate.agency))


def voucher_data(estimate, **over):
    line = estimate.lines.get()
    values = {"line": line.pk, "number": "HD-7", "day": "2/10/2024", "payee": "Hoa Sen"}
    return values | {"amount": "2.500.000", "note": ""} | over


def paper(content=PDF, name="hoa-don.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_a_voucher_with_its_paper_is_kept_and_handed_out_as_a_file(estimate, host):
    data = voucher_data(estimate, paper=paper(name="../../x<script>.html"))
    host.post(address(estimate, "chung-tu/them/"), data)
    voucher = Voucher.objects.get()
    response = host.get(address(estimate, f"chung-tu/{voucher.pk}/tep/"))

    assert bytes(voucher.content) == response.content == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="chung-tu-{voucher.pk}.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    "content, words",
    [
        (b"<html><script>alert(1)</script>", "Chọn bản chụp là tệp"),
        (PDF + b"0" * (5 * 1024 * 1024), "Chọn tệp nhẹ hơn 5 MB"),
        (b"", "Tệp vừa chọn không có nội dung"),
    ],
)
def test_what_is_no_paper_is_told_and_the_rest_stays(content, words, estimate, host):
    data = voucher_data(estimate, paper=paper(content))
    page = host.post(address(estimate, "chung-tu/them/"), data).content.decode()

    assert words in page
    assert 'value="Hoa Sen"' in page
    assert not Voucher.objects.exists()


def test_the_same_paper_twice_is_told(estimate, host):
    host.post(address(estimate, "chung-tu/them/"), voucher_data(estimate))
    response = host.post(address(estimate, "chung-tu/them/"), voucher_data(estimate))

    assert response.status_code == 409
    assert "đã ghi ở dòng này" in response.content.decode()


def test_a_line_of_another_conference_takes_no_voucher(estimate, host):
    foreign = a_line(an_estimate(state=EstimateState.APPROVED))
    data = voucher_data(estimate, line=foreign.pk)

    assert (
        "Chọn khoản chi." in host.post(address(estimate, "chung-tu/them/"), data).content.decode()
    )
    assert not Voucher.objects.exists()


def test_a_paper_is_not_reached_through_another_conference(estimate, host):
    foreign = a_voucher(content=PDF, media_type="application/pdf", size=len(PDF))

    for rest in (f"chung-tu/{foreign.pk}/tep/", f"chung-tu/{foreign.pk}/bo/"):
        status = host.get if rest.endswith("tep/") else host.post
        assert status(address(estimate, rest)).status_code == 404
    assert Voucher.objects.filter(pk=foreign.pk).exists()


def test_an_agency_given_the_budget_sees_it_and_another_does_not(estimate):
    mandated, other = [p.agency for p in estimate.conference.participations.order_by("pk")]
    Mandate.objects.create(conference=estimate.conference, agency=mandated, work=Work.BUDGET)
    voucher = a_voucher(estimate.lines.get(), content=PDF, media_type="application/pdf", size=1)

    for rest in ("", "dong/1/", "chung-tu/", f"chung-tu/{voucher.pk}/tep/", "quyet-toan/"):
        assert signed(an_official(mandated)).get(address(estimate, rest)).status_code == 200
        assert signed(an_official(other)).get(address(estimate, rest)).status_code == 404


def test_vouchers_are_read_a_line_at_a_time(estimate, host):
    line, second = estimate.lines.get(), a_line(estimate, content="Thuê hội trường")
    a_voucher(line, 1_000_000, number="HD-A"), a_voucher(second, 2_000_000, number="HD-B")
    page = host.get(address(estimate, "chung-tu/?dong=2")).content.decode()

    assert "HD-B" in page
    assert "HD-A" not in page
    assert "2.000.000" in page
    assert host.get(address(estimate, "chung-tu/?dong=x9")).status_code == 200


def test_an_overspent_line_asks_for_its_reason_and_the_settlement_is_said_in_words(estimate, host):
    line = estimate.lines.get()
    a_voucher(line, 3_600_000)
    page = host.get(address(estimate, "quyet-toan/")).content.decode()
    assert "Phải nêu lý do" in page
    assert "Ba triệu sáu trăm nghìn đồng chẵn" in page

    data = {"viec": "nop", "version": 0}
    refused = host.post(address(estimate, "quyet-toan/"), data)
    assert refused.status_code == 409
    host.post(address(estimate, "quyet-toan/"), {**data, "dong-1": "Thêm 30 đại biểu."})

    assert Settlement.objects.get().lines.get().reason == "Thêm 30 đại biểu."


def test_typed_reasons_stay_when_someone_else_was_quicker(estimate, host):
    a_voucher(estimate.lines.get(), 3_600_000)
    a_settlement(estimate, version=3)
    data = {"viec": "luu", "version": 0, "dong-1": "Thêm đại biểu."}
    response = host.post(address(estimate, "quyet-toan/"), data)

    assert response.status_code == 409
    assert "Thêm đại biểu.</textarea>" in response.content.decode()


def test_finance_accepts_and_the_buttons_of_vouchers_are_gone(estimate, host):
    a_voucher(estimate.lines.get(), 3_000_000)
    a_settlement(estimate, state=SettlementState.SUBMITTED)
    finance = signed(the_appraiser(estimate))
    data = {"viec": "tham-dinh", "version": 0, "verdict": "finalized", "note": ""}
    finance.post(address(estimate, "quyet-toan/"), data)

    assert Settlement.objects.get().state == SettlementState.ACCEPTED
    assert "Ghi chứng từ" not in host.get(address(estimate, "chung-tu/")).content.decode()
    assert "Đã quyết toán" in host.get(address(estimate, "quyet-toan/")).content.decode()


@pytest.mark.parametrize("rest", ["chung-tu/", "quyet-toan/"])
def test_before_approval_there_is_nothing_to_spend(rest):
    estimate = an_estimate(state=EstimateState.APPRAISED)

    assert signed(an_official(estimate.agency)).get(address(estimate, rest)).status_code == 404


RATE = {
    "item": "break",
    "content": "Giải khát giữa giờ",
    "unit": "người/buổi",
    "ceiling": "30.000",
    "basis": "Nghị quyết 13/2025/NQ-HĐND",
    "basis_on": "8/8/2025",
    "valid_from": "1/9/2025",
}


def test_finance_writes_the_provinces_rate_and_ends_the_old_one():
    conference = a_conference()
    old = a_rate(25_000, place=conference.place, valid_from=date(2020, 1, 1))
    finance = signed(an_official(conference.finance))
    refused = finance.post("/muc-chi/", RATE)
    assert refused.status_code == 409
    assert "Ghi ngày hết áp dụng của mức đó trước" in refused.content.decode()

    finance.post(f"/muc-chi/{old.pk}/het-ap-dung/", {"last_day": "31/8/2025"})
    finance.post("/muc-chi/", RATE)

    assert Rate.objects.latest("pk").ceiling == 30_000
    assert "Nghị quyết 13/2025/NQ-HĐND" in finance.get("/muc-chi/").content.decode()


def test_the_countrys_rates_are_ended_by_nobody():
    rate = a_rate()

    response = signed(an_administrator()).post(
        f"/muc-chi/{rate.pk}/het-ap-dung/", {"last_day": "31/8/2025"}
    )
    assert response.status_code == 404
