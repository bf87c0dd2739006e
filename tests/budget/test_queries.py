"""Standing of many conferences in few queries; rates as data; tables that add up."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.budget.actions import load_rates
from doithoai.budget.models import Rate
from doithoai.budget.queries import (
    budget_standing_by,
    headcount,
    money_table,
    norms_for,
    proposals_for,
    rate_day,
)
from doithoai.budget.states import EstimateState, LineVerdict, SettlementState
from doithoai.delegates.models import Delegate
from doithoai.planning.models import Mandate, Work
from tests.builders import a_conference, a_place, a_task
from tests.builders_budget import a_line, a_rate, a_settlement, a_voucher, an_estimate

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


def standing(conference):
    return budget_standing_by([conference], today=TODAY)[conference.pk]


@pytest.mark.parametrize(
    "state, settlement, turn, role, needs_approver",
    [
        (None, None, "write", "host", False),
        (EstimateState.DRAFT, None, "write", "host", False),
        (EstimateState.SUBMITTED, None, "appraise", "finance", False),
        (EstimateState.RETURNED, None, "write", "host", False),
        (EstimateState.APPRAISED, None, "approve", "chair", True),
        (EstimateState.ESCALATED, None, "answer", "chair", True),
        (EstimateState.APPROVED, None, "spend", "host", False),
        (EstimateState.APPROVED, SettlementState.DRAFT, "settle", "host", False),
        (EstimateState.APPROVED, SettlementState.SUBMITTED, "accept", "finance", False),
        (EstimateState.APPROVED, SettlementState.RETURNED, "settle", "host", False),
        (EstimateState.APPROVED, SettlementState.ACCEPTED, "", None, False),
    ],
)
def test_whose_turn_it_is(state, settlement, turn, role, needs_approver):
    conference = a_conference()
    if state:
        estimate = an_estimate(conference, state=state)
        if settlement:
            a_settlement(estimate, state=settlement)
    found = standing(conference)

    assert (found.turn, found.needs_approver) == (turn, needs_approver)
    assert found.turn_agency == (getattr(conference, role).pk if role else None)


def test_sums_of_a_conference():
    conference = a_conference()
    estimate = an_estimate(conference, state=EstimateState.APPROVED)
    a_voucher(a_line(estimate), 1_000_000)
    a_line(estimate, verdict=LineVerdict.STRUCK, reason="Không.")
    found = standing(conference)

    assert (found.lines, found.pending) == (2, 0)
    assert (found.asked, found.agreed, found.spent) == (6_000_000, 3_000_000, 1_000_000)


def test_the_plans_own_day_makes_it_late():
    conference = a_conference()
    task = a_task(conference, conference.host, due=date(2024, 10, 1))
    Mandate.objects.create(
        conference=conference, agency=conference.host, work=Work.BUDGET, assignment=task
    )

    assert (standing(conference).due, standing(conference).late) == (date(2024, 10, 1), 1)
    an_estimate(conference, state=EstimateState.APPROVED)
    assert standing(conference).late == 0


def test_many_conferences_cost_no_more_queries():
    conferences = [a_conference() for _ in range(3)]
    for conference in conferences:
        a_voucher(a_line(an_estimate(conference, state=EstimateState.APPROVED)))
    counts = []
    for some in (conferences[:1], conferences):
        with CaptureQueriesContext(connection) as queries:
            budget_standing_by(some, today=TODAY)
        counts.append(len(queries))

    assert counts == [4, 4]


def test_the_data_file_is_laid_down_once_and_holds_by_the_day():
    assert load_rates(by=None) == 12
    assert load_rates(by=None) == 0
    rate = Rate.objects.get(key="tt40-giai-khat")
    rate.ceiling = 1
    rate.save()
    load_rates(by=None)
    rate.refresh_from_db()
    assert rate.ceiling == 1

    old = {n.item: n.ceiling for n in norms_for(a_conference(held_on=date(2025, 5, 3)))}
    new = {n.item: n.ceiling for n in norms_for(a_conference(held_on=date(2025, 5, 4)))}
    assert (old["meal_town"], new["meal_town"]) == (150_000, 225_000)
    assert (old["travel"], new["travel"]) == (200_000, 300_000)


def test_a_province_has_no_inner_city_and_a_city_has():
    load_rates(by=None)
    city = a_place("Hải Phòng", kind="thành phố")

    assert "meal_city" not in {norm.item for norm in norms_for(a_conference())}
    assert "meal_city" in {norm.item for norm in norms_for(a_conference(place=city))}


@pytest.mark.parametrize(
    "over, day",
    [
        ({"held_on": date(2024, 10, 24)}, date(2024, 10, 24)),
        ({"held_on": None, "held_month": "2024-02"}, date(2024, 2, 29)),
        ({"held_on": None, "held_month": ""}, TODAY),
    ],
)
def test_the_day_whose_rates_hold(over, day):
    assert rate_day(a_conference(**over)) == day


def test_delegates_are_counted_by_who_pays_them():
    conference = a_conference(expected_delegates=150)
    for number, (paid, kind, state) in enumerate(
        [
            (False, "delegate", "accepted"),
            (None, "guest", "nominated"),
            (True, "delegate", "accepted"),
            (False, "staff", "accepted"),
            (False, "delegate", "replaced"),
        ]
    ):
        Delegate.objects.create(
            conference=conference,
            full_name=f"Đại biểu {number}",
            code=f"AB{number}",
            paid_by_budget=paid,
            kind=kind,
            state=state,
        )
    found = headcount(conference)

    assert (found.expected, found.listed, found.unpaid, found.unknown) == (150, 3, 1, 1)


def test_what_stands_in_the_estimate_is_proposed_no_more():
    estimate = an_estimate(a_conference(expected_delegates=150))
    rate = a_rate()
    a_line(estimate, content="Nước giải khát", norm=rate)
    a_line(estimate, content="thuê hội trường, âm thanh, máy chiếu")
    found = proposals_for(estimate, [rate.norm], estimate.lines.all())

    assert [line.key for line in found] == ["decoration", "papers"]


def test_a_table_is_cut_into_parts_that_add_up():
    estimate = an_estimate(state=EstimateState.APPROVED)
    a_line(estimate, group="other", quantity=1, rate=500_000)
    a_line(estimate, group="preparation", quantity=2, rate=100_000)
    a_voucher(a_line(estimate, group="preparation", quantity=1, rate=1_000), 2_000)
    table = money_table(estimate, [])

    assert [(group.number, group.name) for group in table.groups] == [
        ("I", "Chi chuẩn bị"),
        ("II", "Chi khác, dự phòng"),
    ]
    assert [row.number for row in table.groups[0].rows] == [1, 2]
    assert table.totals.asked == sum(group.totals.asked for group in table.groups) == 701_000
    assert table.totals.left == 699_000
