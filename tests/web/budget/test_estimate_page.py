"""The pages of the estimate as each hand meets them."""

import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from doithoai.budget.models import Estimate
from doithoai.budget.states import EstimateState, LineVerdict
from tests.builders import a_conference, an_official
from tests.builders_budget import a_line, a_rate, an_estimate, the_appraiser, the_approver

pytestmark = pytest.mark.django_db


def signed(user):
    client = Client()
    client.force_login(user)
    return client


def address(conference, rest=""):
    return f"/hoi-nghi/{conference.slug}/kinh-phi/{rest}"


def opened(user, conference, rest=""):
    return signed(user).get(address(conference, rest)).content.decode()


def sent(user, conference, rest="", **data):
    return signed(user).post(address(conference, rest), data, follow=True)


@pytest.fixture
def submitted():
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    a_line(estimate)
    return estimate


def test_the_source_the_plan_speaks_of_is_proposed_with_its_words():
    words = "Sử dụng nguồn tài chính công đoàn của Liên đoàn Lao động tỉnh."
    conference = a_conference(funding=words)
    page = opened(an_official(conference.host), conference)

    assert words in page
    assert re.search(r'value="union"[^>]* checked', page)


def test_who_may_not_begin_is_told_who_does():
    conference = a_conference()

    assert "Chưa có dự toán" in opened(an_official(conference.finance), conference)


def test_proposals_say_why_and_are_taken_by_one_button():
    estimate = an_estimate(a_conference(expected_delegates=150))
    a_rate()
    host = an_official(estimate.agency)

    assert "150 đại biểu theo kế hoạch, 1 buổi" in opened(host, estimate.conference)
    page = sent(host, estimate.conference, viec="nhan", key="break").content.decode()

    assert estimate.lines.get().amount == 3_000_000
    assert "Ba triệu đồng chẵn" in page


def test_a_rate_above_the_ceiling_stands_beside_its_line():
    estimate = an_estimate()
    a_rate(20_000)
    a_line(estimate, rate=25_000)
    page = opened(an_official(estimate.agency), estimate.conference)

    assert "Đơn giá 25.000 đ cao hơn mức chi tối đa 20.000 đ theo Thông tư 40/2017" in page


def test_money_is_typed_as_officials_write_it():
    estimate = an_estimate()
    host = an_official(estimate.agency)
    line = {"content": "Thuê hội trường", "group": "holding", "unit": "buổi", "norm": ""}
    numbers = {"quantity": "1", "times": "2", "rate": "7.500.000 đ", "viec": "them"}
    sent(host, estimate.conference, "dong/them/", **line, **numbers)

    assert estimate.lines.get().amount == 15_000_000


@pytest.mark.parametrize("rate", ["", "mười nghìn", "-5", "1,5", "99.999.999.999.999"])
def test_what_is_no_money_stays_as_typed_with_what_to_do(rate):
    estimate = an_estimate()
    host = an_official(estimate.agency)
    line = {"content": "Thuê xe", "group": "holding", "unit": "chuyến", "norm": ""}
    numbers = {"quantity": "1", "times": "1", "rate": rate, "viec": "them"}
    page = sent(host, estimate.conference, "dong/them/", **line, **numbers).content.decode()

    assert "Nhập đơn giá bằng chữ số" in page
    assert 'value="Thuê xe"' in page
    assert not estimate.lines.exists()


def test_a_chosen_norm_fills_in_its_basis():
    estimate = an_estimate()
    rate, host = a_rate(), an_official(estimate.agency)
    line = {"content": "Nước uống", "group": "holding", "unit": "đại biểu", "norm": rate.pk}
    numbers = {"quantity": "10", "times": "1", "rate": "20.000", "viec": "them"}
    sent(host, estimate.conference, "dong/them/", **line, **numbers)
    kept = estimate.lines.get()

    assert (kept.norm, kept.basis, kept.basis_on) == (rate, rate.basis, rate.basis_on)


def test_one_after_another_the_appraiser_is_led_through_the_lines(submitted):
    a_line(submitted, content="Thuê hội trường")
    finance = the_appraiser(submitted)
    response = sent(
        finance, submitted.conference, "dong/1/", viec="xet", version=0, verdict="agreed"
    )

    assert response.redirect_chain[-1][0] == address(submitted.conference, "dong/2/")


def test_a_change_without_a_reason_keeps_what_was_typed(submitted):
    finance = the_appraiser(submitted)
    data = {"viec": "xet", "version": 0, "verdict": "changed", "quantity": "140", "times": "1"}
    page = sent(finance, submitted.conference, "dong/1/", **data, rate="15.000")

    assert "Nêu lý do để cơ quan lập dự toán biết." in page.content.decode()
    assert 'value="15.000"' in page.content.decode()
    assert submitted.lines.get().verdict == LineVerdict.PENDING


def test_passing_too_early_is_refused_on_the_page_with_the_words_kept(submitted):
    finance = the_appraiser(submitted)
    data = {"viec": "tham-dinh", "version": 0, "verdict": "passed", "note": "Thống nhất."}
    response = sent(finance, submitted.conference, **data)

    assert response.status_code == 409
    assert "Còn 1 dòng chưa xét" in response.content.decode()
    assert "Thống nhất.</textarea>" in response.content.decode()


def test_reporting_upward_needs_to_whom_and_what(submitted):
    finance = the_appraiser(submitted)
    submitted.lines.update(
        verdict="agreed", agreed_amount=3_000_000, agreed_quantity=150, agreed_times=1,
        agreed_rate=20_000, judged_by=finance,
    )  # fmt: skip
    data = {"viec": "tham-dinh", "version": 0, "verdict": "escalated"}
    page = sent(finance, submitted.conference, **data).content.decode()
    assert "Nhập cấp có thẩm quyền quyết định." in page
    sent(finance, submitted.conference, **data, to="HĐND tỉnh", text="Đề xuất bổ sung.")

    assert Estimate.objects.get().escalated_to == "HĐND tỉnh"
    assert "Ghi trả lời" in opened(the_approver(submitted), submitted.conference)


def test_someone_elses_change_is_told_before_ones_own_is_lost(submitted):
    Estimate.objects.update(version=7)
    finance = the_appraiser(submitted)
    data = {"viec": "tham-dinh", "version": 0, "verdict": "returned", "note": "Thiếu báo giá."}
    response = sent(finance, submitted.conference, **data)

    assert "Có người vừa sửa dự toán này" in response.content.decode()
    assert "Thiếu báo giá.</textarea>" in response.content.decode()


@pytest.mark.parametrize("viec", ["xoa", "", "lap"])
def test_an_unknown_deed_is_no_page(viec, submitted):
    host = an_official(submitted.agency)

    assert signed(host).post(address(submitted.conference), {"viec": viec}).status_code == 404


def test_the_sheet_adds_up(submitted):
    a_line(submitted, group="other", content="Dự phòng", quantity=1, rate=500_000)
    response = signed(an_official(submitted.agency)).get(address(submitted.conference, "?xlsx=1"))
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)

    assert [row[6] for row in rows[1:6]] == [3_000_000, 3_000_000, 500_000, 500_000, 3_500_000]
    assert rows[6][1] == "Bằng chữ: Ba triệu năm trăm nghìn đồng chẵn"


def test_more_lines_cost_no_more_queries(submitted):
    client = signed(an_official(submitted.agency))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(address(submitted.conference))
        counts.append(len(queries))
        a_line(submitted), a_line(submitted, group="other")

    assert counts[0] == counts[1]
