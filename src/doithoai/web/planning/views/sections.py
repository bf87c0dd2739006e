"""Correcting one section of a reading."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from doithoai.directory.queries import Resolver, agencies_on
from doithoai.lifecycle.opening import day_of, unresolved_units
from doithoai.planning.actions import assign_roles, correct_facts
from doithoai.planning.models import PlanReading
from doithoai.planning.permissions import may_review
from doithoai.planning.rules import SECTIONS
from doithoai.planning.states import ReadingState
from doithoai.web.planning.forms.lists import (
    AttendanceForm,
    BasesForm,
    ProgrammeForm,
    QuotasForm,
    TasksForm,
)
from doithoai.web.planning.forms.roles import RolesForm, reasons_of
from doithoai.web.planning.forms.rows import RowsForm, SectionForm
from doithoai.web.planning.forms.sections import (
    AimsForm,
    ClosingForm,
    ContentForm,
    IdentityForm,
    ScheduleForm,
)
from doithoai.web.planning.reviewing import excerpt_of
from doithoai.web.planning.views.review import reading_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

FORMS: dict[str, type[SectionForm]] = {
    "identity": IdentityForm,
    "schedule": ScheduleForm,
    "bases": BasesForm,
    "aims": AimsForm,
    "content": ContentForm,
    "attendance": AttendanceForm,
    "tasks": TasksForm,
    "quotas": QuotasForm,
    "programme": ProgrammeForm,
    "closing": ClosingForm,
}
SAVE = "luu"


@require_http_methods(["GET", "POST"])
def section(request: OfficialRequest, pk: int, section: str) -> HttpResponse:
    """Sửa một phần: the facts as fields beside the words of the source."""
    reading = _correctable(request, pk, section)
    form = FORMS[section].of(reading.facts, reading.version, request.POST or None)
    deed = request.POST.get("viec", SAVE)
    if request.method == "POST" and deed != SAVE and isinstance(form, RowsForm):
        return _page(request, reading, section, form.reshaped(deed))
    if form.is_valid():
        values, version = form.values(reading.facts), form.cleaned_data["version"]
        if try_action(form, lambda: _correct(reading, section, values, version, request.user)):
            return _back(pk, section)
        return _page(request, reading, section, form, status=409)
    return _page(request, reading, section, form)


@require_http_methods(["GET", "POST"])
def roles(request: OfficialRequest, pk: int) -> HttpResponse:
    """Vai trò của các cơ quan: proposed with reasons, chosen by a person."""
    reading = _correctable(request, pk, "roles")
    day = day_of(reading.facts)
    form = RolesForm(
        request.POST or None,
        agencies=agencies_on(reading.place, day),
        reasons=reasons_of(reading.roles, reading.facts),
        initial={**RolesForm.initial_of(reading.roles), "version": reading.version},
    )
    unknown = unresolved_units(reading.facts, Resolver.of(reading.place, day))
    context = {"form": form, "unknown": unknown, "day": day}
    if form.is_valid():
        chosen, version = form.values(reading.roles), form.cleaned_data["version"]
        if try_action(
            form, lambda: assign_roles(reading, chosen, version=version, by=request.user)
        ):
            return _back(pk, "roles")
        return render(request, "planning/roles.html", _frame(reading, "roles", context), status=409)
    return render(request, "planning/roles.html", _frame(reading, "roles", context))


def _correctable(request: OfficialRequest, pk: int, section: str) -> PlanReading:
    reading = reading_or_404(request, pk)
    if section not in SECTIONS or reading.state != ReadingState.REVIEW:
        raise Http404
    require(may_review(request.user, reading))
    return reading


def _correct(
    reading: PlanReading, section: str, values: dict[str, Any], version: int, by: Any
) -> PlanReading:
    return correct_facts(reading, section, values, version=version, by=by)


def _back(pk: int, section: str) -> HttpResponse:
    return redirect(reverse("planning:review", args=[pk]) + f"#phan-{section}")


def _frame(reading: PlanReading, section: str, context: dict[str, Any]) -> dict[str, Any]:
    return {
        "reading": reading,
        "section": section,
        "section_title": SECTIONS[section].name,
        "excerpt": excerpt_of(reading, section),
        **context,
    }


def _page(
    request: OfficialRequest,
    reading: PlanReading,
    section: str,
    form: SectionForm,
    status: int = 200,
) -> HttpResponse:
    context = _frame(reading, section, {"form": form})
    return render(request, "planning/section.html", context, status=status)
