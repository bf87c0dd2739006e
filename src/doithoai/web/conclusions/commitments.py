"""The list of commitments, one of them with all that is done with it, and one more by hand."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.answers.queries import agencies_to_ask
from doithoai.audit import clock
from doithoai.conclusions.actions import promise
from doithoai.conclusions.models import Commitment
from doithoai.conclusions.permissions import may_draft, may_see_evidence
from doithoai.conclusions.queries import (
    agencies_with_commitments,
    askers_words,
    commitments_of,
    commitments_wanted,
    extensions_of,
    figures_of,
    reports_of,
    verdicts_by_question,
)
from doithoai.conclusions.rules import FILE_TYPES
from doithoai.conclusions.states import ExtensionState, ReportState
from doithoai.directory.queries import work_calendar
from doithoai.planning.permissions import may_follow
from doithoai.planning.queries import participating_agencies
from doithoai.web.conclusions import listing
from doithoai.web.conclusions.deeds import COMMITMENT_DEEDS, commitment_deeds, offers, sent
from doithoai.web.conclusions.forms import PromiseForm
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.portal.naming import hidden
from doithoai.web.portal.promises import shown, steps_of
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

PAGE = 25


@require_safe
def commitments(request: OfficialRequest, slug: str) -> HttpResponse:
    """Cam kết: who promised what by when, filtered, sorted, as Excel."""
    conference, today, calendar = conference_or_404(request, slug), clock.today(), work_calendar()
    wanted = listing.wanted(request.GET)
    found = commitments_wanted(conference, wanted, today=today, calendar=calendar)
    if "xlsx" in request.GET:
        rows = listing.rows(shown(one, today, calendar) for one in found)
        return sheet_response(f"cam-ket-{slug}", listing.HEAD, rows)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    query = listing.rest(request.GET)
    figures = figures_of(conference.commitments.all(), today=today, calendar=calendar)
    return framed(
        request,
        "conclusions/commitments.html",
        conference,
        stage="conclusions",
        page=page,
        rows=[shown(one, today, calendar) for one in page],
        figures=listing.strip(figures),
        form=listing.FilterForm(agencies_with_commitments(conference), request.GET),
        query=urlencode(query),
        kept=listing.rest(request.GET, "co-quan", "trang-thai"),
        by_due=wanted.by_due,
        turned="?" + urlencode(listing.turned(request.GET)),
        may_draft=may_draft(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def commitment(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Một cam kết: what was promised, what has been done, and what this person may do."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(commitments_of(conference), number=number)
    bound: dict[str, forms.Form] = {}
    if request.method == "POST":
        name, form = sent(request, COMMITMENT_DEEDS)
        deed, user = COMMITMENT_DEEDS[name], request.user
        if form.is_valid() and try_action(form, lambda: deed.call(found, form, user)):
            messages.success(request, deed.done)
            return redirect("conclusions:commitment", slug, number)
        bound[name] = form
    return framed(
        request,
        "conclusions/commitment.html",
        conference,
        stage="conclusions",
        status=409 if any(form.non_field_errors() for form in bound.values()) else 200,
        **_context(request, found, bound),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Ghi một cam kết bằng tay: a promise made aloud, or one the notice does not hold."""
    conference = conference_or_404(request, slug)
    require(may_draft(request.user, conference))
    agencies = agencies_to_ask(conference, clock.today())
    partners = participating_agencies(conference)
    form = PromiseForm(conference, agencies, partners, request.POST or None)
    if form.is_valid():
        user, asked = request.user, form.cleaned_data["code"]
        made = try_action(form, lambda: promise(conference, form.terms, question=asked, by=user))
        if made:
            messages.success(request, f"Đã ghi cam kết số {made.number}.")
            return redirect("conclusions:commitment", slug, made.number)
    status = 409 if form.non_field_errors() else 200
    return framed(
        request, "conclusions/add.html", conference, stage="conclusions", status=status, form=form
    )


@require_safe
def evidence(request: OfficialRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """The file an agency proves its report with, as it was sent; never opened in the page."""
    conference = conference_or_404(request, slug)
    found = get_object_or_404(commitments_of(conference), number=number)
    require(may_see_evidence(request.user, found))
    report = get_object_or_404(found.reports, pk=pk)
    if not report.evidence:
        raise Http404
    name = f"cam-ket-{number}-bao-cao-{pk}.{FILE_TYPES[report.evidence_type]}"
    response = HttpResponse(bytes(report.evidence), content_type=report.evidence_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _context(
    request: OfficialRequest, found: Commitment, bound: dict[str, forms.Form]
) -> dict[str, Any]:
    question, today, user = found.question, clock.today(), request.user
    reports, extensions = list(reports_of(found)), list(extensions_of(found))
    verdicts = verdicts_by_question([question.pk] if question else [])
    answer = getattr(getattr(question, "referral", None), "answer", None)
    follows = may_follow(user, found.conference)
    return {
        "one": shown(found, today, work_calendar(), verdicts),
        "commitment": found,
        "question": question,
        "wording": hidden(question.wording) if question else "",
        "answer": answer if answer and answer.state == "published" else None,
        "steps": steps_of(found, reports, extensions, in_public=False),
        "files": [one for one in reports if one.evidence_url or one.evidence_name],
        "pending": next((one for one in reports if one.state == ReportState.PENDING), None),
        "asked": next((one for one in extensions if one.state == ExtensionState.ASKED), None),
        "sees_files": may_see_evidence(user, found),
        "notes": [(said, hidden(said.note)) for said in askers_words(found)] if follows else [],
        "offers": offers(
            commitment_deeds(user, found), COMMITMENT_DEEDS, {"version": found.version}, bound
        ),
        "faulty": next(iter(bound.values()), None),
        "follows": follows,
    }
