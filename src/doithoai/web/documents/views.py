"""Every kind of paper of a conference; one paper read, taken, issued."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.documents.actions import issue as issue_paper
from doithoai.documents.actions import note_download
from doithoai.documents.catalogue import RECIPES
from doithoai.documents.formats import MEDIA_TYPES
from doithoai.documents.formats.docx import write_docx
from doithoai.documents.formats.html import write_html
from doithoai.documents.formats.pdf import write_pdf
from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import may_issue
from doithoai.documents.queries import paper_rows, papers_for
from doithoai.planning.models import Conference
from doithoai.web.documents.addresses import kind_or_404
from doithoai.web.documents.forms import IssueForm
from doithoai.web.documents.reading import (
    Opened,
    first_terms,
    lines_of,
    opened_or_404,
)
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require


@require_safe
def papers(request: OfficialRequest, slug: str) -> HttpResponse:
    """Văn bản: what each kind is made of, whether it is ready, what was issued."""
    conference = conference_or_404(request, slug)
    lines = lines_of(conference, paper_rows(conference, request.user))
    return framed(
        request,
        "documents/papers.html",
        conference,
        lines=lines,
        ready=sum(line.row.lack is None for line in lines),
    )


@require_safe
def paper(request: OfficialRequest, slug: str, kind: str) -> HttpResponse:
    """One paper as it would leave now; of many in one file the first is shown."""
    conference = conference_or_404(request, slug)
    opened = opened_or_404(request, conference, kind_or_404(kind))
    found = papers_for(opened.kind, opened.wanted)
    return framed(
        request,
        "documents/paper.html",
        conference,
        opened=opened,
        count=len(found),
        sheets=write_html(*found[:1]),
    )


@require_safe
def paper_file(request: OfficialRequest, slug: str, kind: str, ending: str) -> HttpResponse:
    """The paper as Word or PDF; taking one full of names is put on the trail."""
    conference = conference_or_404(request, slug)
    opened = opened_or_404(request, conference, kind_or_404(kind))
    found = papers_for(opened.kind, opened.wanted)
    if ending not in MEDIA_TYPES or (ending == "docx" and len(found) > 1):
        raise Http404
    if RECIPES[opened.kind].tells_names:
        note_download(conference, opened.kind, subject=opened.subject.key, by=request.user)
    content = write_docx(found[0]) if ending == "docx" else write_pdf(*found)
    return file_response(content, ending, opened.filename(ending))


@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: OfficialRequest, slug: str, kind: str) -> HttpResponse:
    """Phát hành: number, day, who signs; then the paper is kept as it leaves."""
    conference = conference_or_404(request, slug)
    wanted_kind = kind_or_404(kind)
    require(may_issue(request.user, conference, wanted_kind))
    opened = _issuable_or_404(request, conference, wanted_kind)
    form = IssueForm(opened.code, request.POST or None, initial=first_terms(opened))
    if form.is_valid():
        terms, user = form.terms, request.user
        act = partial(issue_paper, opened.kind, opened.wanted, terms=terms, by=user)
        if done := try_action(form, act):
            messages.success(request, f"Đã phát hành {done}.")
            return redirect("documents:register", slug)
    return framed(
        request,
        "documents/issue.html",
        conference,
        status=409 if form.non_field_errors() else 200,
        form=form,
        opened=opened,
    )


def file_response(content: bytes, ending: str, name: str) -> HttpResponse:
    """A file to keep; never opened in the page."""
    response = HttpResponse(content, content_type=MEDIA_TYPES[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _issuable_or_404(request: OfficialRequest, conference: Conference, kind: PaperKind) -> Opened:
    opened = opened_or_404(request, conference, kind)
    if not opened.is_issued_alone:
        raise Http404
    return opened
