"""Officials' pages of the hall: the desk, the big screen, the tablets, the minutes."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.hall.actions import open_session
from doithoai.hall.models import Session
from doithoai.hall.permissions import may_drive, may_present, may_preside, may_read_minutes
from doithoai.hall.queries import Board, board_of, session_of
from doithoai.hall.states import MinutesState
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.stops import is_held
from doithoai.planning.models import Conference
from doithoai.planning.queries import participating_agencies
from doithoai.questions.queries import hall_questions
from doithoai.vietnamese.qr import as_svg
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.hall import scenes
from doithoai.web.hall.deeds import DEEDS, Press, blank_forms, read_press
from doithoai.web.hall.regions import drawn
from doithoai.web.hall.tickets import allow_stream, stream_url
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require


@require_http_methods(["GET", "HEAD", "POST"])
def hall(request: OfficialRequest, slug: str) -> HttpResponse:
    """The secretary's desk; who does not drive may watch; after the day what took place."""
    conference = conference_or_404(request, slug)
    session = session_of(conference)
    forms = blank_forms(session) if session else {}
    form = None
    if request.method == "POST":
        if request.POST.get("viec") == "mo":
            open_session(conference, by=request.user)
            return redirect("hall:hall", slug)
        if session is None:
            raise Http404
        name, target, form = read_press(request.POST, conference)
        if form.is_valid():
            DEEDS[name](Press(session, form, target, request.user))
            return redirect("hall:hall", slug)
        forms = forms | {name: form}
    standing = standing_of(conference, today=clock.today())
    held = is_held(conference, standing, clock.today())
    context = _desk(request, conference, session, held) | {"forms": forms, "form": form}
    of = standing.hall
    owes = of.owes_minutes and of.minutes_state != MinutesState.SUBMITTED
    context |= {"standing": standing, "held": held, "owes_minutes": owes and context["drives"]}
    page = framed(request, "hall/hall.html", conference, stage="hall", **context)
    return allow_stream(request, page)


@login_not_required
@require_safe
def stage(request: HttpRequest, slug: str) -> HttpResponse:
    """The big screen: for drivers and the chair's side, or any machine that has the link."""
    session = get_object_or_404(
        Session.objects.select_related("conference__place", "current_item"), conference__slug=slug
    )
    if request.GET.get("khoa") != session.stage_key and not _may_look(request, session):
        raise Http404
    context = live(request, session, "stage") | _phones(request, session.conference)
    page = render(request, "hall/stage.html", context)
    page.headers["Cache-Control"] = "no-store"
    return allow_stream(request, page)


@require_safe
def chair(request: OfficialRequest, slug: str) -> HttpResponse:
    """The chair's tablet."""
    conference = conference_or_404(request, slug)
    require(may_preside(request.user, conference))
    return _tablet(request, conference, "chair", "Máy tính bảng của chủ trì")


@require_safe
def presenter(request: OfficialRequest, slug: str) -> HttpResponse:
    """The presenter's cues."""
    conference = conference_or_404(request, slug)
    require(may_present(request.user, conference))
    return _tablet(request, conference, "presenter", "Người dẫn chương trình")


def live(request: HttpRequest, session: Session, channel: str, **more: Any) -> dict[str, Any]:
    """What a live page needs: its regions as they are now, and where to listen."""
    board = board_of(session, clock.now())
    return {"conference": session.conference} | _live(request, board, channel, **more)


def _live(request: HttpRequest, board: Board, channel: str, **more: Any) -> dict[str, Any]:
    return {
        "session": board.session,
        "key": board.key,
        "now_ms": int(board.now.timestamp() * 1000),
        "stream": stream_url(request, board.session, channel),
        "regions": drawn(channel, board, **more),
    }


def _phones(request: HttpRequest, conference: Conference) -> dict[str, Any]:
    """Where telephones ask: a code to point them at, and the address to type."""
    address = request.build_absolute_uri(reverse("hall:short", args=[conference.pk]))
    typed = address.partition("://")[2].rstrip("/")
    return {"phones_address": typed, "phones_code": SafeString(as_svg(address))}


def _tablet(
    request: OfficialRequest, conference: Conference, channel: str, title: str
) -> HttpResponse:
    session = session_of(conference)
    if session is None:
        return redirect("hall:hall", conference.slug)
    session.conference = conference
    context = live(request, session, channel)
    context |= {"title": title, "channel": channel, "region": context["regions"][channel]}
    return allow_stream(request, render(request, "hall/tablet.html", context))


def session_or_404(conference: Conference) -> Session:
    """The session, once its secretary has opened it."""
    session = session_of(conference)
    if session is None:
        raise Http404
    session.conference = conference
    return session


def _may_look(request: HttpRequest, session: Session) -> bool:
    user = request.user
    return isinstance(user, User) and may_preside(user, session.conference)


def _desk(
    request: OfficialRequest, conference: Conference, session: Session | None, held: bool
) -> dict[str, Any]:
    user = request.user
    drives = may_drive(user, conference)
    context: dict[str, Any] = {"drives": drives, "session": session}
    if session is None:
        return context | {"chosen": hall_questions(conference).count()}
    session.conference = conference
    context |= _ways(user, conference, held)
    board = board_of(session, clock.now())
    if held:
        return context | scenes.record(board)
    if not drives:
        return context | scenes.secretary(board)
    stage_url = f"{reverse('hall:stage', args=[conference.slug])}?khoa={session.stage_key}"
    audience_url = reverse("hall:audience", args=[conference.slug])
    return context | {
        **_live(request, board, "secretary"),
        "agencies": participating_agencies(conference),
        "stage_url": stage_url,
        "stage_full_url": request.build_absolute_uri(stage_url),
        "audience_url": audience_url,
        "audience_full_url": request.build_absolute_uri(audience_url),
    }


def _ways(user: User, conference: Conference, held: bool) -> dict[str, str]:
    """The other pages of the hall this person may open; the tablets only until it is over."""
    allowed = {
        "preside_url": ("hall:chair", not held and may_preside(user, conference)),
        "present_url": ("hall:presenter", not held and may_present(user, conference)),
        "minutes_url": ("hall:minutes", may_read_minutes(user, conference)),
    }
    return {
        key: reverse(name, args=[conference.slug]) for key, (name, may) in allowed.items() if may
    }
