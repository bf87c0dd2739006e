"""The page of telephones in the hall: ask, support, see what is asked now; no account needed."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.hall.actions import ask_from_phone, support
from doithoai.hall.models import Session
from doithoai.hall.queries import asked_from, is_taking, session_of, supported_from
from doithoai.planning.models import Conference
from doithoai.planning.queries import public_conferences
from doithoai.web.hall.devices import device_of, known_device, remember
from doithoai.web.hall.forms import AskForm
from doithoai.web.hall.tickets import allow_stream
from doithoai.web.hall.views import live
from doithoai.web.portal import limits
from doithoai.web.refusals import try_action
from doithoai.web.requests import key_from
from doithoai.workflow import Refused

NEW_PHONE = "may-moi"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def audience(request: HttpRequest, slug: str) -> HttpResponse:
    """Everyone in the hall; what one telephone sent is seen by that telephone alone."""
    conference = get_object_or_404(public_conferences(), slug=slug)
    session = session_of(conference)
    form = AskForm()
    if request.method == "POST" and session:
        session.conference = conference
        if "ung-ho" in request.POST:
            return _supported(request, session)
        form = AskForm(request.POST)
        if form.is_valid() and _asked(request, session, form):
            return remember(request, redirect("hall:audience", slug))
    status = 409 if form.non_field_errors() else 200
    page = render(
        request, "hall/audience.html", _page(request, conference, session, form), status=status
    )
    page.headers["Cache-Control"] = "no-store"
    return allow_stream(request, page)


@login_not_required
@require_safe
def short(request: HttpRequest, number: int) -> HttpResponse:
    """The address on the big screen: short enough to be typed, its code coarse enough to read."""
    return redirect("hall:audience", get_object_or_404(public_conferences(), pk=number).slug)


def _asked(request: HttpRequest, session: Session, form: AskForm) -> Any:
    sent = {name: form.cleaned_data[name] for name in ("text", "name", "unit", "shows_name")}
    return try_action(
        form, lambda: ask_from_phone(session, device=_device(request), by=None, **sent)
    )


def _supported(request: HttpRequest, session: Session) -> HttpResponse:
    key = key_from(request.POST, "ung-ho")
    question = get_object_or_404(session.audience_questions, pk=key)
    support(question, device=_device(request), by=None)
    return remember(request, redirect("hall:audience", session.conference.slug))


def _device(request: HttpRequest) -> str:
    """This telephone. Raises Refused when its network address brings too many new ones."""
    if not device_of(request):
        if limits.is_over(request, NEW_PHONE, limits.PHONES):
            raise Refused(limits.TOO_MANY_PHONES)
        limits.count(request, NEW_PHONE)
    return known_device(request)


def _page(
    request: HttpRequest, conference: Conference, session: Session | None, form: AskForm
) -> dict[str, Any]:
    if session is None:
        return {"conference": conference, "form": form, "is_unopened": True}
    session.conference = conference
    device = device_of(request)
    supported = supported_from(session, device) if device else set()
    return {
        **live(request, session, "audience"),
        "form": form,
        "mine": asked_from(session, device) if device else [],
        "supported": sorted(supported),
        "is_taking": is_taking(session, clock.today()),
    }
