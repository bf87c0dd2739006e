"""The list of questions, and one question with its decision."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.lifecycle.forgetting import forget_person
from doithoai.planning.models import Conference
from doithoai.questions.actions import show_sender
from doithoai.questions.models import Question, Submission
from doithoai.questions.permissions import (
    may_choose,
    may_enter,
    may_see_questions,
)
from doithoai.questions.queries import (
    open_data_requests,
    question_counts,
    questions_for,
    questions_of,
)
from doithoai.questions.queries.letters import shown_to
from doithoai.questions.rules import read_code
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.questions import bulk_forms, listing
from doithoai.web.questions.deeds import DEEDS
from doithoai.web.questions.forms import DecisionForm, ListFilter
from doithoai.web.questions.reading import question_context
from doithoai.web.questions.triage_desk import last_step
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import asked_as_file, sheet_response

PAGE = 25


@require_safe
def questions(request: OfficialRequest, slug: str) -> HttpResponse:
    """All questions of a conference for host, office and chair."""
    conference = led_or_404(request, slug)
    query = request.GET.dict()
    shown = shown_to(request.user, questions_of(conference))
    found = listing.narrowed(shown, query)
    if kind := asked_as_file(request.GET):
        return sheet_response(f"cau-hoi-{slug}", listing.HEAD, listing.rows(found), kind)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    counts = question_counts(conference, shown_to(request.user, Question.objects.all()))
    return framed(
        request,
        "questions/questions.html",
        conference,
        stage="questions",
        page=page,
        rows=[listing.Row(question) for question in page],
        total=counts.total,
        to_sort=counts.received if may_choose(request.user, conference) else 0,
        held_back=question_counts(conference).total - counts.total,
        chips=listing.chips(counts, query),
        form=ListFilter(conference, request.GET),
        query=urlencode(listing.rest(query)),
        state=query.get("trang-thai", ""),
        filtered=listing.is_filtered(query),
        held=listing.held(conference, query.get("tim", "")),
        way_back=listing.way_back(query),
        deeds=bulk_forms.DEEDS if may_choose(request.user, conference) else {},
        undoable=last_step(conference, request.user),
        may_enter=may_enter(request.user, conference),
        data_requests=open_data_requests(conference, request.user),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One question: the words as sent, and choosing it or setting it aside."""
    found = _question_or_404(request, slug, number)
    form = _decision(request, found)
    if form and form.is_valid():
        deed = DEEDS[request.POST["viec"]]
        done = try_action(form, lambda: deed.call(found, form.cleaned_data, request.user))
        if done:
            messages.success(request, deed.done.format(code=found.code))
            return redirect("questions:question", slug, number)
    return _page(request, found, form=form)


@require_POST
def sender(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Who sent the question, shown once; that someone looked is kept."""
    found = _question_or_404(request, slug, number)
    submission = _submission_or_404(request, found)
    return _page(request, found, shown=show_sender(submission, by=request.user))


@require_POST
def forget(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Take out name and contact of a sender who asks for it."""
    found = _question_or_404(request, slug, number)
    kept = forget_person(_submission_or_404(request, found), by=request.user)
    messages.success(request, f"Đã xóa họ tên, liên hệ của người gửi phiếu {kept.code}.")
    return redirect("questions:question", slug, number)


def _submission_or_404(request: OfficialRequest, question: Question) -> Submission:
    return get_object_or_404(
        Submission.objects.filter(parts__question=question).distinct(),
        code=read_code(request.POST.get("phieu", "")) or "",
    )


def _page(request: OfficialRequest, question: Question, **extra: Any) -> HttpResponse:
    form = extra.get("form")
    status = 409 if form and form.non_field_errors() else 200
    context = question_context(request, question, **extra)
    return framed(
        request,
        "questions/question.html",
        question.conference,
        stage="questions",
        status=status,
        **context,
    )


def _decision(request: OfficialRequest, question: Question) -> DecisionForm | None:
    if request.method != "POST":
        return None
    if request.POST.get("viec") not in DEEDS:
        raise Http404
    return DEEDS[request.POST["viec"]].form(question, request.POST)


def led_or_404(request: OfficialRequest, slug: str) -> Conference:
    """The conference, when the signed-in person's agency leads it."""
    conference = conference_or_404(request, slug)
    if not may_see_questions(request.user, conference):
        raise Http404
    return conference


def _question_or_404(request: OfficialRequest, slug: str, number: int) -> Question:
    conference = led_or_404(request, slug)
    mine = questions_for(request.user).filter(conference=conference)
    found = get_object_or_404(mine, number=number)
    found.conference = conference
    return found
