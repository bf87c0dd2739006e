"""Sending a chosen question to the agency that will answer it."""

from datetime import date

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.answers.actions import refer as send
from doithoai.answers.permissions import may_refer
from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.directory.queries import agencies_on, work_calendar
from doithoai.planning.models import Conference
from doithoai.planning.queries import participating_agencies
from doithoai.questions.models import Question
from doithoai.questions.queries import questions_for
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.vietnamese.working_days import add_working_days
from doithoai.web.answers.forms import ReferForm
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action


@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Chuyển cơ quan trả lời: agencies proposed with their reasons, a day in working days."""
    question = _question_or_404(request, slug, number)
    conference, today = question.conference, clock.today()
    due = _proposed_day(conference, today)
    form = ReferForm(_agencies(conference, today), request.POST or None, initial={"due": due})
    if form.is_valid():
        data = form.cleaned_data
        referral = try_action(form, lambda: send(question, by=request.user, **data))
        if referral:
            done = f"Đã chuyển {question.code} đến {referral.agency.name}."
            messages.success(request, f"{done} Hạn trả lời {short_date(referral.due)}.")
            return redirect("answers:answer", slug, number)
    return framed(
        request,
        "answers/refer.html",
        conference,
        stage="answers",
        status=409 if form.non_field_errors() else 200,
        question=question,
        wording=mask(nfc(question.wording)),
        form=form,
        due=due,
    )


def _agencies(conference: Conference, day: date) -> "QuerySet[Agency]":
    own = participating_agencies(conference).order_by().values("pk")
    living = agencies_on(conference.place, day).values("pk")
    return Agency.objects.filter(Q(pk__in=own) | Q(pk__in=living)).order_by("name")


def _proposed_day(conference: Conference, today: date) -> date:
    calendar = work_calendar()
    return add_working_days(
        today, conference.answer_days, holidays=calendar.holidays, make_up=calendar.make_up
    )


def _question_or_404(request: HttpRequest, slug: str, number: int) -> Question:
    conference = conference_or_404(request, slug)
    if not may_refer(request.user, conference):
        raise Http404
    mine = questions_for(request.user).filter(conference=conference)
    question = get_object_or_404(mine, number=number)
    question.conference = conference
    return question
