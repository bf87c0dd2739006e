"""Every fact of a plan confirmed by a person, then the conference is opened."""

import io
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.lifecycle.opening import open_conference
from doithoai.lifecycle.rail import rail_of_reading
from doithoai.planning.actions import confirm_sections, discard_reading, settle_warning
from doithoai.planning.models import PlanReading
from doithoai.planning.permissions import may_review
from doithoai.planning.queries import readings_seen_by
from doithoai.planning.states import ReadingState
from doithoai.web.planning.forms.conference import SettleForm, VersionForm
from doithoai.web.planning.reviewing import review_of, role_keys
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest


def reading_or_404(request: OfficialRequest, pk: int) -> PlanReading:
    """The reading, when the signed-in person's agency loaded it."""
    return get_object_or_404(readings_seen_by(request.user), pk=pk)


@require_safe
def review(request: OfficialRequest, pk: int) -> HttpResponse:
    """Đọc kế hoạch: warnings first, the source with marks, the facts to confirm."""
    return _page(request, reading_or_404(request, pk))


@require_POST
def confirm(request: OfficialRequest, pk: int) -> HttpResponse:
    """Xác nhận: one section, or all that are certain."""
    reading = reading_or_404(request, pk)
    form = VersionForm(request.POST)
    sections = request.POST.getlist("section")
    if not form.is_valid():
        return _page(request, reading, status=400)
    confirm_sections(reading, sections, by=request.user, version=form.cleaned_data["version"])
    anchor = f"#phan-{sections[0]}" if len(sections) == 1 else "#du-kien"
    return redirect(reverse("planning:review", args=[pk]) + anchor)


@require_POST
def settle(request: OfficialRequest, pk: int, index: int) -> HttpResponse:
    """Trả lời cảnh báo: kept as the plan says, or mended."""
    reading = reading_or_404(request, pk)
    form = SettleForm(request.POST)
    if form.is_valid():
        version = form.cleaned_data["version"]
        settled = try_action(
            form,
            lambda: settle_warning(reading, index, form.words, version=version, by=request.user),
        )
        if settled:
            return redirect(reverse("planning:review", args=[pk]) + "#canh-bao")
    return _page(request, reading, status=409, form=form, answered=index)


@require_POST
def open_reading(request: OfficialRequest, pk: int) -> HttpResponse:
    """Mở hội nghị: the confirmed reading becomes a conference."""
    conference = open_conference(reading_or_404(request, pk), by=request.user)
    messages.success(
        request,
        f"Đã mở hội nghị “{conference.short_title}”. Việc tiếp theo ở mục Chờ tôi.",
    )
    return redirect("overview:conference", slug=conference.slug)


@require_POST
def discard(request: OfficialRequest, pk: int) -> HttpResponse:
    """Bỏ bản đọc: put aside, its file stays."""
    reading = discard_reading(reading_or_404(request, pk), by=request.user)
    messages.success(request, f"Đã bỏ bản đọc “{reading}”. Muốn đọc lại, nạp tệp lần nữa.")
    return redirect("overview:conferences")


@require_safe
def source_file(request: OfficialRequest, pk: int) -> FileResponse:
    """Tệp gốc, as it was loaded."""
    reading = get_object_or_404(readings_seen_by(request.user).exclude(file=None), pk=pk)
    content = io.BytesIO(bytes(reading.file or b""))
    return FileResponse(content, as_attachment=True, filename=reading.filename)


def _page(
    request: OfficialRequest, reading: PlanReading, *, status: int = 200, **context: Any
) -> HttpResponse:
    agencies = Agency.objects.in_bulk(role_keys(reading.roles))
    shown = review_of(reading, agencies)
    today = clock.today()
    rail = rail_of_reading(
        reading.facts, confirmed=shown.confirmed, total=shown.stated, today=today
    )
    frame = {
        "reading": reading,
        "review": shown,
        "rail": rail,
        "absent": "Kế hoạch không ghi" if reading.filename else "Chưa nhập",
        "may_correct": reading.state == ReadingState.REVIEW and may_review(request.user, reading),
        "today": today,
    }
    return render(request, "planning/review.html", frame | context, status=status)
