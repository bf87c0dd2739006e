"""Preparations: what the plan proposes, what is taken up, how each goes."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.programme import actions
from doithoai.programme.models import Preparation
from doithoai.programme.permissions import may_plan_preparations, may_report_preparation
from doithoai.programme.queries import (
    late_preparations,
    preparations_of,
    proposed_preparations,
)
from doithoai.programme.states import PreparationState
from doithoai.web.framing import conference_or_404
from doithoai.web.programme.forms import (
    AmendPreparationForm,
    PreparationForm,
    ReasonForm,
    ReportForm,
    VersionForm,
)
from doithoai.web.programme.pages import Deed, Tried, Words, shown, tried, with_one_form
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

HEAD = (
    *("Loại", "Nội dung", "Cơ quan chuẩn bị", "Người làm", "Hạn", "Tình hình", "Ghi chú"),
    "Theo nhiệm vụ của kế hoạch",
)
NEW = Words(
    "Thêm việc chuẩn bị",
    "Cơ quan được giao tự ghi người làm và tình hình.",
    "Thêm việc",
    "Đã thêm việc chuẩn bị.",
)
FILTERS = ("trang-thai", "cua-toi", "tre")


@require_safe
def preparations(request: OfficialRequest, slug: str) -> HttpResponse:
    """Công tác chuẩn bị: who makes what ready by when, what is late; Excel."""
    conference, today = conference_or_404(request, slug), clock.today()
    everything = preparations_of(conference)
    query = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    found = _narrowed(everything, query, request.user)
    if "xlsx" in request.GET:
        return sheet_response(f"chuan-bi-{slug}", HEAD, map(_cells, found))
    may_plan = may_plan_preparations(request.user, conference)
    return shown(
        request,
        "preparations.html",
        conference,
        here="preparations",
        preparations=found,
        total=everything.exclude(state=PreparationState.DROPPED).count(),
        late=everything.filter(late_preparations(today)).count(),
        chips=_chips(everything, query, request.user),
        query=urlencode(query),
        proposals=proposed_preparations(conference) if may_plan else [],
        may_plan=may_plan,
    )


@require_POST
def take_up(request: OfficialRequest, slug: str) -> HttpResponse:
    """Nhận các đề xuất đã chọn."""
    conference = conference_or_404(request, slug)
    keys = request.POST.getlist("viec")
    taken = actions.take_up_preparations(conference, keys=keys, by=request.user)
    messages.success(request, f"Đã nhận {len(taken)} việc. Kiểm tra cơ quan và hạn của từng việc.")
    return redirect("programme:preparations", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm việc kế hoạch không nêu."""
    conference = conference_or_404(request, slug)
    require(may_plan_preparations(request.user, conference))
    form = PreparationForm(request.user, conference, clock.today(), request.POST or None)
    call = partial(actions.add_preparation, conference)
    return with_one_form(request, conference, form, call, here="preparations", words=NEW)


@require_http_methods(["GET", "HEAD", "POST"])
def preparation(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một việc: its agency reports, host and office plan it anew or give it up."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(preparations_of(conference), pk=pk)
    found.conference = conference
    deeds = _deeds(request.user, found)
    sent = tried(request, deeds, found) if request.method == "POST" else None
    if sent and sent.result:
        return redirect("programme:preparation", slug, pk)
    return shown(
        request,
        "preparation.html",
        conference,
        here="preparations",
        status=sent.status if sent else 200,
        preparation=found,
        failed=sent.form if sent else None,
        **_forms(request.user, found, deeds, sent),
    )


def _deeds(user: User, found: Preparation) -> dict[str, Deed]:
    amend = partial(AmendPreparationForm, user, found.conference, clock.today())
    return {
        "bao": Deed(ReportForm, actions.report_preparation, "Đã ghi tình hình chuẩn bị."),
        "sua": Deed(amend, actions.amend_preparation, "Đã lưu việc chuẩn bị."),
        "bo": Deed(ReasonForm, actions.drop_preparation, "Đã ghi là không làm nữa, kèm lý do."),
        "lai": Deed(VersionForm, actions.restore_preparation, "Việc này lại cần làm."),
    }


def _forms(
    user: User, found: Preparation, deeds: dict[str, Deed], sent: Tried | None
) -> dict[str, Any]:
    """The forms this person may fill in now, by the name the template knows."""
    may_plan = may_plan_preparations(user, found.conference)
    dropped = found.state == PreparationState.DROPPED
    offered = {
        "bao": may_report_preparation(user, found) and not dropped,
        "sua": may_plan and not dropped,
        "bo": may_plan and found.state in {PreparationState.NOT_BEGUN, PreparationState.DOING},
        "lai": may_plan and dropped,
    }
    names = ("name", "kind", "agency", "due", "minutes", "state", "people", "note", "version")
    initial = {name: getattr(found, name) for name in names}
    return {
        f"form_{name}": (
            sent.form if sent and sent.name == name else deeds[name].form(initial=initial)
        )
        if may
        else None
        for name, may in offered.items()
    }


def _narrowed(
    found: "QuerySet[Preparation]", query: dict[str, str], user: User
) -> "QuerySet[Preparation]":
    if query.get("trang-thai") in PreparationState.values:
        found = found.filter(state=query["trang-thai"])
    if "cua-toi" in query:
        found = found.filter(agency_id=user.agency_id or 0)
    if "tre" in query:
        found = found.filter(late_preparations(clock.today()))
    return found


def _chips(
    found: "QuerySet[Preparation]", query: dict[str, str], user: User
) -> list[tuple[str, str, bool, int]]:
    """Filters as links: label, address with it turned the other way, pressed, how many."""
    offered = [
        ("Của cơ quan tôi", {"cua-toi": "1"}),
        ("Trễ hạn", {"tre": "1"}),
        *((state.label, {"trang-thai": state.value}) for state in PreparationState),
    ]
    chips = []
    for label, wanted in offered:
        name, value = next(iter(wanted.items()))
        pressed = query.get(name) == value
        turned = {key: said for key, said in query.items() if key != name}
        count = _narrowed(found, wanted, user).count()
        turned = turned if pressed else {**turned, **wanted}
        chips.append((str(label), f"?{urlencode(turned)}", pressed, count))
    return chips


def _cells(preparation: Preparation) -> tuple[Any, ...]:
    return (
        preparation.get_kind_display(),
        preparation.name,
        preparation.agency.name if preparation.agency else "Chưa giao",
        preparation.people,
        preparation.due,
        preparation.get_state_display(),
        preparation.note,
        preparation.assignment.text if preparation.assignment else "",
    )
