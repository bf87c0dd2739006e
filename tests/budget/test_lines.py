"""Lines: written by the preparer, judged by the appraiser, exact to the đồng."""

import pytest
from django.db import IntegrityError, transaction

from doithoai.audit.models import Entry
from doithoai.budget.actions import (
    LineFacts,
    LineJudgement,
    add_line,
    agree_rest,
    amend_line,
    drop_line,
    judge_line,
    take_proposal,
)
from doithoai.budget.models import EstimateLine
from doithoai.budget.states import EstimateState, LineVerdict
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_official
from tests.builders_budget import a_line, a_rate, an_estimate, the_appraiser

pytestmark = pytest.mark.django_db
HALL = LineFacts("holding", "Thuê hội trường", "buổi", 1, 2, 7_500_000)


@pytest.fixture
def estimate():
    return an_estimate()


@pytest.fixture
def submitted():
    return an_estimate(state=EstimateState.SUBMITTED)


def test_a_line_is_the_product_of_its_numbers(estimate):
    host = an_official(estimate.agency)
    line = add_line(estimate, HALL, by=host)
    second = add_line(estimate, HALL, by=host)

    assert (line.amount, line.position, second.position) == (15_000_000, 1, 2)
    assert Entry.objects.first().after["money"] == "15.000.000 đ"
    estimate.refresh_from_db()
    assert estimate.version == 2


def test_no_line_costs_more_than_any_conference(estimate):
    facts = LineFacts("holding", "Thuê", "buổi", 10**6, 10**3, 10**9)

    with pytest.raises(Refused, match="quá lớn"):
        add_line(estimate, facts, by=an_official(estimate.agency))
    assert not EstimateLine.objects.exists()


@pytest.mark.parametrize("role", ["office", "chair", "finance"])
def test_others_write_no_line(role, estimate):
    with pytest.raises(Forbidden):
        add_line(estimate, HALL, by=an_official(getattr(estimate.conference, role)))


def test_what_is_handed_in_is_not_written_in(submitted):
    line = a_line(submitted)
    host = an_official(submitted.agency)

    for deed in (
        lambda: add_line(submitted, HALL, by=host),
        lambda: amend_line(line, HALL, version=0, by=host),
        lambda: drop_line(line, version=0, by=host),
    ):
        with pytest.raises(Refused, match="Chờ thẩm định"):
            deed()


def test_a_line_written_anew_is_judged_anew():
    estimate = an_estimate(state=EstimateState.RETURNED)
    line = a_line(estimate, verdict=LineVerdict.STRUCK, reason="Không có trong quy định.")
    host = an_official(estimate.agency)
    line = amend_line(line, HALL, version=0, by=host)

    assert (line.verdict, line.reason, line.judged_by) == (LineVerdict.PENDING, "", None)
    assert (line.amount, line.written_by) == (15_000_000, host)
    with pytest.raises(Refused, match="vừa sửa"):
        amend_line(line, HALL, version=0, by=host)


def test_a_dropped_line_leaves_only_its_trace(estimate):
    line = a_line(estimate)
    drop_line(line, version=0, by=an_official(estimate.agency))

    assert not EstimateLine.objects.exists()
    assert Entry.objects.get().before["text"] == "Giải khát giữa giờ"


def test_a_proposal_is_taken_once():
    estimate = an_estimate(a_conference(expected_delegates=150))
    rate, host = a_rate(), an_official(estimate.agency)
    line = take_proposal(estimate, key="break", by=host)

    assert (line.quantity, line.rate, line.norm, line.basis) == (150, 20_000, rate, rate.basis)
    with pytest.raises(Refused, match="đã có trong dự toán"):
        take_proposal(estimate, key="break", by=host)


@pytest.mark.parametrize(
    "judgement, agreed",
    [
        (LineJudgement("agreed"), 3_000_000),
        (LineJudgement("changed", 140, 1, 20_000, "Giảm 10 đại biểu."), 2_800_000),
        (LineJudgement("struck", 9, 9, 9, "Đơn vị tự lo."), 0),
    ],
)
def test_the_appraiser_says_what_of_a_line_is_agreed(judgement, agreed, submitted):
    finance = the_appraiser(submitted)
    line = judge_line(a_line(submitted), judgement, version=0, by=finance)

    assert (line.verdict, line.agreed_amount) == (judgement.verdict, agreed)
    assert (line.amount, line.judged_by) == (3_000_000, finance)


@pytest.mark.parametrize(
    "judgement, words",
    [
        (LineJudgement("changed", 140, 1, 20_000), "nêu lý do"),
        (LineJudgement("struck"), "nêu lý do"),
        (LineJudgement("changed", 0, 1, 20_000, "Bỏ."), "Không chấp nhận"),
        (LineJudgement("changed", 10**6, 10**4, 10**6, "Tăng."), "quá lớn"),
        (LineJudgement("pending"), "Chọn một ý kiến"),
    ],
)
def test_a_judgement_is_whole(judgement, words, submitted):
    line = a_line(submitted)

    with pytest.raises(Refused, match=words):
        judge_line(line, judgement, version=0, by=the_appraiser(submitted))
    line.refresh_from_db()
    assert line.verdict == LineVerdict.PENDING


def test_nobody_judges_a_line_he_wrote(submitted):
    moved = the_appraiser(submitted)
    line = a_line(submitted, written_by=moved)

    with pytest.raises(Refused, match="ba người khác nhau"):
        judge_line(line, LineJudgement("agreed"), version=0, by=moved)
    with pytest.raises(Forbidden):
        judge_line(
            line, LineJudgement("agreed"), version=0, by=an_official(submitted.conference.office)
        )


def test_the_rest_is_agreed_at_once_save_what_is_above_a_ceiling(submitted):
    a_rate(20_000)
    high, fit = a_line(submitted, rate=30_000), a_line(submitted, rate=20_000)
    count = agree_rest(submitted, version=0, by=the_appraiser(submitted))
    high.refresh_from_db(), fit.refresh_from_db()

    assert count == 1
    assert (high.verdict, fit.verdict) == (LineVerdict.PENDING, LineVerdict.AGREED)


@pytest.mark.parametrize(
    "broken",
    [
        {"amount": 2_999_999},
        {"agreed_amount": 1},
        {"verdict": LineVerdict.AGREED},
        {"verdict": LineVerdict.STRUCK},
        {"verdict": LineVerdict.CHANGED, "reason": "Giảm."},
    ],
)
def test_the_database_keeps_no_sum_that_is_wrong(broken, estimate):
    line = a_line(estimate)

    with pytest.raises(IntegrityError), transaction.atomic():
        EstimateLine.objects.filter(pk=line.pk).update(**broken)
