"""Tasks of the plan: the list, and one task with its progress."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.planning.actions import report_progress
from doithoai.planning.permissions import may_follow, may_report
from doithoai.planning.queries import (
    TaskFilter,
    agencies_with_tasks,
    assignments_of,
    assignments_wanted,
    task_counts,
)
from doithoai.planning.states import AssignmentState
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.planning.forms.conference import ProgressForm
from doithoai.web.planning.task_rows import TASK_HEAD, shown_tasks, task_row
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.web.sheets import sheet_response

ON_A_PAGE = 25


@require_safe
def tasks(request: OfficialRequest, slug: str) -> HttpResponse:
    """Nhiệm vụ: who does what by when, filtered, sorted, as Excel."""
    conference = conference_or_404(request, slug)
    today = clock.today()
    wanted = _wanted(request.GET, request.user)
    found = assignments_wanted(conference, wanted, today=today)
    if "xlsx" in request.GET:
        return sheet_response(
            f"nhiem-vu-{slug}", TASK_HEAD, map(task_row, shown_tasks(found, today))
        )
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    return framed(
        request,
        "planning/tasks.html",
        conference,
        stage="planning",
        page=page,
        rows=list(shown_tasks(page, today)),
        counts=task_counts(conference, today=today),
        agencies=agencies_with_tasks(conference),
        states=AssignmentState.choices,
        wanted=wanted,
        mine="cua-toi" in request.GET,
        query=_query(request.GET),
        unfiltered=request.path if _query(request.GET) else "",
        turned=_turned(request.GET),
    )


@require_http_methods(["GET", "POST"])
def task(request: OfficialRequest, slug: str, position: int) -> HttpResponse:
    """Một nhiệm vụ: its words, who does it, how it has gone, and a note on how it goes."""
    conference = conference_or_404(request, slug)
    assignment = get_object_or_404(assignments_of(conference), position=position)
    form = ProgressForm(request.POST or None, present=assignment.state)
    refused = False
    if form.is_valid():
        if try_action(
            form, lambda: report_progress(assignment, by=request.user, **form.cleaned_data)
        ):
            messages.success(request, "Đã ghi tiến độ.")
            return redirect("planning:task", slug=slug, position=position)
        refused = True
    return framed(
        request,
        "planning/task.html",
        conference,
        stage="planning",
        status=409 if refused else 200,
        form=form,
        title=f"Nhiệm vụ {position}",
        task=next(shown_tasks([assignment], clock.today())),
        notes=list(assignment.progress.all()),
        may_report=may_report(request.user, assignment),
        may_follow=may_follow(request.user, conference),
    )


def _wanted(query: QueryDict, user: User) -> TaskFilter:
    state = query.get("trang-thai", "")
    return TaskFilter(
        agency=user.agency_id if "cua-toi" in query else key_from(query, "co-quan"),
        state=state if state in AssignmentState else "",
        late="tre" in query,
        by_due=query.get("sap-xep") == "han",
    )


def _query(query: QueryDict) -> str:
    """The filters, for links to other pages of the list."""
    return urlencode([(name, value) for name, value in query.items() if name not in UNKEPT])


def _turned(query: QueryDict) -> dict[str, str]:
    """For every chip and sort, the address with it turned the other way."""
    turned: dict[str, Any] = {}
    for name, value in (("cua-toi", "1"), ("tre", "1"), ("sap-xep", "han")):
        kept = {key: said for key, said in query.items() if key not in {name, *UNKEPT}}
        turned[name.replace("-", "_")] = "?" + urlencode(
            kept if name in query else {**kept, name: value}
        )
    return turned


UNKEPT = frozenset({"trang", "xlsx"})
