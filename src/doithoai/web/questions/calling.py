"""Cần gọi điện: senders who left only a telephone, what to tell them, who has called."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.actions import mark_called, show_sender
from doithoai.questions.models import PhoneCall
from doithoai.questions.permissions import may_see_sender
from doithoai.questions.queries.calling import calls_due, calls_made
from doithoai.web.framing import framed
from doithoai.web.questions.views import led_or_404
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.workflow import require

MADE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def calls(request: OfficialRequest, slug: str) -> HttpResponse:
    """Whom to call and what to say; each look at a number is kept."""
    conference = led_or_404(request, slug)
    require(may_see_sender(request.user, conference))
    if request.method != "POST":
        return _page(request, conference)
    due = calls_due([conference], now=clock.now())
    call = get_object_or_404(due, pk=key_from(request.POST, "goi"))
    if "xem" in request.POST:
        show_sender(call.submission, by=request.user)
        return _page(request, conference, shown=call.pk)
    if "da-goi" not in request.POST:
        raise Http404
    mark_called(call, by=request.user)
    messages.success(request, f"Đã ghi: đã gọi người gửi phiếu {call.submission.code}.")
    return redirect("questions:calls", slug)


def _page(request: OfficialRequest, conference: Conference, shown: int = 0) -> HttpResponse:
    due: list[PhoneCall] = list(calls_due([conference], now=clock.now()))
    return framed(
        request,
        "questions/calls.html",
        conference,
        stage="questions",
        due=due,
        shown=shown,
        made=calls_made(conference)[:MADE],
    )
