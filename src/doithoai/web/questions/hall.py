"""Which questions are asked in the hall, and which are answered in writing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.lifecycle.choosing import by_topic, dialogue_minutes
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do
from doithoai.questions.actions import drop_from_hall, fill_hall, order_hall, settle_hall
from doithoai.questions.permissions import may_see_questions
from doithoai.questions.queries import hall_candidates, hall_questions
from doithoai.questions.rules.choosing import ANSWERING_MINUTES, ASKING_MINUTES
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.questions import listing
from doithoai.web.questions.forms import HallOrderForm
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import asked_as_file, sheet_response

PAGE = 12
EACH = ASKING_MINUTES + ANSWERING_MINUTES


@require_http_methods(["GET", "HEAD", "POST"])
def hall(request: OfficialRequest, slug: str) -> HttpResponse:
    """Câu hỏi tại hội trường: in their order, and those that could still be put there."""
    conference = seen_or_404(request, slug)
    listed = list(hall_questions(conference))
    if request.method == "POST" and request.POST.get("viec") == "noi-dung":
        numbers = [one.number for one in sorted(listed, key=by_topic)]
        order_hall(conference, numbers=numbers, by=request.user)
        messages.success(request, "Đã xếp câu hỏi tại hội trường theo nội dung của kế hoạch.")
        return redirect("questions:hall", slug)
    form = HallOrderForm(request.POST or None, listed=listed)
    if (
        form.is_valid()
        and try_action(
            form, lambda: order_hall(conference, numbers=form.numbers(), by=request.user)
        )
        is not None
    ):
        messages.success(request, "Đã sắp xếp lại câu hỏi tại hội trường.")
        return redirect("questions:hall", slug)
    if kind := asked_as_file(request.GET):
        return sheet_response(f"hoi-truong-{slug}", listing.HEAD, listing.rows(listed), kind)
    others = hall_candidates(conference)
    page = Paginator(others, PAGE).get_page(request.GET.get("trang"))
    return framed(
        request,
        "questions/hall.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        rows=[(listing.Row(question), form[form.name_of(question)]) for question in listed],
        page=page,
        others=[listing.Row(question) for question in page],
        minutes=len(listed) * EACH,
        given=dialogue_minutes(conference),
        undecided=others.filter(in_writing=False).count(),
        **_may(request, conference),
    )


@require_POST
def fill(request: OfficialRequest, slug: str) -> HttpResponse:
    """Put the marked questions in the hall, or leave all the others to be answered in writing."""
    conference = seen_or_404(request, slug)
    if "con-lai" in request.POST:
        rest = settle_hall(conference, numbers=[], by=request.user)
        messages.success(request, f"Đã ghi {len(rest)} câu còn lại trả lời bằng văn bản.")
        return redirect("questions:hall", slug)
    done = fill_hall(conference, numbers=listing.marked(request.POST), by=request.user)
    messages.success(request, f"Đã đưa {len(done)} câu ra hội trường.")
    return redirect("questions:hall", slug)


@require_POST
def drop(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Take one question out of the hall."""
    conference = seen_or_404(request, slug)
    found = get_object_or_404(conference.questions, number=number)
    dropped = drop_from_hall(found, by=request.user)
    messages.success(request, f"Đã rút {dropped.code}. Câu này trả lời bằng văn bản.")
    return redirect("questions:hall", slug)


def _may(request: OfficialRequest, conference: Conference) -> dict[str, Any]:
    return {"may_arrange": may_do(request.user, conference, Work.QUESTIONS)}


def seen_or_404(request: OfficialRequest, slug: str) -> Conference:
    """The conference, for those who lead it and those who were given its questions."""
    conference = conference_or_404(request, slug)
    if not may_see_questions(request.user, conference) and not may_do(
        request.user, conference, Work.QUESTIONS
    ):
        raise Http404
    return conference
