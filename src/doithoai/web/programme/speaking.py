"""Speeches: the list, and one speech through draft, appraisal and approval."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.programme import actions
from doithoai.programme.models import Speech
from doithoai.programme.permissions import may_plan_speeches
from doithoai.programme.queries import proposed_speeches, speeches_for
from doithoai.programme.rules.speaking import spoken_minutes
from doithoai.programme.states import SPEECH_WITH_AGENCY
from doithoai.web.framing import conference_or_404
from doithoai.web.programme.pages import Words, shown, tried, with_one_form
from doithoai.web.programme.speech_forms import AssignSpeechForm, NewSpeechForm
from doithoai.web.programme.speech_page import DEEDS, speech_context
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

HEAD = (
    *("Tên bài", "Loại", "Người phát biểu", "Cơ quan soạn", "Hạn nộp", "Trạng thái"),
    *("Số phút đọc", "Số phút của mục"),
)
NEW = Words(
    "Thêm bài phát biểu",
    "Cơ quan soạn nộp bài, cơ quan khác thẩm định, người chủ trì duyệt.",
    "Thêm bài",
    "Đã thêm bài phát biểu.",
)
ASSIGN = Words(
    "Giao bài phát biểu",
    "Tên bài, người phát biểu, cơ quan soạn đổi được khi bài còn ở cơ quan soạn.",
    "Lưu việc giao",
    "Đã lưu việc giao bài.",
)


@require_safe
def speeches(request: OfficialRequest, slug: str) -> HttpResponse:
    """Bài phát biểu: who says what, who drafts it, how far it is; proposals of the plan."""
    conference = conference_or_404(request, slug)
    found = list(speeches_for(request.user).filter(conference=conference))
    if "xlsx" in request.GET:
        return sheet_response(f"bai-phat-bieu-{slug}", HEAD, map(_cells, found))
    may_plan = may_plan_speeches(request.user, conference)
    return shown(
        request,
        "speeches.html",
        conference,
        here="speeches",
        rows=[(speech, spoken_minutes(speech.body)) for speech in found],
        proposals=_named(proposed_speeches(conference), conference) if may_plan else [],
        may_plan=may_plan,
    )


@require_POST
def take_up(request: OfficialRequest, slug: str) -> HttpResponse:
    """Nhận các bài kế hoạch đề ra."""
    conference = conference_or_404(request, slug)
    keys = request.POST.getlist("bai")
    taken = actions.take_up_speeches(conference, keys=keys, by=request.user)
    messages.success(request, f"Đã nhận {len(taken)} bài. Kiểm tra cơ quan soạn và hạn nộp.")
    return redirect("programme:speeches", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm bài kế hoạch không nêu."""
    conference = conference_or_404(request, slug)
    require(may_plan_speeches(request.user, conference))
    form = NewSpeechForm(request.user, conference, clock.today(), request.POST or None)
    call = partial(actions.add_speech, conference)
    return with_one_form(request, conference, form, call, here="speeches", words=NEW)


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Ai phát biểu, ai soạn, hạn nào."""
    conference = conference_or_404(request, slug)
    require(may_plan_speeches(request.user, conference))
    found = get_object_or_404(conference.speeches.all(), pk=pk)
    names = ("title", "speaker", "agency", "due", "agenda_item", "version")
    initial = {name: getattr(found, name) for name in names}
    form = AssignSpeechForm(
        request.user, conference, clock.today(), request.POST or None, initial=initial
    )
    if found.state not in SPEECH_WITH_AGENCY:
        form.keep_what_was_handed_in()
    call = partial(actions.assign_speech, found)
    return with_one_form(request, conference, form, call, here="speeches", words=ASSIGN)


@require_http_methods(["GET", "HEAD", "POST"])
def speech(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một bài; each hand finds the one thing it may do."""
    conference = conference_or_404(request, slug)
    mine = speeches_for(request.user).filter(conference=conference)
    found = get_object_or_404(mine, pk=pk)
    sent = tried(request, DEEDS, found) if request.method == "POST" else None
    if sent and sent.result:
        return redirect("programme:speech", slug, pk)
    return shown(
        request,
        "speech.html",
        conference,
        here="speeches",
        status=sent.status if sent else 200,
        **speech_context(request, found, sent),
    )


def _named(proposals: list[Any], conference: Conference) -> list[tuple[Any, str]]:
    """Each proposal with the agency that would draft it."""
    keys = [one.unit.agency or conference.host_id for one in proposals]
    agencies = Agency.objects.in_bulk(keys)
    return [(one, agencies[key].name) for one, key in zip(proposals, keys, strict=True)]


def _cells(speech: Speech) -> tuple[Any, ...]:
    return (
        speech.title,
        speech.get_kind_display(),
        speech.speaker,
        speech.agency.name,
        speech.due,
        speech.get_state_display(),
        spoken_minutes(speech.body),
        speech.agenda_item.minutes if speech.agenda_item else "",
    )
