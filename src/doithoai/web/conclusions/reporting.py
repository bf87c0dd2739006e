"""How each agency keeps its word; what is followed on from earlier years."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.conclusions.permissions import may_draft
from doithoai.conclusions.queries import AgencyRecord, last_year_commitments, records_by_agency
from doithoai.conclusions.states import CommitmentState
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.carrying import begin_with_last_year
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.portal.promises import shown
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

LEGEND = ("Làm xong đúng hạn", "Làm xong trễ hạn", "Đang làm", "Quá hạn")
HEAD = (
    "Cơ quan",
    "Tổng số cam kết",
    *LEGEND,
    "Chuyển hội nghị sau",
    "Đã hủy",
    "Người hỏi: đã giải quyết",
    "Người hỏi: một phần",
    "Người hỏi: chưa",
)


@require_safe
def report(request: OfficialRequest, slug: str) -> HttpResponse:
    """Kết quả theo cơ quan: bars, a table, Excel."""
    conference = conference_or_404(request, slug)
    records = records_by_agency(conference, today=clock.today(), calendar=work_calendar())
    if "xlsx" in request.GET:
        return sheet_response(f"ket-qua-cam-ket-{slug}", HEAD, _rows(records))
    page = reverse("conclusions:commitments", args=[slug])
    bars = [
        {
            "label": record.agency.short_name,
            "values": (record.in_time, record.kept_late, record.running, record.overdue),
            "url": f"{page}?co-quan={record.agency.pk}",
        }
        for record in records
    ]
    return framed(
        request,
        "conclusions/report.html",
        conference,
        stage="conclusions",
        records=records,
        bars=bars,
        legend=LEGEND,
        total=sum(record.total for record in records),
        overdue=sum(record.overdue for record in records),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def carry(request: OfficialRequest, slug: str) -> HttpResponse:
    """Kết luận lần trước: what earlier conferences left, to be followed on here."""
    conference, today = conference_or_404(request, slug), clock.today()
    require(may_draft(request.user, conference))
    found = list(last_year_commitments(conference, today=today))
    if request.method == "POST":
        chosen = set(request.POST.getlist("cam-ket"))
        picked = [one for one in found if str(one.pk) in chosen]
        begun = begin_with_last_year(conference, picked, by=request.user)
        messages.success(request, begun.words)
        return redirect("conclusions:commitments", slug)
    calendar = work_calendar()
    return framed(
        request,
        "conclusions/carry.html",
        conference,
        stage="conclusions",
        rows=[(shown(one, today, calendar), one.state == CommitmentState.OPEN) for one in found],
    )


def _rows(records: Iterable[AgencyRecord]) -> Iterator[tuple[Any, ...]]:
    for record in records:
        yield (
            record.agency.name,
            record.total,
            record.in_time,
            record.kept_late,
            record.running,
            record.overdue,
            record.carried,
            record.cancelled,
            record.solved,
            record.partly,
            record.not_solved,
        )
