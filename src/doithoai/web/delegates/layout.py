"""Laying out the hall: a sensible start in one click, then block by block."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.delegates.actions import lay_blocks, start_layout
from doithoai.delegates.permissions import may_seat
from doithoai.delegates.queries import SeatMap, seat_map
from doithoai.planning.models import Conference
from doithoai.web.delegates.frame import delegates_page
from doithoai.web.delegates.hall_forms import LayoutForm, block_plans, block_rows
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require


@require_http_methods(["GET", "HEAD", "POST"])
def layout(request: OfficialRequest, slug: str) -> HttpResponse:
    """Bố trí khối ghế: letter, name, rows, seats, aisles, for whom, how many spare."""
    conference = conference_or_404(request, slug)
    require(may_seat(request.user, conference))
    hall = seat_map(conference)
    form = LayoutForm(request.POST or None, initial={"version": _version(hall)})
    rows = block_rows(conference, hall, request.POST or None)
    if form.is_valid() and rows.is_valid():
        version, wanted = form.cleaned_data["version"], block_plans(rows)
        laid = try_action(
            form, lambda: lay_blocks(conference, wanted, version=version, by=request.user)
        )
        if laid is not None:
            messages.success(request, _said(conference))
            return redirect("delegates:seating", slug)
    return _page(request, conference, hall, form=form, rows=rows)


@require_POST
def start(request: OfficialRequest, slug: str) -> HttpResponse:
    """A hall for the plan's number of people, by sections of its table."""
    conference = conference_or_404(request, slug)
    start_layout(conference, by=request.user)
    messages.success(request, f"{_said(conference)} Sửa cho đúng hội trường thật.")
    return redirect("delegates:layout", slug)


def _said(conference: Conference) -> str:
    hall = seat_map(conference)
    spare = sum(one.spare for one in hall.blocks)
    return f"Hội trường có {len(hall.seats)} ghế, trong đó {spare} ghế dự phòng."


def _version(hall: SeatMap) -> int:
    return hall.plan.version if hall.plan else 0


def _page(
    request: OfficialRequest, conference: Conference, hall: SeatMap, **context: Any
) -> HttpResponse:
    return delegates_page(
        request,
        "delegates/layout.html",
        conference,
        "seating",
        status=409 if context["form"].non_field_errors() else 200,
        hall=hall,
        **context,
    )
