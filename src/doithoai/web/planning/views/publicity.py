"""News of a conference and what the press made of it."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import may_read
from doithoai.planning.actions import (
    amend_announcement,
    publish_announcement,
    record_coverage,
    withdraw_announcement,
    write_announcement,
)
from doithoai.planning.models import Work
from doithoai.planning.permissions import may_do
from doithoai.planning.states import AnnouncementState
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.planning.forms.publicity import (
    AmendAnnouncementForm,
    CoverageForm,
    NewAnnouncementForm,
)
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

MOVES = {"dang": publish_announcement, "go": withdraw_announcement}
SAID = {"dang": "Đã đăng tin trên cổng công khai.", "go": "Đã gỡ tin khỏi cổng công khai."}


@require_http_methods(["GET", "HEAD", "POST"])
def news(request: OfficialRequest, slug: str) -> HttpResponse:
    """Tin, bài: news on the portal, coverage by the press, and a form to record coverage."""
    conference = conference_or_404(request, slug)
    form = CoverageForm(request.POST or None)
    if (
        form.is_valid()
        and try_action(
            form, lambda: record_coverage(conference, by=request.user, **form.cleaned_data)
        )
        is not None
    ):
        messages.success(request, "Đã ghi tin, bài của cơ quan.")
        return redirect("planning:news", slug)
    return framed(
        request,
        "planning/news.html",
        conference,
        stage="planning",
        status=409 if form.non_field_errors() else 200,
        announcements=conference.announcements.select_related("written_by__agency"),
        coverage=conference.coverage.select_related("agency"),
        form=form,
        may_publish=may_do(request.user, conference, Work.PUBLICITY),
        has_press_kit=may_read(request.user, conference, PaperKind.PRESS_KIT),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: OfficialRequest, slug: str) -> HttpResponse:
    """Soạn tin: a new piece of news."""
    conference = conference_or_404(request, slug)
    require(may_do(request.user, conference, Work.PUBLICITY))
    form = NewAnnouncementForm(request.POST or None, initial={"token": uuid4()})
    if form.is_valid():
        given = form.cleaned_data
        piece = try_action(form, lambda: write_announcement(conference, by=request.user, **given))
        if piece:
            messages.success(request, "Đã lưu tin. Xem lại rồi đăng.")
            return redirect("planning:announcement", slug, piece.pk)
    status = 409 if form.non_field_errors() else 200
    return framed(
        request,
        "planning/announcement.html",
        conference,
        stage="planning",
        status=status,
        form=form,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def announcement(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một tin: its words, changed, published or taken off the portal."""
    conference = conference_or_404(request, slug)
    piece = get_object_or_404(conference.announcements, pk=pk)
    require(may_do(request.user, conference, Work.PUBLICITY))
    deed = request.POST.get("viec", "luu")
    if deed in MOVES:
        MOVES[deed](piece, by=request.user)
        messages.success(request, SAID[deed])
        return redirect("planning:announcement", slug, pk)
    if deed != "luu":
        raise Http404
    initial = {"title": piece.title, "body": piece.body, "version": piece.version}
    form = AmendAnnouncementForm(request.POST or None, initial=initial)
    if (
        form.is_valid()
        and try_action(
            form, lambda: amend_announcement(piece, by=request.user, **form.cleaned_data)
        )
        is not None
    ):
        messages.success(request, "Đã lưu tin.")
        return redirect("planning:announcement", slug, pk)
    return framed(
        request,
        "planning/announcement.html",
        conference,
        stage="planning",
        status=409 if form.non_field_errors() else 200,
        form=form,
        piece=piece,
        is_published=piece.state == AnnouncementState.PUBLISHED,
    )
