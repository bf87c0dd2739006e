"""The page of the minutes: written by the secretary, signed by both sides."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.hall.actions import (
    draft_minutes,
    return_minutes,
    save_minutes,
    sign_minutes,
    submit_minutes,
)
from doithoai.hall.models import Minutes, Session
from doithoai.hall.permissions import may_drive, may_read_minutes, may_sign
from doithoai.hall.queries import board_of
from doithoai.hall.states import MinutesState, SessionState
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.hall.forms import MinutesForm
from doithoai.web.hall.regions import drawn
from doithoai.web.hall.tickets import allow_stream, stream_url
from doithoai.web.hall.views import session_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

Call = Callable[..., Minutes]
DEEDS: dict[str, tuple[Call, tuple[str, ...]]] = {
    "luu": (save_minutes, ("body", "version")),
    "ky": (submit_minutes, ("body", "version")),
    "duyet": (sign_minutes, ("version",)),
    "tra-lai": (return_minutes, ("note", "version")),
}


@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: OfficialRequest, slug: str) -> HttpResponse:
    """Draft from what happened, edit, sign."""
    conference = conference_or_404(request, slug)
    require(may_read_minutes(request.user, conference))
    session = session_or_404(conference)
    found = Minutes.objects.filter(session=session).select_related("secretary", "signer").first()
    form = MinutesForm(request.POST or None, initial=_initial(found))
    if form.is_valid():
        data = form.cleaned_data
        if try_action(form, lambda: _do(request, session, found, data)):
            return redirect("hall:minutes", slug)
    context = _context(request, session, found) | {"form": form}
    status = 409 if form.non_field_errors() else 200
    page = framed(request, "hall/minutes.html", conference, stage="hall", status=status, **context)
    return allow_stream(request, page)


def _do(
    request: OfficialRequest, session: Session, found: Minutes | None, data: dict[str, Any]
) -> Minutes:
    name = request.POST.get("viec", "")
    if name == "ghi-lai":
        return draft_minutes(session, version=data["version"], by=request.user)
    if name not in DEEDS or found is None:
        raise Http404
    call, fields = DEEDS[name]
    return call(found, by=request.user, **{field: data[field] for field in fields})


def _initial(found: Minutes | None) -> dict[str, Any]:
    return {"version": found.version, "body": found.body} if found else {"version": 0}


def _context(request: OfficialRequest, session: Session, found: Minutes | None) -> dict[str, Any]:
    board = board_of(session, clock.now())
    is_draft = found is None or found.state == MinutesState.DRAFT
    submitted = found is not None and found.state == MinutesState.SUBMITTED
    drives = may_drive(request.user, session.conference)
    return {
        "minutes": found,
        "versions": list(found.versions.defer("body")) if found else [],
        "is_closed": session.state == SessionState.CLOSED,
        "writes": drives and is_draft,
        "signs": found is not None and submitted and may_sign(request.user, found),
        "regions": drawn("log", board),
        "stream": stream_url(request, session, "log") if drives else "",
        "key": board.key,
        "now_ms": int(board.now.timestamp() * 1000),
    }
