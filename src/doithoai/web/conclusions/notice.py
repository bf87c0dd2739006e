"""The notice: its four parts, its lines, and what each hand does with it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.answers.queries import agencies_to_ask
from doithoai.audit import clock
from doithoai.conclusions import actions
from doithoai.conclusions.models import Notice, NoticeItem, NoticePart
from doithoai.conclusions.permissions import may_draft, may_see_notice
from doithoai.conclusions.queries import figures_of, items_by_part, notice_of
from doithoai.conclusions.rules import notice_due
from doithoai.conclusions.states import BEING_WRITTEN
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference
from doithoai.web.conclusions.deeds import NOTICE_DEEDS, notice_deeds, offers, sent
from doithoai.web.conclusions.forms import LineForm
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.workflow import require


@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thông báo kết luận: four parts at the left, what to do with it at the right."""
    conference = conference_or_404(request, slug)
    found, bound = notice_of(conference), {}
    if request.method == "POST":
        name, form = _sent(request, found)
        deed, user = NOTICE_DEEDS[name], request.user
        if form.is_valid() and try_action(form, lambda: deed.call(found, form, user)):
            messages.success(request, deed.done)
            return redirect("conclusions:notice", slug)
        bound[name] = form
    if found is None or not may_see_notice(request.user, found):
        return _unseen(request, conference, found)
    return framed(
        request,
        "conclusions/notice.html",
        conference,
        stage="conclusions",
        status=409 if any(form.non_field_errors() for form in bound.values()) else 200,
        **_context(request, found, bound),
    )


@require_POST
def begin(request: OfficialRequest, slug: str) -> HttpResponse:
    """Bắt đầu soạn: the four parts are filled from questions, turns and answers."""
    conference = conference_or_404(request, slug)
    actions.begin_notice(conference, by=request.user)
    messages.success(request, "Đã lập dự thảo từ câu hỏi và câu trả lời. Xem lại từng mục.")
    return redirect("conclusions:notice", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def add_item(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm một mục."""
    found = _writable_or_404(request, slug)
    part = request.GET.get("phan", "")
    initial = {"version": found.version, "part": part if part in NoticePart else ""}
    form = _line_form(request, found, initial)
    if form.is_valid():
        data, user = form.cleaned_data, request.user
        if try_action(
            form, lambda: actions.add_item(found, form.line, version=data["version"], by=user)
        ):
            messages.success(request, "Đã thêm mục.")
            return redirect("conclusions:notice", slug)
    return _line_page(request, found, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một mục: sửa, xác nhận, đổi chỗ, bỏ."""
    found = _writable_or_404(request, slug)
    line = get_object_or_404(found.items.select_related("question", "agency"), pk=pk)
    if request.method == "POST" and request.POST.get("viec") in QUICK:
        return _quick(request, slug, line)
    initial = {"version": found.version, **LineForm.opened_with(line)}
    form = _line_form(request, found, initial)
    if form.is_valid():
        data, user = form.cleaned_data, request.user
        if try_action(
            form, lambda: actions.amend_item(line, form.line, version=data["version"], by=user)
        ):
            messages.success(request, "Đã lưu mục.")
            return redirect("conclusions:notice", slug)
    return _line_page(request, found, form, line)


def _confirm(line: NoticeItem, version: int, by: Any) -> str:
    actions.confirm_item(line, version=version, by=by)
    return "Đã xác nhận mục giao việc."


def _move_up(line: NoticeItem, version: int, by: Any) -> str:
    actions.move_item(line, up=True, version=version, by=by)
    return "Đã đưa mục lên."


def _move_down(line: NoticeItem, version: int, by: Any) -> str:
    actions.move_item(line, up=False, version=version, by=by)
    return "Đã đưa mục xuống."


def _remove(line: NoticeItem, version: int, by: Any) -> str:
    actions.remove_item(line, version=version, by=by)
    return "Đã bỏ mục."


QUICK = {"xac-nhan": _confirm, "len": _move_up, "xuong": _move_down, "xoa": _remove}


def _quick(request: OfficialRequest, slug: str, line: NoticeItem) -> HttpResponse:
    version = key_from(request.POST, "version")
    if version is None:
        raise Http404
    done = QUICK[request.POST["viec"]](line, version, request.user)
    messages.success(request, done)
    return redirect("conclusions:notice", slug)


def _sent(request: OfficialRequest, found: Notice | None) -> tuple[str, forms.Form]:
    if found is None:
        raise Http404
    return sent(request, NOTICE_DEEDS)


def _context(
    request: OfficialRequest, found: Notice, bound: dict[str, forms.Form]
) -> dict[str, Any]:
    calendar, today = work_calendar(), clock.today()
    initial = {
        "version": found.version,
        "is_complex": found.is_complex,
        "reason": found.complex_reason,
        "signer_title": found.conference.chair_title,
    }
    return {
        "notice": found,
        "parts": items_by_part(found),
        "loose": sum(not one.is_whole for one in found.items.all()),
        "assigned": NoticePart.ASSIGNED,
        "is_written": found.state in BEING_WRITTEN and may_draft(request.user, found.conference),
        "offers": offers(notice_deeds(request.user, found), NOTICE_DEEDS, initial, bound),
        "faulty": next(iter(bound.values()), None),
        "figures": figures_of(found.conference.commitments.all(), today=today, calendar=calendar),
    }


def _unseen(request: OfficialRequest, conference: Conference, found: Notice | None) -> HttpResponse:
    return framed(
        request,
        "conclusions/unseen.html",
        conference,
        stage="conclusions",
        begun=found is not None,
        due=found.due if found else notice_due(conference.held_on, is_complex=False),
        may_begin=found is None and may_draft(request.user, conference),
    )


def _writable_or_404(request: OfficialRequest, slug: str) -> Notice:
    conference = conference_or_404(request, slug)
    found = notice_of(conference)
    if found is None:
        raise Http404
    require(may_draft(request.user, conference))
    return found


def _line_form(request: OfficialRequest, found: Notice, initial: dict[str, Any]) -> LineForm:
    agencies = agencies_to_ask(found.conference, clock.today())
    return LineForm(found.conference, agencies, request.POST or None, initial=initial)


def _line_page(
    request: OfficialRequest, found: Notice, form: LineForm, line: NoticeItem | None
) -> HttpResponse:
    return framed(
        request,
        "conclusions/item.html",
        found.conference,
        stage="conclusions",
        status=409 if form.non_field_errors() else 200,
        notice=found,
        form=form,
        item=line,
    )
