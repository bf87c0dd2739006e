"""Làm nhiều câu một lúc: looked at first, then done on all of them in one stroke."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.actions import in_bulk, preview
from doithoai.questions.actions.bulk import NONE_MARKED
from doithoai.questions.models import Question
from doithoai.questions.permissions import may_choose
from doithoai.questions.queries import questions_of
from doithoai.questions.queries.sorting import holds_of
from doithoai.web.framing import framed
from doithoai.web.questions import listing
from doithoai.web.questions.bulk_forms import DEEDS, BulkForm, Deed
from doithoai.web.questions.triage_desk import letter_of
from doithoai.web.questions.views import led_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import Refused, require

ONE_ONLY = "Đánh dấu ít nhất hai câu để gộp."


@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: OfficialRequest, slug: str) -> HttpResponse:
    """What a deed would do with each marked question; the one button does it on all."""
    conference = led_or_404(request, slug)
    if request.method != "POST":
        return redirect("questions:questions", slug)
    require(may_choose(request.user, conference))
    deed = DEEDS.get(request.POST.get("viec", ""))
    if deed is None:
        raise Http404
    marked = _marked(request, conference, deed)
    form = deed.form(marked, request.POST if {"lam", "xem"} & {*request.POST} else None)
    if "lam" in request.POST and form.is_valid():
        count = try_action(form, lambda: _do(request, deed, form, marked))
        if count:
            into = getattr(form.more().get("into"), "code", "")
            messages.success(request, deed.done.format(count=count, into=into))
            return redirect(_list_address(request, slug))
    return _page(request, conference, deed, form, marked)


def _do(request: OfficialRequest, deed: Deed, form: BulkForm, marked: Sequence[Question]) -> int:
    """All of them or none; how many."""
    more = form.more()
    acted = [one for one in marked if one != more.get("into")]
    versions = listing.seen(request.POST, marked)
    in_bulk(deed.verb, acted, versions=versions, by=request.user, **more)
    return len(acted)


def _page(
    request: OfficialRequest,
    conference: Conference,
    deed: Deed,
    form: BulkForm,
    marked: Sequence[Question],
) -> HttpResponse:
    more = form.more()
    into, versions = more.get("into"), listing.seen(request.POST, marked)
    acted = [one for one in marked if one != into]
    found = preview(deed.verb, acted, versions=versions, by=request.user, **more)
    kept = [one for one in marked if found.done and (one == into or one in found.done)]
    return framed(
        request,
        "questions/bulk.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        deed=deed,
        viec=request.POST["viec"],
        form=form,
        into=into,
        rows=_rows(request, kept, versions),
        left_out=[(listing.Row(one), why) for one, why in found.left_out],
        button=deed.button.format(count=len(found.done)),
        counted=f"{len(found.done)} câu" + (f" vào {into.code}" if into else ""),
        way_back=request.POST.get("ve", ""),
        back_url=_list_address(request, conference.slug),
    )


def _rows(
    request: OfficialRequest, questions: Sequence[Question], versions: dict[int, int]
) -> list[dict[str, Any]]:
    """Each question with the version seen, who else has it open, and whether it looks a letter."""
    holds = holds_of(questions, besides=request.user, now=clock.now())
    return [
        {
            "row": listing.Row(one),
            "version": versions[one.pk],
            "holder": holds.get(one.pk),
            "letter": letter_of(one),
        }
        for one in questions
    ]


def _marked(request: OfficialRequest, conference: Conference, deed: Deed) -> list[Question]:
    numbers = listing.marked(request.POST)
    found = questions_of(conference).filter(number__in=numbers)
    marked = list(found.select_related("topic", "lead", "suggestion"))
    for one in marked:
        one.conference = conference
    if not marked:
        raise Refused(NONE_MARKED)
    if deed.verb == "merge" and len(marked) < 2:
        raise Refused(ONE_ONLY)
    return marked


def _list_address(request: OfficialRequest, slug: str) -> str:
    query = listing.way_back(QueryDict(request.POST.get("ve", "")).dict())
    return f"{reverse('questions:questions', args=[slug])}?{query}".rstrip("?")
