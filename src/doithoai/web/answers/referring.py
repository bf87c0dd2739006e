"""Sending a chosen question to the agency that will answer it."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.answers.actions import refer as send
from doithoai.answers.permissions import may_refer
from doithoai.answers.queries import agencies_to_ask
from doithoai.audit import clock
from doithoai.directory.queries import WorkCalendar, work_calendar
from doithoai.planning.models import Conference
from doithoai.planning.queries import participating_agencies
from doithoai.questions.models import Question
from doithoai.questions.queries import questions_for
from doithoai.questions.queries.routing import agencies_for
from doithoai.vietnamese.dates import long_date, short_date
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.vietnamese.working_days import add_working_days
from doithoai.web.answers.forms import Choices, ReferForm
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest

AT_TRIAGE = "Đã chọn khi phân loại."


@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Chuyển cơ quan trả lời: agencies proposed with their reasons, a day in working days."""
    question = _question_or_404(request, slug, number)
    conference, today, calendar = question.conference, clock.today(), work_calendar()
    due = _proposed_day(conference, today, calendar)
    hint = f"Đề xuất {long_date(due)}: {conference.answer_days} ngày làm việc sau hôm nay."
    form = ReferForm(_choices(question, today), (due, hint), calendar, request.POST or None)
    if form.is_valid():
        data, user = form.referral, request.user
        referral = try_action(form, lambda: send(question, by=user, **data))
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
    )


def _choices(question: Question, day: date) -> Choices:
    """Every agency that may be asked; first those the question's own words point to."""
    agencies = {agency.pk: agency for agency in agencies_to_ask(question.conference, day)}
    named = participating_agencies(question.conference).order_by().values_list("pk", flat=True)
    reasons = {one["agency"]: one["reason"] for one in agencies_for(question)}
    if question.lead_id:
        reasons = {question.lead_id: ""} | reasons | {question.lead_id: AT_TRIAGE}
    proposed = [(agencies[key], why) for key, why in reasons.items() if key in agencies]
    return Choices(agencies, frozenset(named), proposed)


def _proposed_day(conference: Conference, today: date, calendar: WorkCalendar) -> date:
    return add_working_days(
        today, conference.answer_days, holidays=calendar.holidays, make_up=calendar.make_up
    )


def _question_or_404(request: OfficialRequest, slug: str, number: int) -> Question:
    conference = conference_or_404(request, slug)
    if not may_refer(request.user, conference):
        raise Http404
    mine = questions_for(request.user).filter(conference=conference)
    question = get_object_or_404(mine, number=number)
    question.conference = conference
    return question
