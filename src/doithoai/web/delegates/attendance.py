"""Calling the roll: four answers that add up, one by one or a whole group, in Excel."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from doithoai.delegates.actions import mark_attendance
from doithoai.delegates.models import Delegate
from doithoai.delegates.permissions import may_mark_attendance, may_receive, may_see_everyone
from doithoai.delegates.queries import attendance_counts, expected_people
from doithoai.delegates.term import takes_roll
from doithoai.planning.models import Conference
from doithoai.web.delegates.frame import delegates_page
from doithoai.web.delegates.roll import (
    FILTERS,
    ROLL_HEAD,
    WHOLE,
    RollForm,
    RollRow,
    agencies_of,
    figures,
    groups_of,
    people_wanted,
    roll_rows,
)
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: OfficialRequest, slug: str) -> HttpResponse:
    """Điểm danh: the roll with its filter; marking the chosen or all that are shown."""
    conference = _conference_or_404(request, slug)
    query = request.GET.dict()
    people = list(expected_people(conference))
    rows = people_wanted(people, query)
    if "xlsx" in query:
        return sheet_response(f"diem-danh-{slug}", ROLL_HEAD, roll_rows(rows))
    form = RollForm(request.POST or None)
    if form.is_valid() and _mark(request, conference, form, rows):
        return redirect(f"{reverse('delegates:attendance', args=[slug])}?{_kept(query)}")
    return _page(request, conference, people, rows, form)


def _mark(
    request: OfficialRequest, conference: Conference, form: RollForm, rows: list[RollRow]
) -> bool:
    """Mark those the form means and say what became of it."""
    data = form.cleaned_data
    chosen = {key for key in request.POST.getlist("nguoi") if key.isdecimal()}
    keys = [
        row.delegate.pk for row in rows if data["scope"] == WHOLE or str(row.delegate.pk) in chosen
    ]
    if not keys:
        form.add_error(None, "Chọn ít nhất một người trong bảng.")
        return False
    state, reason = data["state"], data["reason"].strip()
    done = try_action(
        form, lambda: mark_attendance(conference, keys, state=state, reason=reason, by=request.user)
    )
    if done is None:
        return False
    changed, kept = done
    names = ", ".join(one.shown_name for one in kept[:3])
    more = f" {len(kept)} người đã vào cửa nên vẫn là có mặt: {names}." if kept else ""
    messages.success(request, f"Đã ghi điểm danh {changed} người.{more}")
    return True


def _page(
    request: OfficialRequest,
    conference: Conference,
    people: list[Delegate],
    rows: list[RollRow],
    form: RollForm,
) -> HttpResponse:
    query = request.GET.dict()
    context: dict[str, Any] = {
        "form": form,
        "page": Paginator(rows, PAGE).get_page(query.get("trang")),
        "strip": figures(attendance_counts(conference), query),
        "groups": groups_of(people),
        "agencies": agencies_of(people),
        "wanted": {name.replace("-", "_"): value for name, value in query.items()},
        "query": _kept(query),
        "filtered": bool(_kept(query)),
        "may_receive": may_receive(request.user, conference),
        "may_mark": may_mark_attendance(request.user, conference) and takes_roll(conference),
    }
    status = 409 if form.non_field_errors() else 200
    return delegates_page(
        request,
        "delegates/attendance.html",
        conference,
        "attendance",
        status=status,
        **context,
    )


def _kept(query: dict[str, str]) -> str:
    return urlencode({name: query[name] for name in FILTERS if query.get(name)})


def _conference_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    if not may_see_everyone(request.user, conference):
        raise Http404
    return conference
