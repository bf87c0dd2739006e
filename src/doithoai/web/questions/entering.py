"""Typing in paper slips and telephone calls, one after the other."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from doithoai.planning.models import Conference
from doithoai.questions.actions import receive
from doithoai.questions.models import Channel
from doithoai.questions.permissions import may_enter
from doithoai.questions.rules import read_code
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.questions.forms import EntryForm
from doithoai.web.refusals import try_action
from doithoai.workflow import require


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """Nhập phiếu: after saving, an empty form with the receipt of the last one."""
    conference = conference_or_404(request, slug)
    require(may_enter(request.user, conference))
    form = EntryForm(request.POST or None, initial=_fresh(request))
    if form.is_valid():
        data = form.cleaned_data
        sent = try_action(form, lambda: receive(conference, by=request.user, **data))
        if sent:
            query = urlencode({"da-nhap": sent.code, "cach-gui": sent.channel})
            return redirect(f"{reverse('questions:enter', args=[slug])}?{query}")
    return _page(request, conference, form)


def _page(request: HttpRequest, conference: Conference, form: EntryForm) -> HttpResponse:
    last = read_code(request.GET.get("da-nhap", ""))
    entered = get_object_or_404(conference.submissions, code=last) if last else None
    return framed(
        request,
        "questions/enter.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        entered=entered,
        number=entered.parts.first().question.number if entered else None,
    )


def _fresh(request: HttpRequest) -> dict[str, object]:
    channel = request.GET.get("cach-gui", "")
    return {"token": uuid4(), "channel": channel if channel in Channel.values else Channel.PAPER}
