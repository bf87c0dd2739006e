"""Looking for published answers of all conferences."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from doithoai.answers.queries import questions_answered_publicly
from doithoai.planning.queries import public_conferences
from doithoai.web.found import SearchForm, searched
from doithoai.web.portal.access import open_page


@open_page
def search(request: HttpRequest) -> HttpResponse:
    """Published answers by words of the question or the answer, best first, matches marked."""
    form = SearchForm(public_conferences(), request.GET)
    context = searched(form, questions_answered_publicly(), number=request.GET.get("trang"))
    return render(request, "public/search.html", context)
