"""The seating editor: map, proposals, one seat at a time; as a table, on paper, in Excel."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from doithoai.delegates.actions import confirm_seating, propose_seats
from doithoai.delegates.models import Delegate, Seat
from doithoai.delegates.permissions import may_confirm_seating, may_seat, may_see_everyone
from doithoai.delegates.queries import SeatMap, seat_map
from doithoai.delegates.states import SeatingState
from doithoai.delegates.term import is_over
from doithoai.planning.models import Conference
from doithoai.web.delegates.frame import delegates_page
from doithoai.web.delegates.hall_forms import SeatDeedForm, spot_from
from doithoai.web.delegates.hall_map import (
    SEATS_HEAD,
    breadth_of,
    drawn,
    seat_rows,
    seats_wanted,
    shown_faults,
    waiting_people,
)
from doithoai.web.delegates.seat_deeds import DEEDS
from doithoai.web.framing import conference_or_404
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.web.sheets import sheet_response

PAGE = 50
SHOWN_WAITING = 5


@require_safe
def seating(request: OfficialRequest, slug: str) -> HttpResponse:
    """Sơ đồ chỗ ngồi: who has no seat, the map, the chosen seat with its deeds."""
    conference = _conference_or_404(request, slug)
    hall = seat_map(conference)
    chosen = _chosen(hall, request.GET.get("ghe", ""))
    may = may_seat(request.user, conference) and not is_over(conference)
    waiting = waiting_people(hall) if may else []
    return delegates_page(
        request,
        "delegates/seating.html",
        conference,
        "seating",
        hall=hall,
        blocks=drawn(hall, chosen),
        breadth=breadth_of(hall),
        chosen=chosen,
        waiting=waiting,
        waiting_first=waiting[:SHOWN_WAITING],
        waiting_rest=waiting[SHOWN_WAITING:],
        faults=shown_faults(hall),
        may_seat=may,
        may_confirm=_may_confirm(request, hall),
        is_confirmed=hall.plan is not None and hall.plan.state == SeatingState.CONFIRMED,
    )


@require_safe
def seats(request: OfficialRequest, slug: str) -> HttpResponse:
    """The same as a table: by seat or by name, filtered, in Excel."""
    conference = _conference_or_404(request, slug)
    hall, query = seat_map(conference), request.GET.dict()
    found = seats_wanted(hall, query)
    if "xlsx" in query:
        return sheet_response(f"cho-ngoi-{slug}", SEATS_HEAD, seat_rows(found))
    return delegates_page(
        request,
        "delegates/seats.html",
        conference,
        "seating",
        hall=hall,
        page=Paginator(found, PAGE).get_page(request.GET.get("trang")),
        wanted={name.replace("-", "_"): value for name, value in query.items()},
        query=urlencode({name: query[name] for name in FILTERS if query.get(name)}),
    )


FILTERS = ("khoi", "tim", "xep", "ghe-trong")


@require_safe
def seating_sheet(request: OfficialRequest, slug: str) -> HttpResponse:
    """The map and the names by row, for paper."""
    conference = _conference_or_404(request, slug)
    hall = seat_map(conference)
    shown = {"hall": hall, "blocks": drawn(hall), "breadth": breadth_of(hall)}
    return render(request, "delegates/seating_sheet.html", {"conference": conference, **shown})


@require_POST
def propose(request: OfficialRequest, slug: str, afresh: bool = False) -> HttpResponse:
    """Seat everyone without a seat as proposed; `afresh` puts earlier proposals aside first."""
    conference = _conference_or_404(request, slug)
    version = key_from(request.POST, "version") or 0
    count = propose_seats(conference, afresh=afresh, version=version, by=request.user)
    left = seat_map(conference).unseated
    more = f" Còn {len(left)} người chưa có chỗ: thêm ghế hoặc mở ghế dự phòng." if left else ""
    messages.success(request, f"Đã xếp {count} người theo đề xuất.{more}")
    return redirect("delegates:seating", slug)


@require_POST
def confirm(request: OfficialRequest, slug: str) -> HttpResponse:
    """The host or the office confirms the seating as shown."""
    conference = _conference_or_404(request, slug)
    version = key_from(request.POST, "version") or 0
    confirm_seating(conference, version=version, by=request.user)
    messages.success(request, "Đã xác nhận sơ đồ. Sửa chỗ nào thì phải xác nhận lại.")
    return redirect("delegates:seating", slug)


@require_POST
def seat(request: OfficialRequest, slug: str) -> HttpResponse:
    """One deed on one seat: seat someone, move, swap, free, keep spare."""
    conference = _conference_or_404(request, slug)
    deed = DEEDS.get(request.POST.get("viec", ""))
    if deed is None:
        raise Http404
    form = SeatDeedForm(request.POST)
    for field in deed.needs:
        form.fields[field].required = True
    if not form.is_valid():
        messages.error(request, " ".join(str(e) for errors in form.errors.values() for e in errors))
        return redirect(_back(slug, request.POST.get("ghe", "")))
    people = Delegate.objects.filter(conference=conference).select_related("conference")
    who = get_object_or_404(people, pk=form.cleaned_data["nguoi"]) if deed.of_person else None
    done = deed.call(conference, who, form.cleaned_data, request.user)
    messages.success(request, deed.done.format(who=who, seat=done.name))
    return redirect(_back(slug, done.name))


def _back(slug: str, seat_name: str) -> str:
    return f"{reverse('delegates:seating', args=[slug])}?{urlencode({'ghe': seat_name})}#ghe"


def _chosen(hall: SeatMap, typed: str) -> Seat | None:
    spot = spot_from(typed)
    return next((seat for seat in hall.seats if seat.spot == spot), None) if spot else None


def _may_confirm(request: OfficialRequest, hall: SeatMap) -> bool:
    draft = hall.plan is not None and hall.plan.state == SeatingState.DRAFT
    may = may_confirm_seating(request.user, hall.conference) and not is_over(hall.conference)
    return draft and bool(hall.taken) and may


def _conference_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    if not may_see_everyone(request.user, conference):
        raise Http404
    return conference
