"""News of a conference, and everything a journalist needs in one place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from doithoai.answers.queries import published_answers
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
    }
    return render(request, "public/press.html", {**context, **frame(conference)})
