"""Looking for questions and answers of all years that an official may read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from doithoai.answers.queries import questions_seen_by
from doithoai.planning.queries import conferences_for
from doithoai.questions.permissions import may_keep_lexicon, may_see_questions
from doithoai.web.found import OfficialSearchForm, searched
from doithoai.web.requests import OfficialRequest


@require_safe
def search(request: OfficialRequest) -> HttpResponse:
    """Questions and answers by words, codes and filters, best first, matches marked."""
    conferences = conferences_for(request.user)
    form = OfficialSearchForm(conferences, request.GET)
    among = questions_seen_by(request.user)
    context = searched(form, among, number=request.GET.get("trang"), receipts=True)
    led = {one.pk for one in form.conferences if may_see_questions(request.user, one)}
    more = {"led": led, "may_keep_lexicon": may_keep_lexicon(request.user)}
    return render(request, "questions/search.html", {**context, **more})
