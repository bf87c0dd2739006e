"""The draft programme of the plan."""

from itertools import groupby

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from doithoai.web.framing import conference_or_404, framed
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response

HEAD = ("STT", "Phần", "Thời gian", "Nội dung", "Thực hiện")


@require_safe
def programme(request: OfficialRequest, slug: str) -> HttpResponse:
    """Chương trình: parts with their items, who performs them and when; Excel."""
    conference = conference_or_404(request, slug)
    items = list(conference.agenda_items.all())
    if "xlsx" in request.GET:
        rows = ((i.position, i.part, i.time_text, i.name, i.performer) for i in items)
        return sheet_response(f"chuong-trinh-{slug}", HEAD, rows)
    parts = [(part, list(group)) for part, group in groupby(items, lambda item: item.part)]
    return framed(
        request,
        "programme/programme.html",
        conference,
        stage="programme",
        parts=parts,
        count=len(items),
        has_times=any(item.time_text for item in items),
    )
