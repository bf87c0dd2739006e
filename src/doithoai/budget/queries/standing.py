"""How the money of conferences stands, for many at once, and whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, Sum

from doithoai.budget.models import Estimate, EstimateLine, Settlement, Voucher
from doithoai.budget.permissions import appraising_agency, approving_agency
from doithoai.budget.states import (
    EstimateState,
    LineVerdict,
    SettlementState,
)
from doithoai.planning.models import Conference, Mandate, Work


@dataclass(frozen=True, slots=True)
class BudgetStanding:
    """How the money of a conference stands, and whose turn it is.

    `state` and `settlement` are values of their states, "" when there is none yet. `turn` says
    what is to be done next (write, appraise, approve, answer, spend, settle, accept, "") by the
    agency with key `turn_agency`; `needs_approver` when only an approver may. `due` is the
    earliest day the plan gives to agencies charged with the budget; `late` counts 1 when it has
    passed and the estimate is not approved.
    """

    state: str = ""
    settlement: str = ""
    lines: int = 0
    pending: int = 0
    asked: int = 0
    agreed: int = 0
    spent: int = 0
    turn: str = "write"
    turn_agency: int | None = None
    needs_approver: bool = False
    due: date | None = None
    late: int = 0


def budget_standing_by(
    conferences: Iterable[Conference], *, today: date
) -> dict[int, BudgetStanding]:
    """The standing of every conference, by its key. Four queries, however many they are."""
    conferences = list(conferences)
    by_key = {conference.pk: conference for conference in conferences}
    estimates = {
        estimate.conference_id: estimate
        for estimate in Estimate.objects.filter(conference__in=conferences).select_related(
            "settlement"
        )
    }
    sums = _sums(estimates.values())
    dues = dict(
        Mandate.objects.filter(conference__in=conferences, work=Work.BUDGET)
        .order_by()
        .values_list("conference_id")
        .annotate(Min("assignment__due"))
    )
    return {
        key: _standing(conference, estimates.get(key), sums, dues.get(key), today)
        for key, conference in by_key.items()
    }


def _sums(estimates: Iterable[Estimate]) -> dict[int, tuple[int, int, int, int, int]]:
    """(lines, pending, asked, agreed, spent) of each estimate. Two queries."""
    estimates = list(estimates)
    rows = (
        EstimateLine.objects.filter(estimate__in=estimates)
        .order_by()
        .values_list("estimate_id")
        .annotate(
            count=Count("pk"),
            pending=Count("pk", filter=Q(verdict=LineVerdict.PENDING)),
            asked=Sum("amount"),
            agreed=Sum("agreed_amount"),
        )
    )
    spent = dict(
        Voucher.objects.filter(line__estimate__in=estimates)
        .order_by()
        .values_list("line__estimate_id")
        .annotate(Sum("amount"))
    )
    return {key: (*counts, spent.get(key, 0)) for key, *counts in rows}


def _standing(
    conference: Conference,
    estimate: Estimate | None,
    sums: dict[int, tuple[int, int, int, int, int]],
    due: date | None,
    today: date,
) -> BudgetStanding:
    is_approved = estimate is not None and estimate.state == EstimateState.APPROVED
    late = int(due is not None and due < today and not is_approved)
    if estimate is None:
        return BudgetStanding(turn_agency=conference.host_id, due=due, late=late)
    estimate.conference = conference
    settlement: Settlement | None = getattr(estimate, "settlement", None)
    turn, agency = turn_of(estimate, settlement)
    return BudgetStanding(
        estimate.state,
        settlement.state if settlement else "",
        *sums.get(estimate.pk, (0, 0, 0, 0, 0)),
        turn=turn,
        turn_agency=agency,
        needs_approver=turn in {"approve", "answer"},
        due=due,
        late=late,
    )


def turn_of(estimate: Estimate, settlement: Settlement | None) -> tuple[str, int | None]:
    """What is to be done next and by which agency; ("", None) when all is settled."""
    turn = (
        SETTLING[SettlementState(settlement.state)]
        if settlement
        else TURNS[EstimateState(estimate.state)]
    )
    if turn in {"appraise", "accept"}:
        return turn, appraising_agency(estimate)
    if turn in {"approve", "answer"}:
        return turn, approving_agency(estimate)
    return turn, estimate.agency_id if turn else None


TURNS = {
    EstimateState.DRAFT: "write",
    EstimateState.RETURNED: "write",
    EstimateState.SUBMITTED: "appraise",
    EstimateState.APPRAISED: "approve",
    EstimateState.ESCALATED: "answer",
    EstimateState.APPROVED: "spend",
}
SETTLING = {
    SettlementState.DRAFT: "settle",
    SettlementState.RETURNED: "settle",
    SettlementState.SUBMITTED: "accept",
    SettlementState.ACCEPTED: "",
}
