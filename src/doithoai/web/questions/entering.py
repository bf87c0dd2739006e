"""Typing in paper slips and telephone calls, one after the other."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from doithoai.planning.models import Conference
from doithoai.questions.actions import receive
from doithoai.questions.models import Channel, Question
from doithoai.questions.permissions import may_enter
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.rules import read_code
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.questions.forms import EntryForm
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficialRequest, slug: str) -> HttpResponse:
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


def _page(request: OfficialRequest, conference: Conference, form: EntryForm) -> HttpResponse:
    last = read_code(request.GET.get("da-nhap", ""))
    shown = without_secrets(conference.submissions.all())
    entered = get_object_or_404(shown, code=last) if last else None
    question = Question.objects.filter(parts__submission=entered).first() if entered else None
    return framed(
        request,
        "questions/enter.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        entered=entered,
        question=question,
    )


def _fresh(request: OfficialRequest) -> dict[str, object]:
    channel = request.GET.get("cach-gui", "")
    return {"token": uuid4(), "channel": channel if channel in Channel.values else Channel.PAPER}
