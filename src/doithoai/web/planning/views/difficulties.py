"""What hinders agencies, and conferences of lower levels held under the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.planning.actions import attach, report_difficulty, settle_difficulty
from doithoai.planning.permissions import may_reply, may_report_difficulty
from doithoai.planning.queries import conferences_to_attach, difficulties_for
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.planning.forms.publicity import AttachForm, DifficultyForm, ReplyForm
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest


@require_http_methods(["GET", "HEAD", "POST"])
def difficulties(request: OfficialRequest, slug: str) -> HttpResponse:
    """Khó khăn, vướng mắc: told by any agency, answered by host or office."""
    conference = conference_or_404(request, slug)
    form = DifficultyForm(request.POST or None)
    if form.is_valid():
        report_difficulty(conference, by=request.user, **form.cleaned_data)
        messages.success(request, f"Đã gửi phản ánh tới {conference.host.name}.")
        return redirect("planning:difficulties", slug)
    return framed(
        request,
        "planning/difficulties.html",
        conference,
        stage="planning",
        form=form,
        difficulties=difficulties_for(request.user, conference),
        may_report=may_report_difficulty(request.user, conference),
        may_reply=may_reply(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def difficulty(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một phản ánh: its words and how it is dealt with."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(difficulties_for(request.user, conference), pk=pk)
    form = ReplyForm(request.POST or None)
    if (
        form.is_valid()
        and try_action(form, lambda: settle_difficulty(found, by=request.user, **form.cleaned_data))
        is not None
    ):
        messages.success(request, f"Đã ghi ý kiến giải quyết cho {found.agency.name}.")
        return redirect("planning:difficulties", slug)
    return framed(
        request,
        "planning/difficulty.html",
        conference,
        stage="planning",
        status=409 if form.non_field_errors() else 200,
        form=form,
        difficulty=found,
        may_reply=may_reply(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def lower_levels(request: OfficialRequest, slug: str) -> HttpResponse:
    """Hội nghị cấp dưới: conferences that agencies hold under this plan."""
    parent = conference_or_404(request, slug)
    found = conferences_to_attach(request.user, parent)
    form = AttachForm(request.POST or None, found=found)
    if (
        form.is_valid()
        and try_action(
            form, lambda: attach(form.cleaned_data["conference"], parent=parent, by=request.user)
        )
        is not None
    ):
        messages.success(request, "Đã ghi hội nghị thực hiện theo kế hoạch này.")
        return redirect("planning:lower_levels", slug)
    return framed(
        request,
        "planning/lower_levels.html",
        parent,
        stage="planning",
        status=409 if form.non_field_errors() else 200,
        form=form,
        found=found,
        children=parent.children.select_related("host", "chair").order_by("held_on", "pk"),
    )
