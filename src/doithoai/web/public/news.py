"""News of a conference, and everything a journalist needs in one place."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from doithoai.answers.queries import published_answers
from doithoai.documents.formats import MEDIA_TYPES
from doithoai.documents.models import PaperKind
from doithoai.documents.queries import last_issued
from doithoai.documents.sources.recipe import Wanted
from doithoai.planning.queries import published_news
from doithoai.questions.queries import question_counts
from doithoai.web.portal.access import conference_or_404, open_page
from doithoai.web.portal.naming import frame
from doithoai.web.public import shown


@open_page
def news(request: HttpRequest, slug: str) -> HttpResponse:
    """Tin của hội nghị, newest first."""
    conference = conference_or_404(slug)
    context = {"conference": conference, "pieces": published_news(conference)}
    return render(request, "public/news.html", {**context, **frame(conference)})


@open_page
def news_item(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Một tin."""
    conference = conference_or_404(slug)
    piece = get_object_or_404(published_news(conference), pk=pk)
    context = {"conference": conference, "piece": piece}
    return render(request, "public/news_item.html", {**context, **frame(conference)})


@open_page
def press(request: HttpRequest, slug: str) -> HttpResponse:
    """Tài liệu cho báo chí: facts, programme, answers, news, what was written about it."""
    conference = conference_or_404(slug)
    context = {
        "conference": conference,
        "heading": shown.heading(conference),
        "counts": question_counts(conference),
        "published": published_answers(conference).count(),
        "items": conference.agenda_items.all(),
        "pieces": published_news(conference),
        "coverage": conference.coverage.select_related("agency"),
        "kit": last_issued(PaperKind.PRESS_KIT, Wanted(conference)),
    }
    return render(request, "public/press.html", {**context, **frame(conference)})


@open_page
def press_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Tài liệu báo chí as it was last issued, Word or PDF; before that there is none."""
    conference = conference_or_404(slug)
    kit = last_issued(PaperKind.PRESS_KIT, Wanted(conference))
    if kit is None or ending not in MEDIA_TYPES:
        raise Http404
    content = kit.docx if ending == "docx" else kit.pdf
    response = HttpResponse(bytes(content), content_type=MEDIA_TYPES[ending])
    name = f"tai-lieu-bao-chi-{slug}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
