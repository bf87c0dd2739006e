"""Who may do what with money: truth tables of role and state."""

import pytest

from doithoai.budget.permissions import (
    appraising_agency,
    approving_agency,
    may_appraise,
    may_approve,
    may_judge_settlement,
    may_keep_rates,
    may_see_budget,
    may_start,
    may_write,
)
from doithoai.budget.states import EstimateState, SettlementState
from doithoai.directory.models import Right
from doithoai.planning.models import Mandate, Work
from tests.builders import (
    a_conference,
    a_place,
    an_administrator,
    an_agency,
    an_approver,
    an_official,
)
from tests.builders_budget import a_line, a_settlement, an_estimate

pytestmark = pytest.mark.django_db
ROLES = ("host", "office", "chair", "finance", "mandated", "department", "elsewhere")


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def agencies(conference):
    mandated, department = [p.agency for p in conference.participations.order_by("pk")]
    Mandate.objects.create(conference=conference, agency=mandated, work=Work.BUDGET)
    leading = {role: getattr(conference, role) for role in ROLES[:4]}
    far = an_agency("Sở Tài chính", place=a_place("Cao Bằng"))
    return leading | {"mandated": mandated, "department": department, "elsewhere": far}


def allowed(agencies, deed, right=Right.APPROVER):
    return {role for role, agency in agencies.items() if deed(an_official(agency, right))}


@pytest.mark.parametrize("right", list(Right))
def test_money_is_seen_by_five_agencies_whatever_the_right(right, conference, agencies):
    seen = allowed(agencies, lambda user: may_see_budget(user, conference), right)

    assert seen == {"host", "office", "chair", "finance", "mandated"}


@pytest.mark.parametrize(
    "right, roles",
    [
        (Right.APPROVER, {"host", "office", "mandated"}),
        (Right.DRAFTER, {"host", "office", "mandated"}),
        (Right.READER, set()),
        (Right.DOOR, set()),
    ],
)
def test_who_does_the_work_begins_the_estimate(right, roles, conference, agencies):
    assert allowed(agencies, lambda user: may_start(user, conference), right) == roles


def test_finance_does_not_begin_what_it_will_appraise(conference):
    Mandate.objects.create(conference=conference, agency=conference.finance, work=Work.BUDGET)

    assert not may_start(an_official(conference.finance), conference)


def test_finance_that_hosts_begins_and_the_office_appraises():
    finance = an_agency("Sở Tài chính")
    conference = a_conference(host=finance, finance=finance)
    estimate = an_estimate(conference)

    assert may_start(an_official(finance), conference)
    assert appraising_agency(estimate) == conference.office_id


@pytest.mark.parametrize("state", list(EstimateState))
def test_only_the_agency_that_began_it_writes(state, conference, agencies):
    estimate = an_estimate(conference, state=state)

    assert allowed(agencies, lambda user: may_write(user, estimate)) == {"host"}
    assert allowed(agencies, lambda user: may_write(user, estimate), Right.READER) == set()


@pytest.mark.parametrize(
    "source, has_finance, prepared_by, appraiser, approver",
    [
        ("budget", True, "host", "finance", "chair"),
        ("budget", True, "office", "finance", "chair"),
        ("budget", False, "host", "office", "chair"),
        ("budget", False, "office", "chair", "chair"),
        ("union", True, "host", "office", "host"),
        ("union", True, "office", "chair", "host"),
        ("union", False, "host", "office", "host"),
        ("other", True, "host", "finance", "host"),
        ("other", False, "host", "office", "host"),
    ],
)
def test_whose_money_it_is_decides_who_judges_it(
    source, has_finance, prepared_by, appraiser, approver
):
    conference = a_conference(**({} if has_finance else {"finance": None}))
    estimate = an_estimate(conference, source=source, agency=getattr(conference, prepared_by))

    assert appraising_agency(estimate) == getattr(conference, appraiser).pk
    assert approving_agency(estimate) == getattr(conference, approver).pk


def test_one_agency_in_every_role_cannot_judge_itself():
    office = an_agency("Văn phòng UBND tỉnh")
    conference = a_conference(host=office, office=office, chair=office, finance=None)

    assert appraising_agency(an_estimate(conference)) is None


@pytest.mark.parametrize("state", list(EstimateState))
def test_the_appraiser_is_of_finance_and_prepared_nothing(state, conference, agencies):
    estimate = an_estimate(conference, state=state)

    assert allowed(agencies, lambda user: may_appraise(user, estimate)) == {"finance"}
    estimate.prepared_by = moved = an_official(conference.finance)
    assert not may_appraise(moved, estimate)


def test_only_who_decides_for_the_chair_approves_the_budgets_money(conference, agencies):
    estimate = an_estimate(conference, state=EstimateState.APPRAISED)

    assert allowed(agencies, lambda user: may_approve(user, estimate)) == {"chair"}
    assert allowed(agencies, lambda user: may_approve(user, estimate), Right.DRAFTER) == set()


def test_the_hosts_approver_has_no_hand_in_what_he_approves(conference):
    state = EstimateState.APPRAISED
    estimate = an_estimate(conference, state=state, source="union")
    writer, judge, clean = [an_approver(conference.host) for _ in range(3)]
    a_line(estimate, written_by=writer, judged_by=judge)

    assert not may_approve(writer, estimate)
    assert not may_approve(judge, estimate)
    assert may_approve(clean, estimate)
    estimate.prepared_by = clean
    assert not may_approve(clean, estimate)


@pytest.mark.parametrize("state", list(SettlementState))
def test_who_appraises_the_estimate_judges_the_settlement(state, conference, agencies):
    settlement = a_settlement(an_estimate(conference, state=EstimateState.APPROVED), state=state)

    assert allowed(agencies, lambda user: may_judge_settlement(user, settlement)) == {"finance"}
    settlement.made_by = moved = an_official(conference.finance)
    assert not may_judge_settlement(moved, settlement)


def test_rates_of_a_province_are_kept_by_administrators_and_its_finance(conference, agencies):
    place = conference.place

    assert allowed(agencies, lambda user: may_keep_rates(user, place)) == {"finance"}
    assert may_keep_rates(an_administrator(), place)
    assert not may_keep_rates(an_official(conference.finance), a_place("Cao Bằng"))
    assert not may_keep_rates(an_official(conference.finance, Right.READER), place)
