"""The programme: its items by the clock, each edited and moved, the whole given out."""

from functools import partial
from itertools import groupby
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.documents.models import PaperKind
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.programme import actions
from doithoai.programme.models import AgendaItem
from doithoai.programme.permissions import may_compose
from doithoai.programme.queries import (
    Timetable,
    items_of,
    programme_changes,
    programme_of,
    timetable,
)
from doithoai.programme.queries.agenda import hour
from doithoai.programme.rules.items import usual_items
from doithoai.programme.rules.moving import DOWN, UP
from doithoai.programme.rules.timing import ANSWER_MINUTES, ASK_MINUTES, duration
from doithoai.web.framing import conference_or_404
from doithoai.web.programme.forms import AmendItemForm, NewItemForm
from doithoai.web.programme.pages import Words, paper_url, shown, with_one_form
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

HEAD = (
    *("STT", "Phần", "Bắt đầu", "Kết thúc", "Số phút", "Nội dung", "Loại", "Thực hiện"),
    *("Cơ quan chuẩn bị", "Giờ ghi trong kế hoạch"),
)
NEW = Words(
    "Thêm mục chương trình",
    "Giờ của từng mục được tính lại từ giờ bắt đầu hội nghị.",
    "Thêm mục",
    "Đã thêm mục. Giờ của các mục sau đã tính lại.",
)
AMEND = Words(
    "Sửa mục chương trình",
    "Số phút nhập ở đây là số phút đã xác nhận, không còn là đề xuất.",
    "Lưu mục",
    "Đã lưu mục. Giờ của các mục sau đã tính lại.",
)


@require_safe
def programme(request: OfficialRequest, slug: str) -> HttpResponse:
    """Chương trình: parts with their items by the clock, what runs over, what changed; Excel."""
    conference = conference_or_404(request, slug)
    table = timetable(conference)
    if "xlsx" in request.GET:
        return sheet_response(
            f"chuong-trinh-{slug}", HEAD, map(partial(_cells, table), table.items)
        )
    whole = programme_of(conference)
    changes, log = programme_changes(whole, table)
    may = may_compose(request.user, conference)
    return shown(
        request,
        "programme.html",
        conference,
        here="programme",
        programme=whole,
        parts=_parts(table),
        figures=_figures(table, conference),
        clock=table.clock,
        over=duration(abs(table.clock.over or 0)),
        untimed=sum(item.minutes_proposed for item in table.items),
        rule=(ASK_MINUTES, ANSWER_MINUTES),
        changes=changes,
        log=log,
        paper=paper_url(request.user, conference, PaperKind.PROGRAMME) if table.items else "",
        usual=usual_items(conference.chair_title) if may and not table.items else [],
        may_compose=may,
        may_prepare=may_prepare(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add_item(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm mục."""
    conference = _mine(request, slug)
    initial = {"token": uuid4()}
    form = NewItemForm(
        request.user, conference, clock.today(), request.POST or None, initial=initial
    )
    call = partial(actions.add_item, conference)
    return with_one_form(request, conference, form, call, here="programme", words=NEW)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Sửa một mục, hoặc bỏ mục."""
    conference = _mine(request, slug)
    found = get_object_or_404(items_of(conference), pk=pk)
    form = AmendItemForm(
        request.user, conference, clock.today(), request.POST or None, initial=_as_it_is(found)
    )
    call = partial(actions.amend_item, found)
    return with_one_form(
        request, conference, form, call, here="programme", words=AMEND, removable=found
    )


@require_POST
def move_item(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Lên, xuống một chỗ."""
    conference = _mine(request, slug)
    found = get_object_or_404(items_of(conference), pk=pk)
    towards = UP if request.POST.get("huong") == "len" else DOWN
    actions.move_item(found, towards=towards, by=request.user)
    return redirect("programme:programme", slug)


@require_POST
def remove_item(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Bỏ mục."""
    conference = _mine(request, slug)
    found = get_object_or_404(items_of(conference), pk=pk)
    actions.remove_item(found, by=request.user)
    messages.success(request, f"Đã bỏ mục “{found.name}”. Giờ của các mục sau đã tính lại.")
    return redirect("programme:programme", slug)


@require_POST
def lay_usual(request: OfficialRequest, slug: str) -> HttpResponse:
    """Lập chương trình mẫu cho kế hoạch không kèm chương trình."""
    conference = _mine(request, slug)
    laid = actions.lay_usual_items(conference, by=request.user)
    messages.success(request, f"Đã lập {len(laid)} mục đề xuất. Sửa từng mục rồi phát hành.")
    return redirect("programme:programme", slug)


@require_POST
def release(request: OfficialRequest, slug: str) -> HttpResponse:
    """Phát hành chương trình như đang có."""
    conference = _mine(request, slug)
    version = key_from(request.POST, "version")
    done = actions.release_programme(
        conference, version=-1 if version is None else version, by=request.user
    )
    messages.success(request, f"Đã phát hành chương trình, bản {done.number}.")
    return redirect("programme:programme", slug)


def _mine(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    require(may_compose(request.user, conference))
    return conference


def _as_it_is(item: AgendaItem) -> dict[str, Any]:
    names = ("name", "kind", "minutes", "performer", "part", "agency", "version")
    return {name: getattr(item, name) for name in names}


def _parts(table: Timetable) -> list[tuple[str, list[tuple[AgendaItem, Any]]]]:
    """Items with their hours, under the parts they stand in."""
    return [
        (part, [(item, table.clock.slots[item.pk]) for item in group])
        for part, group in groupby(table.items, lambda item: item.part)
    ]


def _figures(table: Timetable, conference: Conference) -> list[dict[str, Any]]:
    clock, over = table.clock, table.clock.over or 0
    end = hour(clock.ends) or "Chưa có giờ"
    return [
        {"label": "Mục", "value": len(table.items)},
        {"label": "Tổng thời lượng", "value": duration(clock.minutes)},
        {"label": "Kết thúc", "value": end, "tone": "alarm" if over > 0 else ""},
        {"label": "Thời gian đối thoại", "value": duration(clock.dialogue)},
        {"label": "Số câu nêu được", "value": clock.questions, "tone": "key"},
    ]


def _cells(table: Timetable, item: AgendaItem) -> tuple[Any, ...]:
    slot = table.clock.slots[item.pk]
    return (
        item.position,
        item.part,
        hour(slot.starts),
        hour(slot.ends),
        item.minutes,
        item.name,
        item.get_kind_display(),
        item.performer,
        item.agency.name if item.agency else "",
        item.time_text,
    )
