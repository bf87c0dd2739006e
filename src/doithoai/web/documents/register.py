"""Văn bản đã phát hành: the register of a conference and the files as they left."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from doithoai.documents.actions import note_download
from doithoai.documents.catalogue import RECIPES
from doithoai.documents.formats import MEDIA_TYPES
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.permissions import may_read_issued
from doithoai.documents.queries import RegisterFilter, register_for
from doithoai.web.documents.addresses import SLUGS
from doithoai.web.documents.reading import REGISTER_HEAD, register_row
from doithoai.web.documents.views import file_response
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response


@require_safe
def register(request: OfficialRequest, slug: str) -> HttpResponse:
    """Sổ văn bản: searched by number, abstract, signer; taken as Excel."""
    conference = conference_or_404(request, slug)
    wanted = RegisterFilter(request.GET.get("loai", ""), request.GET.get("tim", ""))
    found = register_for(request.user, conference, wanted)
    if "xlsx" in request.GET:
        return sheet_response(f"van-ban-{slug}", REGISTER_HEAD, map(register_row, found))
    return framed(
        request,
        "documents/register.html",
        conference,
        lines=found,
        kinds=PaperKind.choices,
        wanted=wanted,
        is_filtered=bool(wanted.kind or wanted.words),
    )


@require_safe
def issued_file(request: OfficialRequest, slug: str, pk: int, ending: str) -> HttpResponse:
    """The very bytes that were issued."""
    conference = conference_or_404(request, slug)
    document = get_object_or_404(IssuedDocument, conference=conference, pk=pk)
    if ending not in MEDIA_TYPES or not may_read_issued(request.user, document):
        raise Http404
    kind = PaperKind(document.kind)
    if RECIPES[kind].tells_names:
        note_download(conference, kind, subject=document.subject, by=request.user)
    content = document.docx if ending == "docx" else document.pdf
    number = f"-{document.number}-{document.year}" if document.number else f"-{document.pk}"
    return file_response(bytes(content), ending, f"{SLUGS[kind]}{number}.{ending}")
