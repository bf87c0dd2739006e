"""The estimate as a whole: begun, handed in, appraised, reported upward, approved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from doithoai.budget.actions import start_estimate
from doithoai.budget.models import Estimate
from doithoai.budget.queries import estimate_of
from doithoai.planning.models import Conference
from doithoai.web.budget.deeds import DEEDS
from doithoai.web.budget.forms import StartForm
from doithoai.web.budget.gate import money_or_404
from doithoai.web.budget.reading import estimate_context, start_context
from doithoai.web.budget.sheets import estimate_sheet
from doithoai.web.framing import framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest

START = "lap"


@require_http_methods(["GET", "HEAD", "POST"])
def budget(request: OfficialRequest, slug: str) -> HttpResponse:
    """Dự toán: the lines with their sums, and what waits for this person."""
    conference = money_or_404(request, slug)
    estimate = estimate_of(conference)
    if estimate is None:
        return _start(request, conference)
    if request.GET.get("xlsx"):
        return estimate_sheet(estimate)
    name, form = _asked(request)
    if form is not None and form.is_valid():
        data, user = dict(form.cleaned_data), request.user
        done = try_action(form, lambda: DEEDS[name].call(estimate, data, user))
        if done:
            messages.success(request, done)
            return redirect("budget:budget", slug)
    return _page(request, estimate, name, form)


def _start(request: OfficialRequest, conference: Conference) -> HttpResponse:
    context = start_context(request.user, conference)
    if request.method == "POST":
        if request.POST.get("viec") != START:
            raise Http404
        form = context["start"] = StartForm(request.POST)
        if form.is_valid():
            start_estimate(conference, by=request.user, **form.cleaned_data)
            messages.success(request, "Đã lập dự toán. Ghi các khoản chi, rồi gửi thẩm định.")
            return redirect("budget:budget", conference.slug)
    return framed(request, "budget/start.html", conference, stage="budget", **context)


def _asked(request: OfficialRequest) -> tuple[str, forms.Form | None]:
    if request.method != "POST":
        return "", None
    name = request.POST.get("viec", "")
    if name not in DEEDS:
        raise Http404
    return name, DEEDS[name].form(request.POST)


def _page(
    request: OfficialRequest, estimate: Estimate, name: str, form: forms.Form | None
) -> HttpResponse:
    context: dict[str, Any] = estimate_context(request.user, estimate)
    if form is not None:
        context["forms"][name.replace("-", "_")] = form
    refused = form is not None and form.non_field_errors()
    return framed(
        request,
        "budget/budget.html",
        estimate.conference,
        stage="budget",
        status=409 if refused else 200,
        failed=form,
        **context,
    )
