"""Cơ quan và việc được giao: who takes part, and the works in each agency's hands."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.answers.queries import agencies_to_ask
from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.lifecycle.parts import Part, parts_of
from doithoai.planning.actions import grant, withdraw
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_prepare
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.web.sheets import sheet_response

HEAD = ("Cơ quan", "Vai trò", "Việc được giao", "Số nhiệm vụ trong kế hoạch")


class GrantForm(forms.Form):
    """One work for one agency."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Cơ quan",
        empty_label="Chọn cơ quan",
        error_messages={"required": "Chọn cơ quan.", "invalid_choice": "Chọn cơ quan."},
    )
    work = forms.ChoiceField(
        label="Việc",
        choices=[("", "Chọn việc"), *Work.choices],
        error_messages={"required": "Chọn việc.", "invalid_choice": "Chọn việc."},
    )

    def __init__(self, *args: Any, agencies: "QuerySet[Agency]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def agencies(request: OfficialRequest, slug: str) -> HttpResponse:
    """The agencies with roles and works; host and office grant a work and take it back."""
    conference = conference_or_404(request, slug)
    if request.POST.get("viec") == "thoi":
        return _withdrawn(request, conference)
    form = GrantForm(request.POST or None, agencies=agencies_to_ask(conference, clock.today()))
    if form.is_valid():
        given = try_action(form, lambda: grant(conference, by=request.user, **form.cleaned_data))
        if given:
            messages.success(request, f"Đã giao việc cho {given.agency}.")
            return redirect("overview:agencies", slug=slug)
    parts = parts_of(conference)
    if "xlsx" in request.GET:
        return sheet_response(f"co-quan-{slug}", HEAD, map(_row, parts))
    return framed(
        request,
        "overview/agencies.html",
        conference,
        status=409 if form.non_field_errors() else 200,
        parts=parts,
        form=form,
        may_grant=may_prepare(request.user, conference),
    )


def _withdrawn(request: OfficialRequest, conference: Conference) -> HttpResponse:
    mandate = get_object_or_404(conference.mandates, pk=key_from(request.POST, "giao") or 0)
    withdraw(mandate, by=request.user)
    messages.success(request, f"{mandate.agency} thôi làm việc này: {mandate.get_work_display()}.")
    return redirect("overview:agencies", slug=conference.slug)


def _row(part: Part) -> tuple[Any, ...]:
    works = "; ".join(str(mandate.get_work_display()) for mandate in part.mandates)
    return part.agency.name, "; ".join(part.roles), works, part.tasks
