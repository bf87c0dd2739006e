"""The script: composed, edited cue by cue, given out, read on a phone or a tablet."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.documents.models import PaperKind
from doithoai.planning.models import Conference
from doithoai.programme import actions
from doithoai.programme.models import ScriptCue
from doithoai.programme.permissions import may_compose, may_read_script
from doithoai.programme.queries import cue_rows, cues_of, script_changes, script_of, shown_cues
from doithoai.programme.rules.moving import DOWN, UP
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.programme.forms import CueForm, EditCueForm
from doithoai.web.programme.pages import Words, paper_url, shown, with_one_form
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

HEAD = ("STT", "Giờ", "Lúc", "Người nói", "Lời dẫn", "Đã sửa tay")
NEW = Words(
    "Thêm lời dẫn",
    "Lời dẫn thêm tay được giữ khi soạn lại kịch bản.",
    "Thêm lời dẫn",
    "Đã thêm lời dẫn.",
)
EDIT = Words(
    "Sửa lời dẫn",
    "Lời dẫn đã sửa được giữ nguyên khi soạn lại kịch bản.",
    "Lưu lời dẫn",
    "Đã lưu lời dẫn.",
)


@require_safe
def script(request: OfficialRequest, slug: str) -> HttpResponse:
    """Kịch bản: every cue with its hour, what changed since it was given out; Excel."""
    conference = _read_by(request, slug)
    whole = script_of(conference)
    cues = shown_cues(conference, cues_of(whole))
    if "xlsx" in request.GET:
        return sheet_response(f"kich-ban-{slug}", HEAD, map(_cells, cues))
    changes, log = script_changes(whole, cue_rows(cues))
    dropped = whole.cues.filter(is_dropped=True) if whole.pk else []
    return shown(
        request,
        "script.html",
        conference,
        here="script",
        script=whole,
        cues=cues,
        edited=sum(one.cue.is_edited for one in cues),
        dropped=dropped,
        changes=changes,
        log=log,
        paper=paper_url(request.user, conference, PaperKind.SCRIPT) if cues else "",
        may_compose=may_compose(request.user, conference),
        has_items=conference.agenda_items.exists(),
    )


@require_safe
def reading(request: OfficialRequest, slug: str) -> HttpResponse:
    """Trang đọc của người dẫn: the version given out, or `?ban=nhap` the draft; for print too."""
    conference = _read_by(request, slug)
    whole = script_of(conference)
    released = whole.releases.first() if whole.pk else None
    drafted = released is None or request.GET.get("ban") == "nhap"
    if released is None or drafted:
        cues = cue_rows(shown_cues(conference, cues_of(whole)))
    else:
        cues = released.cues
    return framed(
        request,
        "programme/reading.html",
        conference,
        stage="programme",
        script=whole,
        release=None if drafted else released,
        is_behind=bool(released) and not drafted and whole.state == "draft",
        cues=cues,
    )


@require_POST
def compose(request: OfficialRequest, slug: str) -> HttpResponse:
    """Soạn hoặc soạn lại từ chương trình."""
    conference = _written_by(request, slug)
    actions.compose_script(conference, by=request.user)
    messages.success(request, "Đã soạn kịch bản. Lời dẫn đã sửa tay được giữ nguyên.")
    return redirect("programme:script", slug)


@require_POST
def release(request: OfficialRequest, slug: str) -> HttpResponse:
    """Phát hành kịch bản cho người dẫn chương trình."""
    conference = _written_by(request, slug)
    version = key_from(request.POST, "version")
    done = actions.release_script(
        conference, version=-1 if version is None else version, by=request.user
    )
    messages.success(request, f"Đã phát hành kịch bản, bản {done.number}. Người dẫn đọc bản này.")
    return redirect("programme:script", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def add_cue(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm lời dẫn sau một lời dẫn (`?sau=`), hoặc ở cuối."""
    conference = _written_by(request, slug)
    cues = cues_of(script_of(conference))
    after = cues.filter(pk=key_from(request.GET, "sau") or 0).first()
    form = CueForm(request.POST or None, initial={"minutes": 0})
    call = partial(actions.add_cue, conference, after=after)
    return with_one_form(request, conference, form, call, here="script", words=NEW)


@require_http_methods(["GET", "HEAD", "POST"])
def cue(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Sửa một lời dẫn."""
    conference = _written_by(request, slug)
    found = _cue_or_404(conference, pk)
    names = ("title", "speaker", "text", "minutes", "version")
    form = EditCueForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    call = partial(actions.edit_cue, found)
    return with_one_form(request, conference, form, call, here="script", words=EDIT)


@require_POST
def move_cue(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Lên, xuống một chỗ."""
    found = _cue_or_404(_written_by(request, slug), pk)
    towards = UP if request.POST.get("huong") == "len" else DOWN
    actions.move_cue(found, towards=towards, by=request.user)
    return redirect("programme:script", slug)


@require_POST
def drop_cue(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Bỏ lời dẫn; lời dẫn soạn từ chương trình lấy lại được."""
    found = _cue_or_404(_written_by(request, slug), pk)
    actions.drop_cue(found, by=request.user)
    messages.success(request, f"Đã bỏ lời dẫn “{found.title}”.")
    return redirect("programme:script", slug)


@require_POST
def restore_cue(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Lấy lại lời dẫn đã bỏ."""
    found = _cue_or_404(_written_by(request, slug), pk)
    actions.restore_cue(found, by=request.user)
    messages.success(request, f"Đã lấy lại lời dẫn “{found.title}”.")
    return redirect("programme:script", slug)


def _read_by(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    if not may_read_script(request.user, conference):
        raise Http404
    return conference


def _written_by(request: OfficialRequest, slug: str) -> Conference:
    conference = _read_by(request, slug)
    require(may_compose(request.user, conference))
    return conference


def _cue_or_404(conference: Conference, pk: int) -> ScriptCue:
    cues = ScriptCue.objects.select_related("script__conference", "agenda_item")
    return get_object_or_404(cues, script__conference=conference, pk=pk)


def _cells(shown_cue: Any) -> tuple[Any, ...]:
    cue, at = shown_cue.cue, shown_cue.starts
    return (
        shown_cue.number,
        f"{at:%H:%M}" if at else "",
        cue.title,
        cue.speaker,
        cue.text,
        "Có" if cue.is_edited else "",
    )
