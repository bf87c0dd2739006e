"""The list of answers, and one answer through draft, appraisal, approval and publishing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.answers.models import Answer
from doithoai.answers.queries import answers_for, referrals_for
from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.directory.queries import work_calendar
from doithoai.web.answers import listing
from doithoai.web.answers.deeds import DEEDS, act, blank_form, deed_for, done_words
from doithoai.web.answers.forms import ListFilter
from doithoai.web.answers.reading import answer_context
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import asked_as_file, sheet_response

PAGE = 25


@require_safe
def answers(request: OfficialRequest, slug: str) -> HttpResponse:
    """Answers of a conference: all for host, office and chair; a department's own for it."""
    conference, today = conference_or_404(request, slug), clock.today()
    query = request.GET.dict()
    mine = referrals_for(request.user).filter(question__conference=conference)
    found = listing.narrowed(mine, query, today)
    if kind := asked_as_file(request.GET):
        return sheet_response(f"tra-loi-{slug}", listing.HEAD, listing.rows(found), kind)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    agencies = Agency.objects.filter(referrals__in=mine.order_by()).distinct().order_by("name")
    return framed(
        request,
        "answers/answers.html",
        conference,
        stage="answers",
        page=page,
        rows=listing.page_rows(page, today, work_calendar()),
        total=mine.count(),
        chips=listing.chips(mine, query, today),
        form=ListFilter(agencies, request.GET),
        query=urlencode(listing.rest(query)),
        filtered=listing.rest(query),
        kept=listing.rest(query, "co-quan", "tim"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One answer; each hand finds the one thing it may do."""
    found = _answer_or_404(request, slug, number)
    name = _deed(request, found)
    form = _form(request, name, found)
    if name and form.is_bound and form.is_valid():
        data, user = form.cleaned_data, request.user
        done = try_action(form, lambda: act(name, found, data, user))
        if done:
            messages.success(request, done_words(name, done))
            return redirect("answers:answer", slug, number)
    context = answer_context(request, found, name, form)
    return framed(
        request,
        "answers/answer.html",
        found.referral.question.conference,
        stage="answers",
        status=409 if form and form.non_field_errors() else 200,
        **context,
    )


def _deed(request: OfficialRequest, answer: Answer) -> str:
    if request.method != "POST":
        return deed_for(request.user, answer)
    name = request.POST.get("viec", "")
    if name not in DEEDS:
        raise Http404
    return name


def _form(request: OfficialRequest, name: str, answer: Answer) -> Any:
    if not name:
        return None
    if request.method == "POST":
        form: forms.Form = DEEDS[name].form(request.POST)
        return form
    return blank_form(name, answer)


def _answer_or_404(request: OfficialRequest, slug: str, number: int) -> Answer:
    conference = conference_or_404(request, slug)
    mine = answers_for(request.user).filter(referral__question__conference=conference)
    found = get_object_or_404(mine, referral__question__number=number)
    found.referral.question.conference = conference
    return found
