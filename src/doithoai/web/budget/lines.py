"""Pages of single lines: written by the preparer, judged by the appraiser."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from doithoai.budget.actions import add_line, amend_line, drop_line, judge_line
from doithoai.budget.models import Estimate, EstimateLine
from doithoai.budget.permissions import may_appraise, may_write
from doithoai.budget.queries import money_table, norms_for, rate_day
from doithoai.budget.rules import Norm
from doithoai.budget.states import BEING_WRITTEN, EstimateState, LineVerdict
from doithoai.directory.models import User
from doithoai.web.budget.forms import JudgeForm, LineForm, VersionedForm
from doithoai.web.budget.gate import estimate_or_404, line_or_404, row_of
from doithoai.web.framing import framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import Refused, require

KEPT = ("group", "content", "unit", "quantity", "times", "rate", "basis", "basis_on")


@require_http_methods(["GET", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm dòng: one more thing to be paid."""
    estimate = estimate_or_404(request, slug)
    require(may_write(request.user, estimate))
    if estimate.state not in BEING_WRITTEN:
        raise Refused("Dự toán không ở bước soạn. Quay lại trang dự toán để xem.")
    form = LineForm(norms_for(estimate.conference), request.POST or None)
    if form.is_valid():
        line = try_action(form, lambda: add_line(estimate, form.facts, by=request.user))
        if line:
            messages.success(request, f"Đã thêm “{line.content}” vào dự toán.")
            more = request.POST.get("viec") == "them-tiep"
            return redirect("budget:add_line" if more else "budget:budget", slug)
    return _writing(request, estimate, form)


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: OfficialRequest, slug: str, position: int) -> HttpResponse:
    """One line: to be mended, judged, or only read."""
    found = line_or_404(request, slug, position)
    estimate = found.estimate
    norms = norms_for(estimate.conference)
    name = request.POST.get("viec", "") if request.method == "POST" else ""
    form = _form(name or _waiting(request.user, estimate), found, norms, request)
    if form is not None and form.is_bound and form.is_valid():
        done = try_action(form, lambda: _act(name, found, form, request.user))
        if done:
            messages.success(request, done)
            return _next(slug, estimate, name)
    if isinstance(form, LineForm):
        return _writing(request, estimate, form, line=found)
    row = row_of(found, money_table(estimate, norms))
    return _framed(request, "budget/line.html", estimate, form, line=found, row=row)


def _next(slug: str, estimate: Estimate, name: str) -> HttpResponse:
    """Whoever judges goes on to the next line nobody has judged."""
    pending = estimate.lines.filter(verdict=LineVerdict.PENDING).first() if name == "xet" else None
    if pending:
        return redirect("budget:line", slug, pending.position)
    return redirect("budget:budget", slug)


def _waiting(user: User, estimate: Estimate) -> str:
    if estimate.state in BEING_WRITTEN and may_write(user, estimate):
        return "sua"
    if estimate.state == EstimateState.SUBMITTED and may_appraise(user, estimate):
        return "xet"
    return ""


def _form(name: str, line: EstimateLine, norms: list[Norm], request: OfficialRequest) -> Any:
    data = request.POST if request.method == "POST" else None
    numbers = {"quantity": line.quantity, "times": line.times, "rate": line.rate}
    if name == "sua":
        initial = {field: getattr(line, field) for field in KEPT}
        initial |= {"version": line.version, "norm": line.norm_id}
        return LineForm(norms, data, initial=initial)
    if name == "bo":
        return VersionedForm(data)
    if name == "xet":
        judged = {"reason": line.reason, "version": line.version}
        return JudgeForm(data, initial=numbers | judged)
    if name:
        raise Http404
    return None


def _act(name: str, line: EstimateLine, form: Any, by: User) -> str:
    version = form.cleaned_data["version"] or 0
    if name == "sua":
        return f"Đã sửa “{amend_line(line, form.facts, version=version, by=by).content}”."
    if name == "bo":
        drop_line(line, version=version, by=by)
        return f"Đã bỏ “{line.content}” khỏi dự toán."
    judged = judge_line(line, form.judgement, version=version, by=by)
    return f"“{judged.content}”: {judged.get_verdict_display().lower()}."


def _writing(
    request: OfficialRequest,
    estimate: Estimate,
    form: LineForm,
    line: EstimateLine | None = None,
) -> HttpResponse:
    day = rate_day(estimate.conference)
    return _framed(request, "budget/write_line.html", estimate, form, line=line, rate_day=day)


def _framed(
    request: OfficialRequest, template: str, estimate: Estimate, form: Any, **context: Any
) -> HttpResponse:
    refused = form is not None and form.is_bound and form.non_field_errors()
    return framed(
        request,
        template,
        estimate.conference,
        stage="budget",
        status=409 if refused else 200,
        estimate=estimate,
        form=form,
        **context,
    )
