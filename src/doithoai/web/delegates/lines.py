"""Lines of the table of seats: added, corrected, removed, their seats given to agencies."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.audit import clock
from doithoai.delegates.actions import add_line as add
from doithoai.delegates.actions import allocate, amend_line
from doithoai.delegates.actions import remove_line as remove
from doithoai.delegates.models import QuotaLine
from doithoai.delegates.queries import Proposal, line_row, proposed_shares
from doithoai.directory.models import User
from doithoai.directory.queries import agencies_on
from doithoai.web.delegates.forms.seats import AmendLineForm, NewLineForm, ProposalForm, ShareForm
from doithoai.web.delegates.frame import delegates_page, organised_or_403, status_of
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest


@require_http_methods(["GET", "HEAD", "POST"])
def add_line(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm dòng: a section or a row the plan's table does not have."""
    conference = organised_or_403(request, slug)
    sections = list(QuotaLine.objects.filter(conference=conference, parent=None))
    form = NewLineForm(sections, request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        if try_action(form, lambda: add(conference, by=request.user, **data)):
            messages.success(request, "Đã thêm dòng phân bổ.")
            return redirect("delegates:quotas", slug)
    status, template = status_of(form), "delegates/add_line.html"
    return delegates_page(request, template, conference, "quotas", status=status, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một dòng: correct it, and give its seats to agencies, those it names first."""
    conference = organised_or_403(request, slug)
    found = get_object_or_404(
        QuotaLine.objects.select_related("parent"), conference=conference, pk=pk
    )
    found.conference = conference
    page = LinePage(found, proposed_shares(found), request)
    if page.form and page.form.is_valid() and page.do(request.user):
        messages.success(request, page.done)
        return redirect("delegates:line", slug, pk)
    return delegates_page(
        request,
        "delegates/line.html",
        conference,
        "quotas",
        status=status_of(page.form),
        page=page,
        row=line_row(found),
    )


@require_POST
def remove_line(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Xóa dòng that nobody has seats of."""
    conference = conference_or_404(request, slug)
    remove(get_object_or_404(QuotaLine, conference=conference, pk=pk), by=request.user)
    messages.success(request, "Đã xóa dòng phân bổ.")
    return redirect("delegates:quotas", slug)


class LinePage:
    """The three forms of a line; the one that was sent carries what was typed."""

    def __init__(self, line: QuotaLine, proposal: Proposal, request: OfficialRequest) -> None:
        self.line, self.proposal, self.done = line, proposal, ""
        sent = request.POST.get("viec", "")
        typed = {sent: request.POST} if request.method == "POST" else {}
        kept = {name: getattr(line, name) for name in ("no", "name", "seats", "version")}
        living = agencies_on(line.conference.place, clock.today()).order_by("name")
        self.amending = AmendLineForm(typed.get("sua"), initial=kept, auto_id="line_%s")
        self.proposing = ProposalForm(proposal, typed.get("de-xuat"))
        self.sharing = ShareForm({agency.pk: agency for agency in living}, typed.get("mot"))
        by_name = {"sua": self.amending, "de-xuat": self.proposing, "mot": self.sharing}
        self.form: forms.Form | None = by_name.get(sent) if typed else None

    def do(self, by: User) -> bool:
        """Correct the line, or allocate its seats; a refusal stays in the form."""
        form: Any = self.form
        data = form.cleaned_data
        if form is self.amending:
            self.done = "Đã sửa dòng phân bổ."
            return try_action(form, lambda: amend_line(self.line, by=by, **data)) is not None
        terms = {"due": data["due"], "note": data["note"]}
        made = try_action(form, lambda: allocate(self.line, form.shares, by=by, **terms))
        self.done = f"Đã phân bổ cho {len(made or [])} cơ quan."
        return made is not None
