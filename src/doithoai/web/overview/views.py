"""Pages that show a conference whole."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from doithoai.answers.queries import load_by_agency
from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.audit.queries import trail_of, trail_of_conference
from doithoai.lifecycle.agency_work import ConferenceWork, work_of
from doithoai.lifecycle.duties import duties_due
from doithoai.lifecycle.rail import rail_of
from doithoai.lifecycle.readiness import readiness
from doithoai.lifecycle.reminding import press as press_late
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.waiting import waiting_for
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_follow, may_prepare, may_read_plan
from doithoai.planning.queries import reading_of, readings_for, readings_seen_by
from doithoai.vietnamese.letters import fold
from doithoai.web.deeds import deeds_of
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.overview import figures
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response
from doithoai.web.waiting import waiting_links


@require_safe
def conferences(request: OfficialRequest) -> HttpResponse:
    """Hội nghị của tôi: what runs, where it stands, what waits for me there."""
    today = clock.today()
    work = _matching(work_of(request.user, today=today), request.GET)
    if "xlsx" in request.GET:
        return sheet_response("hoi-nghi", figures.CONFERENCE_HEAD, figures.conference_rows(work))
    return render(
        request,
        "overview/conferences.html",
        {
            "work": [(w, rail_of(w.conference, w.standing, today=today)) for w in work],
            "waiting": sum(item.count for item in work),
            "readings": readings_for(request.user),
            "may_read_plan": may_read_plan(request.user),
            "today": today,
            "clear_url": request.path if request.GET else "",
            "only_waiting": "cho-toi" in request.GET,
            "only_late": "tre" in request.GET,
        },
    )


@require_safe
def conference(request: OfficialRequest, slug: str) -> HttpResponse:
    """Tổng quan: what waits, what is late, what is missing, what comes next, then the figures."""
    conference = conference_or_404(request, slug)
    today = clock.today()
    standing = standing_of(conference, today=today, agency=request.user.agency)
    heaps = waiting_for(request.user, conference, standing, today=today)
    load = load_by_agency(conference, today=today)
    return framed(
        request,
        "overview/conference.html",
        conference,
        standing=standing,
        waiting=waiting_links(conference, heaps),
        late=figures.late_rows(
            duties_due(conference, today=today, within=timedelta(0), standing=standing)
        ),
        readiness=figures.readiness_rows(
            conference, readiness(conference, standing, today=today), request.user, today
        ),
        load=figures.load_chart(conference, load),
        load_legend=figures.LOAD_LEGEND,
        load_title=f"{sum(row['total'] for row in load)} câu đã chuyển, theo cơ quan",
        outcomes=figures.outcomes(standing.questions),
        outcome_legend=("Câu hỏi",),
        outcome_title=f"{standing.questions.total} câu hỏi đã đi đâu",
        milestones=figures.milestone_steps(conference.milestones.all(), today),
        may_follow=may_follow(request.user, conference),
        may_press=may_prepare(request.user, conference),
        tells_the_press=standing.own.tells_the_press,
    )


@require_POST
def press(request: OfficialRequest, slug: str) -> HttpResponse:
    """Đôn đốc: tell every agency that is late what it owes."""
    conference = conference_or_404(request, slug)
    told = press_late(conference, today=clock.today(), by=request.user)
    people = {message.to_user_id for message in told}
    messages.success(request, f"Đã đôn đốc {len(people)} cán bộ. Xem ở Thư đi.")
    return redirect("overview:conference", slug=slug)


@require_safe
def trail(request: OfficialRequest, slug: str) -> HttpResponse:
    """Nhật ký của hội nghị, for those who lead it."""
    conference = _followed_or_404(request, slug)
    entries = trail_of_conference(conference.pk, reading_of(conference))
    return framed(
        request,
        "overview/trail.html",
        conference,
        trail_title="Các việc đã ghi",
        **_deeds(request, entries),
    )


@require_safe
def thing_trail(request: OfficialRequest, slug: str, thing_type: str, pk: str) -> HttpResponse:
    """Nhật ký của một việc: every deed on one thing of the conference."""
    conference = _followed_or_404(request, slug)
    entries = trail_of_conference(conference.pk, reading_of(conference))
    entries = entries.filter(thing_type=thing_type, thing_id=pk)
    first = get_object_or_404(Entry.objects.filter(pk__in=entries.values("pk"))[:1])
    return framed(
        request,
        "overview/trail.html",
        conference,
        trail_title=f"Nhật ký: {first.thing_name}",
        **_deeds(request, entries),
    )


@require_safe
def reading_trail(request: OfficialRequest, pk: int) -> HttpResponse:
    """Nhật ký của bản đọc kế hoạch, for the agency that loaded it."""
    reading = get_object_or_404(readings_seen_by(request.user), pk=pk)
    context = {"reading": reading, **_deeds(request, trail_of(reading))}
    return render(request, "overview/reading_trail.html", context)


def _deeds(request: OfficialRequest, entries: "QuerySet[Entry]") -> dict[str, Any]:
    page = Paginator(entries, 50).get_page(request.GET.get("trang"))
    return {"page": page, "deeds": deeds_of(page)}


def _followed_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    return get_object_or_404(
        Conference.objects.filter(
            pk=conference.pk if may_follow(request.user, conference) else 0
        ).select_related("place", "host", "office", "chair", "finance")
    )


def _matching(work: list[ConferenceWork], query: Any) -> list[ConferenceWork]:
    wanted = fold(query.get("tim", ""))
    found = [w for w in work if wanted in fold(f"{w.conference.title} {w.conference.number}")]
    if query.get("cho-toi"):
        found = [w for w in found if w.count]
    return [w for w in found if w.late] if query.get("tre") else found
