"""Pages of agencies."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.audit.queries import trail_of
from doithoai.directory.actions import add_agency, amend_agency, load_agencies
from doithoai.directory.models import Agency, Place
from doithoai.directory.permissions import may_administer
from doithoai.directory.queries import find_agencies
from doithoai.web.deeds import deeds_of
from doithoai.web.directory.forms import AgencyForm, NewAgencyForm, PlaceForm
from doithoai.web.directory.gate import for_administrators
from doithoai.web.directory.lines import heir_lines, phrase_lines
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response

HEAD = ("Địa phương", "Tên", "Tên gọi tắt", "Loại", "Có từ", "Đến hết")


@require_safe
def agencies(request: OfficialRequest) -> HttpResponse:
    """Danh mục cơ quan: by place, by name, living today or all."""
    place = Place.objects.filter(code=request.GET.get("noi") or _home(request)).first()
    living = clock.today() if "tat-ca" not in request.GET else None
    found = find_agencies(place, request.GET.get("tim", ""), living_on=living)
    if "xlsx" in request.GET:
        return sheet_response("co-quan", HEAD, (_row(agency) for agency in found))
    context = {
        "page": Paginator(found, 50).get_page(request.GET.get("trang")),
        "places": Place.objects.all(),
        "place": place,
        "living": living,
        "may_administer": may_administer(request.user),
        "query": _query(request),
        "clear_url": request.path if request.GET else "",
    }
    return render(request, "directory/agencies.html", context)


@for_administrators
@require_http_methods(["GET", "POST"])
def agency(request: OfficialRequest, pk: int) -> HttpResponse:
    """One agency: names, years, fields; its trail."""
    agency = get_object_or_404(Agency.objects.select_related("place"), pk=pk)
    form = AgencyForm(request.POST or None, initial=_initial(agency), place=agency.place)
    if form.is_valid() and (
        saved := try_action(form, lambda: amend_agency(agency, by=request.user, **form.values()))
    ):
        messages.success(request, f"Đã lưu {saved.name}.")
        return redirect("directory:agencies")
    context = {"form": form, "agency": agency, "deeds": deeds_of(trail_of(agency)[:20])}
    return render(request, "directory/agency.html", context)


@for_administrators
@require_http_methods(["GET", "POST"])
def add(request: OfficialRequest) -> HttpResponse:
    """A new agency."""
    form = NewAgencyForm(request.POST or None, initial={"level": "province"})
    if form.is_valid() and (
        added := try_action(form, lambda: add_agency(by=request.user, **form.values()))
    ):
        messages.success(request, f"Đã thêm {added.name}.")
        return redirect("directory:agencies")
    return render(request, "directory/agency.html", {"form": form})


@for_administrators
@require_POST
def load(request: OfficialRequest) -> HttpResponse:
    """Add the standard agencies a province lacks."""
    form = PlaceForm(request.POST)
    if form.is_valid():
        place = form.cleaned_data["place"]
        added = load_agencies(place, by=request.user)
        messages.success(request, f"Đã thêm {added} cơ quan chuẩn cho {place}.")
        return redirect(f"{reverse('directory:agencies')}?noi={place.code}")
    return redirect("directory:agencies")


def _home(request: OfficialRequest) -> str:
    return request.user.agency.place.code if request.user.agency else ""


def _query(request: OfficialRequest) -> str:
    query = request.GET.copy()
    query.pop("trang", None)
    return query.urlencode()


def _row(agency: Agency) -> tuple[Any, ...]:
    return (
        agency.place.name,
        agency.name,
        agency.short_name,
        agency.get_kind_display(),
        agency.valid_from,
        agency.valid_to,
    )


def _initial(agency: Agency) -> dict[str, Any]:
    names = ("name", "short_name", "kind", "level", "valid_from", "valid_to")
    own = {agency.name, agency.short_name}
    aliases = [alias.text for alias in agency.aliases.all() if alias.text not in own]
    lists = {
        "aliases": aliases,
        "responsibilities": agency.fields,
        "successors": heir_lines(agency),
        "phrases": phrase_lines(agency),
    }
    return {name: getattr(agency, name) for name in names} | lists
