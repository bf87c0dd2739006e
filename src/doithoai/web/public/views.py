"""Pages everyone may read: conferences, their plans, published answers."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode

from doithoai.answers.queries import answering_agencies, published_answers
from doithoai.audit import clock
from doithoai.delegates.queries import quota_table
from doithoai.hall.queries import is_taking, session_of
from doithoai.planning.queries import public_conferences
from doithoai.questions.queries import named_senders, question_counts, takes_questions
from doithoai.questions.rules import notice_on, notice_versions
from doithoai.web.portal.access import conference_or_404, open_page
from doithoai.web.portal.naming import frame
from doithoai.web.public import shown
from doithoai.web.public.forms import AnswersFilter
from doithoai.web.public.notices import notice_shown

LATEST = 3
PAGE = 20


@open_page
def home(request: HttpRequest) -> HttpResponse:
    """Every conference whose plan is issued, those that take questions first."""
    groups = shown.grouped(public_conferences(), clock.today())
    context = {"groups": groups, "asking": shown.asking_address(groups)}
    return render(request, "public/home.html", context)


@open_page
def conference(request: HttpRequest, slug: str) -> HttpResponse:
    """One conference: ask, follow, when and where, what has been answered."""
    conference = conference_or_404(slug)
    today, published = clock.today(), published_answers(conference)
    topics, session = list(conference.topics.all()), session_of(conference)
    return render(
        request,
        "public/conference.html",
        {
            "conference": conference,
            "heading": shown.heading(conference),
            "is_open": takes_questions(conference, today),
            "asks_in_hall": session is not None and is_taking(session, today),
            "closed": shown.window_words(conference, today),
            "late": shown.late_words(conference, today),
            "is_held": shown.is_held(conference, today),
            "counts": question_counts(conference),
            "latest": [shown.public_answer(answer) for answer in published[:LATEST]],
            "published": published.count(),
            "topics": topics,
            "topics_title": shown.topics_title(len(topics)),
            **frame(conference),
        },
    )


@open_page
def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """Every published answer, by topic, agency or words."""
    conference = conference_or_404(slug)
    form = AnswersFilter(conference, answering_agencies(conference), request.GET)
    found = form.narrow(published_answers(conference))
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "conference": conference,
        "page": page,
        "cards": [shown.public_answer(answer) for answer in page],
        "form": form,
        "query": urlencode([(name, request.GET.get(name, "")) for name in form.fields]),
    }
    return render(request, "public/answers.html", {**context, **frame(conference)})


@open_page
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One answer with its question; the sender's name only where the sender agreed."""
    conference = conference_or_404(slug)
    found = published_answers(conference).filter(referral__question__number=number)
    card = shown.public_answer(get_object_or_404(found))
    names = named_senders(card.answer.referral.question)
    context = {"conference": conference, "card": card, "names": names, **frame(conference)}
    return render(request, "public/answer.html", context)


@open_page
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """What the plan says to everyone: bases, topics, form, time, place, seats by group."""
    conference = conference_or_404(slug)
    context = {
        "conference": conference,
        "bases": conference.legal_bases.all(),
        "objectives": conference.objectives.all(),
        "topics": conference.topics.all(),
        "quotas": quota_table(conference),
        **frame(conference),
    }
    return render(request, "public/plan.html", context)


@open_page
def privacy(request: HttpRequest) -> HttpResponse:
    """How personal data is used, as it is told today."""
    return _notice(request, notice_on(clock.today()))


@open_page
def notice(request: HttpRequest, version: str) -> HttpResponse:
    """How personal data is used, as senders of an earlier time were told."""
    if version not in notice_versions():
        raise Http404
    return _notice(request, version)


def _notice(request: HttpRequest, version: str) -> HttpResponse:
    current = notice_on(clock.today())
    others = [one for one in notice_versions() if one != version and one <= current]
    context = {"notice": notice_shown(version), "others": others, "current": current}
    return render(request, "public/privacy.html", context)
