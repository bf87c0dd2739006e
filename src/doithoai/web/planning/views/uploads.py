"""How a plan comes in: from its file, or by hand."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from doithoai.lifecycle.opening import receive_plan, start_by_hand
from doithoai.planning.models import PlanReading
from doithoai.planning.permissions import may_read_plan
from doithoai.reading import NotAPlan, Unreadable
from doithoai.web.planning.forms.uploads import ByHandForm, UploadForm
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require


@require_http_methods(["GET", "POST"])
def upload(request: OfficialRequest) -> HttpResponse:
    """Nạp kế hoạch: one file, read at once."""
    require(may_read_plan(request.user))
    posted = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if posted else UploadForm()
    reading = _read(form, request) if form.is_valid() else None
    if reading:
        return redirect("planning:review", pk=reading.pk)
    return render(request, "planning/upload.html", {"form": form})


@require_http_methods(["GET", "POST"])
def by_hand(request: OfficialRequest) -> HttpResponse:
    """Lập hội nghị bằng tay: three facts, then the same review page."""
    require(may_read_plan(request.user))
    form = ByHandForm(request.POST or None)
    if form.is_valid():
        reading = start_by_hand(by=request.user, **form.cleaned_data)
        return redirect("planning:review", pk=reading.pk)
    return render(request, "planning/by_hand.html", {"form": form})


def _read(form: UploadForm, request: OfficialRequest) -> PlanReading | None:
    """The reading; a file that cannot be read becomes the field's error."""
    plan = form.cleaned_data["plan"]
    try:
        return receive_plan(plan.read(), plan.name, by=request.user)
    except (Unreadable, NotAPlan) as unreadable:
        form.add_error("plan", str(unreadable))
        return None
