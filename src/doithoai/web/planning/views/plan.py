"""The plan of a conference: what it fixes, and the deeds that move it on."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.lifecycle import numbering
from doithoai.lifecycle.day import fix_day
from doithoai.planning.actions import change_window, set_milestone
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_issue, may_prepare
from doithoai.planning.queries import readings_seen_by
from doithoai.planning.states import ConferenceState
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.planning.conference import plan_of
from doithoai.web.planning.forms.conference import DayForm, IssueForm, MilestoneForm, WindowForm
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.workflow import require


@require_safe
def plan(request: OfficialRequest, slug: str) -> HttpResponse:
    """Kế hoạch: everything the plan fixed, who does what, and what may be changed now."""
    conference = conference_or_404(request, slug)
    is_draft = conference.state == ConferenceState.DRAFT
    return framed(
        request,
        "planning/plan.html",
        conference,
        stage="planning",
        plan=plan_of(conference),
        reading=readings_seen_by(request.user).filter(conference=conference).first(),
        may_issue=is_draft and may_issue(request.user, conference),
        may_prepare=may_prepare(request.user, conference),
    )


@require_http_methods(["GET", "POST"])
def issue_plan(request: OfficialRequest, slug: str) -> HttpResponse:
    """Ghi số, ngày ban hành: from now everyone may see the plan."""
    conference = conference_or_404(request, slug)
    require(may_issue(request.user, conference))
    initial = {name: getattr(conference, name) for name in IssueForm.base_fields}
    form = IssueForm(request.POST or None, initial=initial)
    return _deed(request, conference, form, numbering.issue_plan, name="issue")


@require_http_methods(["GET", "POST"])
def day(request: OfficialRequest, slug: str) -> HttpResponse:
    """Ghi ngày, địa điểm tổ chức; milestones counted from the day move along."""
    conference = conference_or_404(request, slug)
    require(may_prepare(request.user, conference))
    form = DayForm(request.POST or None, initial=_as_it_stands(conference, DayForm))
    return _deed(request, conference, form, fix_day, name="day")


@require_http_methods(["GET", "POST"])
def window(request: OfficialRequest, slug: str) -> HttpResponse:
    """Đặt thời gian nhận câu hỏi and the number of working days for answers."""
    conference = conference_or_404(request, slug)
    require(may_prepare(request.user, conference))
    form = WindowForm(request.POST or None, initial=_as_it_stands(conference, WindowForm))
    return _deed(request, conference, form, change_window, name="window")


@require_http_methods(["GET", "POST"])
def milestone(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm hoặc dời một mốc thời gian."""
    conference = conference_or_404(request, slug)
    require(may_prepare(request.user, conference))
    moved = conference.milestones.filter(pk=key_from(request.GET, "moc") or 0).first()
    initial = {"name": moved.name, "due": moved.due, "reason": moved.reason} if moved else {}
    form = MilestoneForm(request.POST or None, initial=initial)
    return _deed(request, conference, form, set_milestone, name="milestone")


def _as_it_stands(conference: Conference, form: type[Form]) -> dict[str, Any]:
    return {name: getattr(conference, name) for name in form.base_fields}


def _deed(
    request: OfficialRequest,
    conference: Conference,
    form: Form,
    action: Callable[..., Any],
    *,
    name: str,
) -> HttpResponse:
    """One form, one action; a refusal keeps what was typed."""
    refused = False
    if form.is_valid():
        if try_action(form, lambda: action(conference, by=request.user, **form.cleaned_data)):
            messages.success(request, DEEDS[name]["said"])
            return redirect("planning:plan", slug=conference.slug)
        refused = True
    return framed(
        request,
        "planning/deed.html",
        conference,
        stage="planning",
        status=409 if refused else 200,
        form=form,
        deed=DEEDS[name],
    )


DEEDS = {
    "issue": {
        "title": "Ghi số, ngày ban hành kế hoạch",
        "text": "Ghi xong, kế hoạch hiện trên cổng công khai và nhận câu hỏi theo thời gian đã đặt."
        " Việc này không rút lại được.",
        "verb": "Ghi số, ngày ban hành",
        "said": "Đã ghi số, ngày ban hành. Kế hoạch đã hiện trên cổng công khai.",
    },
    "day": {
        "title": "Ngày, địa điểm tổ chức",
        "text": "Các mốc, hạn bài phát biểu và công tác chuẩn bị tính từ ngày tổ chức dời theo."
        " Hạn đã tự đặt giữ nguyên.",
        "verb": "Ghi ngày, địa điểm",
        "said": "Đã ghi ngày, địa điểm. Các mốc, các hạn tính từ ngày tổ chức đã dời theo.",
    },
    "window": {
        "title": "Thời gian nhận câu hỏi",
        "text": "Người dân gửi được câu hỏi trên cổng từ ngày bắt đầu đến hết ngày kết thúc.",
        "verb": "Đặt thời gian",
        "said": "Đã đặt thời gian nhận câu hỏi và thời hạn trả lời.",
    },
    "milestone": {
        "title": "Mốc thời gian",
        "text": "Mốc hiện ở tổng quan hội nghị cho mọi cơ quan tham gia.",
        "verb": "Ghi mốc",
        "said": "Đã ghi mốc thời gian.",
    },
}
