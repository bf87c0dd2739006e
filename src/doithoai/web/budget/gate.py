"""What of a conference's money an address may reach; others are told there is no such page."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from doithoai.budget.models import Estimate, EstimateLine
from doithoai.budget.permissions import may_see_budget
from doithoai.budget.queries import LineRow, MoneyTable, estimate_of
from doithoai.planning.models import Conference
from doithoai.web.framing import conference_or_404
from doithoai.web.requests import OfficialRequest


def money_or_404(request: OfficialRequest, slug: str) -> Conference:
    """The conference, when this person may see its money."""
    conference = conference_or_404(request, slug)
    if not may_see_budget(request.user, conference):
        raise Http404
    return conference


def estimate_or_404(request: OfficialRequest, slug: str) -> Estimate:
    """The estimate of a conference whose money this person may see."""
    estimate = estimate_of(money_or_404(request, slug))
    if estimate is None:
        raise Http404
    return estimate


def line_or_404(request: OfficialRequest, slug: str, position: int) -> EstimateLine:
    """One line of such an estimate."""
    estimate = estimate_or_404(request, slug)
    line = get_object_or_404(
        EstimateLine.objects.select_related("written_by", "judged_by__agency"),
        estimate=estimate,
        position=position,
    )
    line.estimate = estimate
    return line


def row_of(line: EstimateLine, table: MoneyTable) -> LineRow:
    """The line as its table numbers and warns of it."""
    return next(row for row in table.rows if row.line.pk == line.pk)
