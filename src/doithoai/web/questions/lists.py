"""Lists from unions and communes in two steps: looked through row by row, then taken whole."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.planning.models import Conference
from doithoai.questions.actions import (
    begin_reading,
    begin_taking,
    drop_list,
    mark_rows,
    resume,
    send_list,
)
from doithoai.questions.actions.lists import is_being_done, show_faulty_rows
from doithoai.questions.models import ReceivedList, RowVerdict
from doithoai.questions.permissions import may_enter
from doithoai.questions.queries import lists_of, rows_of
from doithoai.questions.states import ListState
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.questions import list_rows
from doithoai.web.questions.list_forms import ColumnsForm, ListFileForm
from doithoai.web.questions.list_sheet import template_response
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, keys_from
from doithoai.web.sheets import asked_as_file, sheet_response
from doithoai.workflow import require

PAGE = 50
STEPS = ("Xác nhận các cột", "Đọc từng dòng", "Xem lại, nhận vào")
TEMPLATES = {
    ListState.UPLOADED: "questions/list_columns.html",
    ListState.READING: "questions/list_progress.html",
    ListState.TAKING: "questions/list_progress.html",
}


@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: OfficialRequest, slug: str) -> HttpResponse:
    """All lists of a conference, and sending one more in."""
    conference = _entered_or_404(request, slug)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ListFileForm(conference, *sent)
    if form.is_valid():
        data = form.cleaned_data
        received = try_action(
            form,
            lambda: send_list(
                conference,
                file_name=data["sheet"].name,
                content=data["sheet"].read(),
                channel=data["channel"],
                collection_point=data["point"],
                by=request.user,
            ),
        )
        if received:
            return redirect("questions:list", slug, received.pk)
    return framed(
        request,
        "questions/lists.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        lists=lists_of(conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def received(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """One list: its columns, how far it is, its rows, what became of them."""
    conference = _entered_or_404(request, slug)
    found = get_object_or_404(lists_of(conference), pk=pk)
    if request.method == "POST":
        deed = DEEDS.get(request.POST.get("viec", ""))
        if deed is None:
            raise Http404
        return deed(request, found)
    if found.state in {ListState.READ, ListState.TAKEN} and "cot" not in request.GET:
        return _rows_page(request, conference, found)
    return _page(request, conference, found)


@require_safe
def template(request: OfficialRequest, slug: str) -> HttpResponse:
    """Mẫu danh sách."""
    return template_response(_entered_or_404(request, slug))


@require_POST
def faulty_rows(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """The rows to be mended, with their senders; that someone took them is kept."""
    found = get_object_or_404(lists_of(_entered_or_404(request, slug)), pk=pk)
    rows = show_faulty_rows(found, by=request.user)
    head, cells = list_rows.faulty_sheet(found, rows)
    return sheet_response(f"dong-loi-{pk}", head, cells)


def _page(
    request: OfficialRequest,
    conference: Conference,
    found: ReceivedList,
    form: ColumnsForm | None = None,
) -> HttpResponse:
    choosing = found.state == ListState.READ
    state = ListState.UPLOADED if choosing else ListState(found.state)
    template = TEMPLATES.get(state, "questions/list_gone.html")
    context: dict[str, Any] = {"received": found, "form": form, "steps": STEPS}
    context["is_broken"] = found.claimed_at is not None and not is_being_done(found)
    if state == ListState.UPLOADED:
        context |= {
            "form": form or ColumnsForm(found.columns),
            "heads": list_rows.heads(found),
            "samples": list_rows.samples(found),
        }
    return framed(request, template, conference, stage="questions", **context)


def _rows_page(
    request: OfficialRequest, conference: Conference, found: ReceivedList
) -> HttpResponse:
    chosen = request.GET.get("la", "")
    rows = rows_of(found)
    if chosen in RowVerdict.values:
        rows = rows.filter(verdict=chosen)
    if kind := asked_as_file(request.GET):
        shown = list_rows.taken_rows(rows)
        return sheet_response(f"bien-nhan-{found.pk}", list_rows.TAKEN_HEAD, shown, kind)
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    counts = {v: getattr(found, f"{v}_rows") for v in RowVerdict.values}
    return framed(
        request,
        "questions/list_rows.html",
        conference,
        stage="questions",
        received=found,
        steps=STEPS,
        page=page,
        rows=list_rows.shown(page),
        chips=list_rows.verdict_chips(counts, chosen),
        query=urlencode({"la": chosen}) if chosen else "",
    )


def _choose_columns(request: OfficialRequest, found: ReceivedList) -> HttpResponse:
    form = ColumnsForm(found.columns, request.POST)
    if form.is_valid():
        begun = try_action(
            form,
            lambda: begin_reading(
                found, version=_version(request), by=request.user, **form.cleaned_data
            ),
        )
        if begun:
            return _back(found)
    return _page(request, found.conference, found, form)


def _mark(request: OfficialRequest, found: ReceivedList) -> HttpResponse:
    _marked(request, found)
    messages.success(request, "Đã ghi các dòng đánh dấu của trang này.")
    return redirect(request.get_full_path())


def _take(request: OfficialRequest, found: ReceivedList) -> HttpResponse:
    marked = _marked(request, found)
    begin_taking(
        marked,
        without_faulty="bo-loi" in request.POST,
        version=marked.version,
        by=request.user,
    )
    return _back(found)


def _marked(request: OfficialRequest, found: ReceivedList) -> ReceivedList:
    return mark_rows(
        found,
        shown=keys_from(request.POST, "dong"),
        wanted=keys_from(request.POST, "nhan"),
        version=_version(request),
        by=request.user,
    )


def _drop(request: OfficialRequest, found: ReceivedList) -> HttpResponse:
    drop_list(found, version=_version(request), by=request.user)
    messages.success(request, f"Đã bỏ danh sách {found.file_name}. Không câu nào được nhận.")
    return redirect("questions:lists", found.conference.slug)


def _resume(request: OfficialRequest, found: ReceivedList) -> HttpResponse:
    resume(found, version=_version(request), by=request.user)
    return _back(found)


DEEDS: dict[str, Callable[[OfficialRequest, ReceivedList], HttpResponse]] = {
    "cot": _choose_columns,
    "danh-dau": _mark,
    "nhan": _take,
    "bo": _drop,
    "lam-tiep": _resume,
}


def _back(found: ReceivedList) -> HttpResponse:
    return redirect("questions:list", found.conference.slug, found.pk)


def _version(request: OfficialRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1


def _entered_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    require(may_enter(request.user, conference))
    return conference
