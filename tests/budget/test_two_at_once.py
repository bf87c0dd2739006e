"""Two hands on the same money at the same moment."""

import pytest

from doithoai.budget.actions import (
    LineJudgement,
    VoucherFacts,
    add_voucher,
    approve_estimate,
    judge_line,
    submit_settlement,
)
from doithoai.budget.models import Estimate, EstimateLine, Voucher
from doithoai.budget.states import EstimateState
from doithoai.workflow import Refused
from tests.builders import an_approver, an_official
from tests.builders_budget import a_line, a_voucher, an_estimate, the_appraiser
from tests.questions.test_two_at_once import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_of_two_who_decide_one_wins_and_the_other_is_told():
    estimate = an_estimate(state=EstimateState.APPRAISED)
    a_line(estimate)
    first, second = [an_approver(estimate.conference.chair) for _ in range(2)]

    results = together(
        lambda: approve_estimate(estimate, verdict="approved", version=0, by=first),
        lambda: approve_estimate(estimate, verdict="returned", note="Giảm.", version=0, by=second),
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert Estimate.objects.get().version == 1


def test_a_line_is_judged_once():
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    line = a_line(estimate)
    people = [the_appraiser(estimate), the_appraiser(estimate)]

    results = together(
        lambda: judge_line(line, LineJudgement("agreed"), version=0, by=people[0]),
        lambda: judge_line(line, LineJudgement("struck", reason="Không."), version=0, by=people[1]),
    )

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert EstimateLine.objects.get().version == 1


def test_no_voucher_slips_into_a_settlement_just_handed_in():
    estimate = an_estimate(state=EstimateState.APPROVED)
    line = a_line(estimate)
    a_voucher(line, 3_000_000)
    host = an_official(estimate.agency)
    late = VoucherFacts("HD-9", line.vouchers.get().day, "Hoa Sen", 1)

    together(
        lambda: submit_settlement(estimate, reasons={}, version=0, by=host),
        lambda: add_voucher(line, late, by=host),
    )
    settled = Estimate.objects.get().settlement.lines.get().spent

    assert settled == sum(Voucher.objects.values_list("amount", flat=True))
