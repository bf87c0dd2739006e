"""The table of seats, and an agency's part of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.delegates.actions import amend_allocation
from doithoai.delegates.actions import take_back as take
from doithoai.delegates.models import Allocation
from doithoai.delegates.permissions import may_organise
from doithoai.delegates.queries import allocation_table, allocations_of, quota_table, share_row
from doithoai.web.delegates.forms.seats import AmendShareForm
from doithoai.web.delegates.frame import delegates_page, organised_or_403, status_of
from doithoai.web.delegates.seat_rows import (
    SEATS_HEAD,
    SEATS_LEGEND,
    seats_bars,
    seats_rows,
    shown_seats,
)
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response


@require_safe
def quotas(request: OfficialRequest, slug: str) -> HttpResponse:
    """Đại biểu: the seats as stated, their sums, and how far agencies have filled them; Excel."""
    conference = conference_or_404(request, slug)
    stated, table = quota_table(conference), allocation_table(conference)
    if "xlsx" in request.GET:
        return sheet_response(f"dai-bieu-{slug}", SEATS_HEAD, seats_rows(stated, table))
    seats = shown_seats(table)
    return delegates_page(
        request,
        "delegates/quotas.html",
        conference,
        "quotas",
        table=stated,
        allocations=table,
        seats=seats,
        bars=seats_bars(seats),
        legend=SEATS_LEGEND,
        bars_title=f"{stated.total} đại biểu theo mục",
        may_organise=may_organise(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def allocation(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một phần phân bổ: more or fewer seats, another day, other words."""
    conference = organised_or_403(request, slug)
    found = get_object_or_404(allocations_of(conference), pk=pk)
    kept = {name: getattr(found, name) for name in ("seats", "due", "note", "version")}
    form = AmendShareForm(request.POST or None, initial=kept)
    if form.is_valid():
        data = form.cleaned_data
        if try_action(form, lambda: amend_allocation(found, by=request.user, **data)):
            messages.success(request, "Đã sửa phần phân bổ.")
            return redirect("delegates:line", slug, found.quota_line_id)
    found.quota_line.conference = conference
    return delegates_page(
        request,
        "delegates/allocation.html",
        conference,
        "quotas",
        status=status_of(form),
        share=share_row(found),
        form=form,
    )


@require_POST
def take_back(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Bỏ phần phân bổ while the agency has named nobody."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(Allocation, quota_line__conference=conference, pk=pk)
    line = found.quota_line_id
    take(found, by=request.user)
    messages.success(request, "Đã bỏ phần phân bổ.")
    return redirect("delegates:line", slug, line)
