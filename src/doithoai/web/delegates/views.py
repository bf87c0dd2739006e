"""The seats the plan gives, as stated and as they add up."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from doithoai.delegates.queries import quota_table
from doithoai.web.delegates.seats import SEATS_HEAD, seats_bars, seats_rows, shown_seats
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response


@require_safe
def quotas(request: OfficialRequest, slug: str) -> HttpResponse:
    """Đại biểu: the quota table with bars, sums checked, faults in words; Excel."""
    conference = conference_or_404(request, slug)
    table = quota_table(conference)
    if "xlsx" in request.GET:
        return sheet_response(f"dai-bieu-{slug}", SEATS_HEAD, seats_rows(table))
    return framed(
        request,
        "delegates/quotas.html",
        conference,
        stage="delegates",
        table=table,
        seats=shown_seats(table),
        bars=seats_bars(table),
        legend=("Số đại biểu",),
        bars_title=f"{table.total} đại biểu theo mục",
    )
