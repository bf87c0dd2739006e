"""Looking for questions and answers of all years that an official, or everyone, may read."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from doithoai.answers.queries import questions_open_to, questions_seen_by
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for, public_conferences
from doithoai.questions.permissions import may_keep_lexicon, may_see_questions
from doithoai.web.found import OfficialSearchForm, searched
from doithoai.web.requests import OfficialRequest


@require_safe
def search(request: OfficialRequest) -> HttpResponse:
    """Questions and answers by words, codes and filters, best first, matches marked."""
    own = conferences_for(request.user).order_by().values("pk")
    public = public_conferences().order_by().values("pk")
    conferences = Conference.objects.filter(Q(pk__in=own) | Q(pk__in=public))
    form = OfficialSearchForm(conferences, request.GET)
    among = questions_open_to(request.user)
    context = searched(form, among, number=request.GET.get("trang"), receipts=True)
    led = {one.pk for one in form.conferences if may_see_questions(request.user, one)}
    shown = [card.question.pk for card in context["cards"]]
    seen = {*questions_seen_by(request.user).filter(pk__in=shown).values_list("pk", flat=True)}
    more = {"led": led, "seen": seen, "may_keep_lexicon": may_keep_lexicon(request.user)}
    return render(request, "questions/search.html", {**context, **more})
