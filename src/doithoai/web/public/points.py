"""What a union or commune has gathered by its own link, for whoever has the link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from doithoai.audit import clock
from doithoai.questions.queries import point_counts, takes_questions
from doithoai.vietnamese.qr import as_svg
from doithoai.web.portal.access import conference_or_404, personal_page
from doithoai.web.portal.naming import frame


@personal_page
@require_safe
def point(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Counts by day and by how far they are; no words, no names."""
    conference = conference_or_404(slug)
    found = get_object_or_404(conference.collection_points, code=code)
    query = urlencode({"diem": found.code})
    ask = f"{reverse('public:ask', args=[slug])}?{query}"
    address = request.build_absolute_uri(ask)
    gathers = found.closed_at is None and takes_questions(conference, clock.today())
    context = {
        "conference": conference,
        "point": found,
        "counts": point_counts(found),
        "gathers": gathers,
        "ask": ask,
        "typed": address.partition("://")[2],
        "code": SafeString(as_svg(address)) if gathers else "",
        **frame(conference),
    }
    return render(request, "public/point.html", context)
