"""What was spent, and the settlement after which nothing changes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doithoai.budget.actions import (
    VoucherFacts,
    add_voucher,
    drop_voucher,
    judge_settlement,
    save_settlement,
    submit_settlement,
)
from doithoai.budget.models import Settlement, Voucher
from doithoai.budget.queries import money_table
from doithoai.budget.states import EstimateState, LineVerdict, SettlementState
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_official
from tests.builders_budget import (
    PDF,
    a_line,
    a_settlement,
    a_voucher,
    an_estimate,
    the_appraiser,
)

pytestmark = pytest.mark.django_db
PAID = VoucherFacts("HD-01", date(2024, 10, 2), "Công ty Hoa Sen", 2_500_000)


@pytest.fixture
def estimate():
    return an_estimate(state=EstimateState.APPROVED)


@pytest.fixture
def line(estimate):
    return a_line(estimate)


@pytest.fixture
def host(estimate):
    return an_official(estimate.agency)


def paid(**over):
    values = {"number": "HD-01", "day": date(2024, 10, 2), "payee": "Hoa Sen", "amount": 1}
    return VoucherFacts(**(values | over))


def test_a_voucher_takes_from_what_remains_of_its_line(estimate, line, host):
    voucher = add_voucher(line, paid(amount=2_500_000, content=PDF), by=host)
    row = money_table(estimate, []).rows[0]

    assert (voucher.media_type, voucher.size) == ("application/pdf", len(PDF))
    assert (row.spent, row.left) == (2_500_000, 500_000)


def test_spending_beyond_a_line_is_told_and_not_refused(estimate, line, host):
    add_voucher(line, paid(amount=3_000_001), by=host)
    table = money_table(estimate, [])

    assert [row.left for row in table.overspent] == [-1]
    assert table.totals.left == -1


@pytest.mark.parametrize(
    "over, words",
    [
        ({"amount": 0}, "lớn hơn 0"),
        ({"amount": 10**13}, "lớn hơn 0"),
        ({"day": date(2024, 10, 8)}, "không sau hôm nay"),
        ({"content": b"<html>"}, "Chọn bản chụp"),
        ({"content": b""}, "Chọn bản chụp"),
        ({"content": PDF + b"0" * (5 * 1024 * 1024)}, "nhẹ hơn 5 MB"),
    ],
)
def test_a_voucher_is_whole(over, words, line, host):
    with pytest.raises(Refused, match=words):
        add_voucher(line, paid(**over), by=host)
    assert not Voucher.objects.exists()


def test_one_paper_is_recorded_once_a_line(line, host):
    add_voucher(line, PAID, by=host)

    with pytest.raises(Refused, match="đã ghi ở dòng này"):
        add_voucher(line, PAID, by=host)


def test_nothing_is_spent_on_what_was_struck_or_is_not_approved(estimate, host):
    struck = a_line(estimate, verdict=LineVerdict.STRUCK, reason="Không.")
    with pytest.raises(Refused, match="không được chấp nhận"):
        add_voucher(struck, PAID, by=host)

    early = a_line(an_estimate(state=EstimateState.APPRAISED))
    with pytest.raises(Refused, match="chưa duyệt"):
        add_voucher(early, PAID, by=an_official(early.estimate.agency))


@pytest.mark.parametrize("role", ["office", "chair", "finance"])
def test_only_the_preparer_records_vouchers(role, estimate, line):
    other = an_official(getattr(estimate.conference, role))

    with pytest.raises(Forbidden):
        add_voucher(line, PAID, by=other)
    with pytest.raises(Forbidden):
        drop_voucher(a_voucher(line), by=other)


def test_a_difference_beyond_the_share_is_explained(estimate, line, host):
    a_voucher(line, 2_000_000)

    with pytest.raises(Refused, match="chênh lệch quá 10 %: Giải khát"):
        submit_settlement(estimate, reasons={}, version=0, by=host)
    done = submit_settlement(estimate, reasons={line.pk: "Vắng 50 đại biểu."}, version=0, by=host)

    kept = done.lines.get()
    assert (done.state, kept.spent, kept.reason) == ("submitted", 2_000_000, "Vắng 50 đại biểu.")


def test_a_small_difference_needs_no_words(estimate, line, host):
    a_voucher(line, 2_700_000)

    assert submit_settlement(estimate, reasons={}, version=0, by=host).state == "submitted"


def test_without_vouchers_there_is_nothing_to_settle(estimate, line, host):
    with pytest.raises(Refused, match="Chưa có chứng từ"):
        submit_settlement(estimate, reasons={line.pk: "Chưa chi."}, version=0, by=host)
    assert not Settlement.objects.exists()


def test_reasons_are_kept_before_it_is_handed_in(estimate, line, host):
    first = save_settlement(estimate, reasons={line.pk: "Đang chờ hóa đơn."}, version=0, by=host)
    second = save_settlement(estimate, reasons={}, version=1, by=host)

    assert (first.pk, second.version) == (second.pk, 2)
    assert second.lines.get().reason == "Đang chờ hóa đơn."
    with pytest.raises(Refused, match="vừa sửa"):
        save_settlement(estimate, reasons={}, version=1, by=host)


@pytest.mark.parametrize("state", [SettlementState.SUBMITTED, SettlementState.ACCEPTED])
def test_once_handed_in_no_voucher_changes(state, estimate, line, host):
    voucher = a_voucher(line)
    a_settlement(estimate, state=state)

    for deed in (
        lambda: add_voucher(line, PAID, by=host),
        lambda: drop_voucher(voucher, by=host),
        lambda: save_settlement(estimate, reasons={}, version=0, by=host),
    ):
        with pytest.raises(Refused, match="không sửa được nữa"):
            deed()


def test_a_returned_settlement_is_mended_and_handed_in_again(estimate, line, host):
    a_voucher(line, 3_000_000)
    settlement = a_settlement(estimate, state=SettlementState.SUBMITTED)
    finance = the_appraiser(estimate)
    with pytest.raises(Refused, match="lý do trả lại"):
        judge_settlement(settlement, verdict="returned", version=0, by=finance)
    back = judge_settlement(
        settlement, verdict="returned", note="Thiếu hóa đơn.", version=0, by=finance
    )
    again = submit_settlement(estimate, reasons={}, version=back.version, by=host)
    done = judge_settlement(again, verdict="finalized", version=again.version, by=finance)

    assert (done.state, done.judged_by) == ("finalized", finance)
    with pytest.raises(Refused):
        judge_settlement(done, verdict="returned", note="Lại.", version=done.version, by=finance)


@pytest.mark.parametrize("verdict", ["submitted", "draft"])
def test_a_settlement_is_accepted_or_returned_and_nothing_else(verdict, estimate):
    settlement = a_settlement(estimate, state=SettlementState.SUBMITTED)

    with pytest.raises(Refused):
        judge_settlement(settlement, verdict=verdict, version=0, by=the_appraiser(estimate))


@pytest.mark.parametrize("broken", [{"amount": 0}, {"size": 9}, {"media_type": "text/html"}])
def test_the_database_keeps_no_broken_voucher(broken, line):
    voucher = a_voucher(line)

    with pytest.raises(IntegrityError), transaction.atomic():
        Voucher.objects.filter(pk=voucher.pk).update(**broken)
