"""The page of telephones in the hall: ask, support, see what is asked now; no account needed."""

from contextlib import AbstractContextManager, nullcontext
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

NEW_PHONE, ASK, UNMARKED = "may-moi", "hoi-may", "may-la"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def audience(request: HttpRequest, slug: str) -> HttpResponse:
    """Everyone in the hall; what one telephone sent is seen by that telephone alone.

    Looking gives a telephone its mark; those that keep none share a small allowance.
    """
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
    elif session:
        _mark(request)
    status = 409 if form.non_field_errors() else 200
    page = render(
        request, "hall/audience.html", _page(request, conference, session, form), status=status
    )
    page.headers["Cache-Control"] = "no-store"
    return allow_stream(request, remember(request, page))


@login_not_required
@require_safe
def short(request: HttpRequest, number: int) -> HttpResponse:
    """The address on the big screen: short enough to be typed, its code coarse enough to read."""
    return redirect("hall:audience", get_object_or_404(public_conferences(), pk=number).slug)


def _asked(request: HttpRequest, session: Session, form: AskForm) -> Any:
    sent = {name: form.cleaned_data[name] for name in ("text", "name", "unit", "shows_name")}

    def ask() -> Any:
        address = limits.home_of(request)
        of_address = limits.within_minute(ASK, address, limits.ASKS, limits.TOO_MANY_ASKS)
        with of_address, _allowance(request, session):
            return ask_from_phone(session, device=known_device(request), by=None, **sent)

    return try_action(form, ask)


def _supported(request: HttpRequest, session: Session) -> HttpResponse:
    key = key_from(request.POST, "ung-ho")
    question = get_object_or_404(session.audience_questions, pk=key)
    with _allowance(request, session):
        support(question, device=known_device(request), by=None)
    return remember(request, redirect("hall:audience", session.conference.slug))


def _mark(request: HttpRequest) -> None:
    """Give a telephone that looks its mark, unless its address has brought too many new ones."""
    if not device_of(request) and not limits.is_over(request, NEW_PHONE, limits.PHONES):
        limits.count(request, NEW_PHONE)
        known_device(request)


def _allowance(request: HttpRequest, session: Session) -> AbstractContextManager[None]:
    """Room for one more deed: always for a telephone with a mark, else what all the others share.

    Raises Refused when entered and too many in the hall send without a mark.
    """
    if device_of(request):
        return nullcontext()
    hall, words = str(session.pk), limits.TOO_MANY_UNMARKED
    return limits.within_minute(UNMARKED, hall, limits.UNMARKED, words)


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
