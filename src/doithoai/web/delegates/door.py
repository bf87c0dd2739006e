"""The door: codes scanned, names looked up, guests and substitutes written in; also offline."""

from dataclasses import asdict
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.delegates.actions import (
    check_in,
    receive_scans,
    substitute_at_door,
    undo_check_in,
    walk_in,
)
from doithoai.delegates.models import CheckIn, CheckInWay, Delegate
from doithoai.delegates.permissions import may_receive
from doithoai.delegates.queries import (
    arrivals_by_section,
    attendance_counts,
    door_list,
    expected_people,
    found_at_door,
    last_entrances,
    open_check_in,
    spare_seats,
)
from doithoai.delegates.rules import read_code
from doithoai.planning.models import Conference
from doithoai.web.delegates.door_forms import LookForm, NewcomerForm, WalkInForm, read_scans
from doithoai.web.delegates.frame import delegates_page
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.workflow import require

LAST = 6


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: OfficialRequest, slug: str) -> HttpResponse:
    """Đón tiếp: one field; whoever it finds stands big and clear."""
    conference = _conference(request, slug)
    form = LookForm(request.POST or None)
    if form.is_valid():
        return _looked_up(request, conference, form.cleaned_data["q"])
    found = found_at_door(conference, request.GET.get("tim", ""))
    who = _shown(conference, request)
    return delegates_page(
        request,
        "delegates/door.html",
        conference,
        "door",
        form=form,
        typed=request.GET.get("tim", ""),
        found=found,
        who=who,
        entrance=open_check_in(who) if who else None,
        just_now=request.GET.get("vua") == "1",
        last=last_entrances(conference, LAST),
        counts=attendance_counts(conference),
        arrivals=arrivals_by_section(conference),
        spare=spare_seats(conference),
        is_the_day=conference.held_on == clock.today(),
    )


@require_POST
def enter(request: OfficialRequest, slug: str) -> HttpResponse:
    """Let in the person who was found by name."""
    conference = _conference(request, slug)
    who = _delegate_or_404(conference, key_from(request.POST, "nguoi"))
    return _let_in(request, who, CheckInWay.SEARCH)


@require_POST
def undo(request: OfficialRequest, slug: str) -> HttpResponse:
    """Take an entrance back."""
    conference = _conference(request, slug)
    entrances = CheckIn.objects.filter(delegate__conference=conference)
    entrance = get_object_or_404(entrances, pk=key_from(request.POST, "luot") or 0)
    undone = undo_check_in(entrance, by=request.user)
    messages.success(request, f"Đã hoàn tác: {undone.delegate} trở về chưa đến.")
    return redirect(_showing(slug, undone.delegate))


@require_http_methods(["GET", "HEAD", "POST"])
def guest(request: OfficialRequest, slug: str) -> HttpResponse:
    """Khách chưa có trong danh sách: written in, given a spare seat, let in."""
    conference = _conference(request, slug)
    initial = {"token": uuid4(), "full_name": request.GET.get("ten", "")}
    form = WalkInForm(request.POST or None, initial=initial)
    if form.is_valid():
        person, token = form.person(), form.cleaned_data["token"]
        came = try_action(form, lambda: walk_in(conference, person, token=token, by=request.user))
        if came:
            return redirect(_showing(slug, came.delegate, vua="1"))
    return _newcomer(request, conference, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def instead(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Người dự thay tại cửa: takes the place and the seat of the one who is not coming."""
    conference = _conference(request, slug)
    who = _delegate_or_404(conference, pk)
    form = NewcomerForm(request.POST or None, initial={"token": uuid4()})
    if form.is_valid():
        person, token = form.person(), form.cleaned_data["token"]
        came = try_action(
            form, lambda: substitute_at_door(who, person, token=token, by=request.user)
        )
        if came:
            return redirect(_showing(slug, came.delegate, vua="1"))
    return _newcomer(request, conference, form, who)


@require_safe
def codes(request: OfficialRequest, slug: str) -> HttpResponse:
    """Name and seat by code, kept by the door's device for when the network fails."""
    conference = _conference(request, slug)
    people = {code: list(told) for code, told in door_list(conference).items()}
    return JsonResponse({"people": people, **_figures(conference)})


@require_POST
def sync(request: OfficialRequest, slug: str) -> HttpResponse:
    """What a device kept while it had no network; each scan is answered for itself."""
    conference = _conference(request, slug)
    try:
        scans = read_scans(request.POST.get("scans", "[]"))
    except ValueError:
        return HttpResponseBadRequest()
    outcomes = receive_scans(conference, scans, by=request.user)
    told = [{**asdict(one), "token": str(one.token)} for one in outcomes]
    return JsonResponse({"outcomes": told, **_figures(conference)})


def _looked_up(request: OfficialRequest, conference: Conference, typed: str) -> HttpResponse:
    code = read_code(typed)
    found = found_at_door(conference, typed)
    if code and len(found) == 1 and found[0].code == code:
        return _let_in(request, found[0], CheckInWay.CODE)
    query = urlencode({"tim": typed})
    return redirect(f"{reverse('delegates:door', args=[conference.slug])}?{query}")


def _let_in(request: OfficialRequest, who: Delegate, way: CheckInWay) -> HttpResponse:
    slug = who.conference.slug
    if open_check_in(who):
        return redirect(_showing(slug, who))
    check_in(who, way=way, by=request.user)
    return redirect(_showing(slug, who, vua="1"))


def _showing(slug: str, who: Delegate, **more: str) -> str:
    query = urlencode({"nguoi": str(who.pk), **more})
    return f"{reverse('delegates:door', args=[slug])}?{query}"


def _shown(conference: Conference, request: OfficialRequest) -> Delegate | None:
    key = key_from(request.GET, "nguoi")
    return expected_people(conference).filter(pk=key).first() if key else None


def _figures(conference: Conference) -> dict[str, Any]:
    counts = attendance_counts(conference)
    groups = [[one.present, one.total] for one in arrivals_by_section(conference)]
    return {"present": counts.present, "total": counts.total, "groups": groups}


def _newcomer(
    request: OfficialRequest, conference: Conference, form: NewcomerForm, who: Delegate | None
) -> HttpResponse:
    return delegates_page(
        request,
        "delegates/newcomer.html",
        conference,
        "door",
        status=409 if form.non_field_errors() else 200,
        form=form,
        who=who,
        spare=spare_seats(conference),
    )


def _delegate_or_404(conference: Conference, key: int | None) -> Delegate:
    people = expected_people(conference).select_related("conference", "agency", "seat__block")
    return get_object_or_404(people, pk=key or 0)


def _conference(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    require(may_receive(request.user, conference))
    return conference
