"""Money of the samples: estimate, appraisal, approval, what was spent, the settlement."""

from datetime import date
from typing import Any

from doithoai.budget.actions import (
    LineFacts,
    LineJudgement,
    VoucherFacts,
    add_lines,
    add_voucher,
    agree_rest,
    appraise_estimate,
    approve_estimate,
    judge_line,
    judge_settlement,
    start_estimate,
    submit_estimate,
    submit_settlement,
)
from doithoai.budget.models import Estimate, EstimateLine
from doithoai.budget.permissions import appraising_agency, approving_agency
from doithoai.budget.states import EstimateState, LineVerdict, SettlementState
from doithoai.directory.models import Agency, Right, User
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import on, reach
from doithoai.planning.models import Conference


def estimate(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The host's estimate, handed in, judged line by line, approved where the data say so."""
    told, host = data["budget"], people.of(conference.host)
    with on(date.fromisoformat(told["estimated_on"]), 9):
        made = start_estimate(conference, source=told["source"], by=host)
        add_lines(made, [_line(line) for line in told["lines"]], by=host)
        made = _fresh(made)
        made = submit_estimate(made, version=made.version, by=host)
    judge = people.of(Agency.objects.get(pk=appraising_agency(made) or 0), told["judge"])
    with on(date.fromisoformat(told["judged_on"]), 15):
        lines = list(made.lines.order_by("position"))
        for line in lines[: told.get("judged", 0)]:
            _judge(line, told, judge)
        if "approved_on" not in told:
            return
        made = _fresh(made)
        agree_rest(made, version=made.version, by=judge)
        made = _fresh(made)
        verdict = EstimateState.APPRAISED
        made = appraise_estimate(made, verdict=verdict, version=made.version, by=judge)
    with on(date.fromisoformat(told["approved_on"]), 10):
        decider = people.of(Agency.objects.get(pk=approving_agency(made)), Right.APPROVER)
        approve_estimate(made, verdict=EstimateState.APPROVED, version=made.version, by=decider)


def settle(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Vouchers of what was paid, and their settlement."""
    told, host = data["budget"], people.of(conference.host)
    reach(date.fromisoformat(told["settled_on"]))
    made = Estimate.objects.get(conference=conference)
    lines = list(made.lines.order_by("position"))
    for place, number, day, payee, amount in told["vouchers"]:
        with on(date.fromisoformat(day), 14):
            paid = VoucherFacts(number, date.fromisoformat(day), payee, amount)
            add_voucher(lines[place - 1], paid, by=host)
    reasons = {lines[int(place) - 1].pk: why for place, why in told["differences"].items()}
    judge = people.of(Agency.objects.get(pk=appraising_agency(made) or 0), told["judge"])
    with on(date.fromisoformat(told["settled_on"]), 9):
        settlement = submit_settlement(_fresh(made), reasons=reasons, version=0, by=host)
    with on(date.fromisoformat(told["accepted_on"]), 9):
        verdict = SettlementState.ACCEPTED
        judge_settlement(settlement, verdict=verdict, version=settlement.version, by=judge)


def _line(line: list[Any]) -> LineFacts:
    group, content, unit, quantity, times, rate, basis = line
    return LineFacts(group, content, unit, quantity, times, rate, basis=basis)


def _judge(line: EstimateLine, told: dict[str, Any], judge: User) -> None:
    changed = told.get("changed", {}).get(str(line.position))
    verdict = LineJudgement(LineVerdict.AGREED)
    if changed:
        quantity, times, rate, reason = changed
        verdict = LineJudgement(LineVerdict.CHANGED, quantity, times, rate, reason)
    judge_line(line, verdict, version=line.version, by=judge)


def _fresh(made: Estimate) -> Estimate:
    return Estimate.objects.get(pk=made.pk)
