"""Rates of the day, numbers of delegates, and what they propose."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet

from doithoai.audit import clock
from doithoai.budget import rules
from doithoai.budget.models import Estimate, EstimateLine, FundingSource, Rate, RateItem
from doithoai.budget.rules import Headcount, Norm, ProposedLine
from doithoai.delegates.models import Delegate, DelegateKind
from doithoai.delegates.states import LIVING
from doithoai.directory.models import Place
from doithoai.planning.models import Conference
from doithoai.vietnamese.dates import last_day_of_month
from doithoai.vietnamese.letters import fold


def rate_day(conference: Conference) -> date:
    """The day whose rates hold: of the conference, else the end of its month, else today."""
    if conference.held_on:
        return conference.held_on
    if conference.held_month:
        year, month = conference.held_month.split("-")
        return last_day_of_month(int(year), int(month))
    return clock.today()


def rates_of(place: Place) -> "QuerySet[Rate]":
    """The country's rates and the place's own, in force or not."""
    return Rate.objects.filter(Q(place=None) | Q(place=place)).select_related("place", "added_by")


def norms_for(conference: Conference) -> list[Norm]:
    """The norms in force on the day of the conference, where it is held. One query."""
    in_city = conference.place.kind == "thành phố"
    norms = [
        rate.norm
        for rate in rates_of(conference.place)
        if in_city or rate.item != RateItem.MEAL_CITY
    ]
    return rules.norms_in_force(norms, rate_day(conference))


def headcount(conference: Conference) -> Headcount:
    """How many attend, by the plan and by the list. One query."""
    listed = Delegate.objects.filter(conference=conference, state__in=sorted(LIVING)).exclude(
        kind=DelegateKind.STAFF
    )
    counts = listed.aggregate(
        listed=Count("pk"),
        unpaid=Count("pk", filter=Q(paid_by_budget=False)),
        unknown=Count("pk", filter=Q(paid_by_budget=None)),
    )
    return Headcount(expected=conference.expected_delegates or 0, **counts)


def proposals_for(
    estimate: Estimate, norms: Sequence[Norm], lines: Iterable[EstimateLine]
) -> list[ProposedLine]:
    """Proposed lines whose matter does not stand in the estimate yet. One query."""
    conference = estimate.conference
    lines = list(lines)
    written = {fold(line.content) for line in lines}
    taken = {line.norm_id for line in lines if line.norm_id}
    return [
        line
        for line in rules.propose_lines(
            headcount(conference),
            norms,
            meal=rules.MEALS["city" if conference.place.kind == "thành phố" else "town"],
            sessions=rules.half_days(conference.start_time, conference.end_time),
        )
        if fold(line.content) not in written and line.norm not in taken
    ]


def source_proposed(conference: Conference) -> tuple[FundingSource, str]:
    """(funding source, reason) from the plan's words and its finance agency."""
    source, reason = rules.propose_source(conference.funding, bool(conference.finance_id))
    return FundingSource(source), reason
