"""What the page of the estimate shows."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from doithoai.budget.models import Estimate
from doithoai.budget.permissions import (
    appraising_agency,
    approving_agency,
    may_keep_rates,
    may_start,
)
from doithoai.budget.queries import (
    MoneyTable,
    money_table,
    norms_for,
    proposals_for,
    rate_day,
    source_proposed,
)
from doithoai.budget.states import EstimateState
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.vietnamese.numbers import money_in_words
from doithoai.web.budget.deeds import blank_forms, deeds_for
from doithoai.web.budget.forms import StartForm


def start_context(user: User, conference: Conference) -> dict[str, Any]:
    """The page before there is an estimate: the source the plan speaks of, to be confirmed."""
    source, reason = source_proposed(conference)
    allowed = may_start(user, conference)
    return {
        "start": StartForm(initial={"source": source}) if allowed else None,
        "reason": reason,
    }


def estimate_context(user: User, estimate: Estimate) -> dict[str, Any]:
    """The page of the estimate: lines, sums, hands, and the forms that wait for this person."""
    conference = estimate.conference
    norms = norms_for(conference)
    table = money_table(estimate, norms)
    names = deeds_for(user, estimate)
    lines = [row.line for row in table.rows]
    return {
        **money_context(estimate, table),
        "deeds": names,
        "forms": blank_forms(estimate, names),
        "proposals": proposals_for(estimate, norms, lines) if "nhan" in names else [],
        "rate_day": rate_day(conference),
        "hands": list(hands(estimate)),
        "may_keep_rates": may_keep_rates(user, conference.place),
        "agreeable": table.pending - sum(row.line.verdict == "pending" for row in table.warned),
    }


def money_context(estimate: Estimate, table: MoneyTable) -> dict[str, Any]:
    """What every page of money shows: the table, its sums in words, who judges."""
    settled = getattr(estimate, "settlement", None)
    shown = EstimateState(estimate.state) not in {EstimateState.DRAFT}
    total = table.totals.agreed if estimate.state in AGREED else table.totals.asked
    keys = {appraising_agency(estimate), approving_agency(estimate)} - {None}
    agencies = Agency.objects.in_bulk(keys)
    return {
        "estimate": estimate,
        "settlement": settled,
        "table": table,
        "totals": table.totals,
        "in_words": money_in_words(total),
        "total": total,
        "judged": shown,
        "approved": estimate.state == EstimateState.APPROVED,
        "appraiser": agencies.get(appraising_agency(estimate) or 0),
        "approver": agencies.get(approving_agency(estimate)),
    }


AGREED = frozenset({EstimateState.APPRAISED, EstimateState.ESCALATED, EstimateState.APPROVED})


def hands(estimate: Estimate) -> Iterator[tuple[str, User, datetime | None]]:
    """(role, person, when) of everyone who had the estimate in hand."""
    for role, person, at in (
        ("Gửi thẩm định", estimate.prepared_by, estimate.submitted_at),
        ("Thẩm định", estimate.appraised_by, estimate.appraised_at),
        ("Duyệt", estimate.approved_by, estimate.approved_at),
    ):
        if person:
            yield role, person, at
