"""The list of delegates, and one delegate: accepted, corrected, replaced, withdrawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.delegates.actions import accept as take
from doithoai.delegates.actions import (
    add_delegate,
    amend_delegate,
    export_contacts,
    show_contacts,
    substitute,
    withdraw,
)
from doithoai.delegates.models import Delegate, QuotaLine
from doithoai.delegates.permissions import (
    may_accept,
    may_amend,
    may_organise,
    may_replace,
    may_see_contacts,
    may_see_everyone,
)
from doithoai.delegates.queries import agencies_of, delegates_for, delegates_wanted
from doithoai.delegates.states import DelegateState
from doithoai.delegates.term import is_over, takes_roll
from doithoai.directory.models import User
from doithoai.directory.queries import agencies_on
from doithoai.web.delegates import listing
from doithoai.web.delegates.forms.people import (
    AmendForm,
    OrganiserForm,
    SubstituteForm,
    WithdrawForm,
)
from doithoai.web.delegates.frame import delegates_page, organised_or_403, status_of
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, keys_from
from doithoai.web.sheets import sheet_response

PAGE = 50


@require_safe
def delegates(request: OfficialRequest, slug: str) -> HttpResponse:
    """Danh sách đại biểu: everybody for who works with them, an agency's own for it; Excel."""
    conference = conference_or_404(request, slug)
    query, everyone = request.GET.dict(), delegates_for(request.user, conference)
    found = delegates_wanted(everyone, listing.wanted(query))
    if "xlsx" in request.GET:
        return sheet_response(f"danh-sach-{slug}", listing.HEAD, listing.rows(found))
    lines = QuotaLine.objects.filter(conference=conference)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    organises = may_organise(request.user, conference)
    may_take = organises and not is_over(conference)
    rows = [(one, may_take and _waits_for(request.user, one)) for one in page]
    return delegates_page(
        request,
        "delegates/delegates.html",
        conference,
        "delegates",
        page=page,
        rows=rows,
        waiting=any(waits for _, waits in rows),
        total=everyone.count(),
        chips=listing.chips(everyone, query),
        form=listing.ListFilter(lines, agencies_of(everyone), request.GET),
        query=urlencode(listing.rest(query)),
        kept=listing.rest(query, "tim", "dong", "co-quan", "loai", "xep"),
        in_force=listing.rest(query),
        filtered=listing.rest(query, "xep"),
        may_organise=organises,
        may_add=may_take,
        may_print=bool(rows) and may_see_everyone(request.user, conference),
    )


@require_POST
def accept(request: OfficialRequest, slug: str) -> HttpResponse:
    """Chấp thuận the chosen nominations."""
    conference = conference_or_404(request, slug)
    keys = keys_from(request.POST, "dai-bieu")
    taken = take(conference, keys, by=request.user)
    messages.success(request, f"Đã chấp thuận {len(taken)} đại biểu.")
    return redirect("delegates:delegates", slug)


@require_POST
def contacts_sheet(request: OfficialRequest, slug: str) -> HttpResponse:
    """Tải danh sách kèm liên hệ; that it was taken is kept."""
    conference = conference_or_404(request, slug)
    everyone = delegates_for(request.user, conference)
    found = delegates_wanted(everyone, listing.wanted(request.POST.dict()))
    export_contacts(conference, count=len(found), by=request.user)
    rows = listing.rows(found, contacts=True)
    return sheet_response(f"danh-sach-lien-he-{slug}", listing.CONTACTS_HEAD, rows)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thêm đại biểu, khách mời, báo chí, phục vụ: accepted at once."""
    conference = organised_or_403(request, slug)
    lines = QuotaLine.objects.filter(conference=conference, rows=None)
    agencies = agencies_on(conference.place, clock.today()).order_by("name")
    form = OrganiserForm(lines, agencies, request.POST or None)
    if form.is_valid():
        place, person, by = form.place, form.person, request.user
        made = try_action(form, lambda: add_delegate(conference, person, by=by, **place))
        if made:
            messages.success(request, f"Đã thêm {made}, mã {made.badge}.")
            return redirect("delegates:delegates", slug)
    return delegates_page(
        request,
        "delegates/add.html",
        conference,
        "delegates",
        status=status_of(form),
        form=form,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def delegate(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một đại biểu: what is known, and what this person may do about it."""
    found = _delegate_or_404(request, slug, pk)
    sent = request.POST.get("viec", "") if request.method == "POST" else ""
    if sent and sent not in DEEDS:
        raise Http404
    shown = _forms(request, found, sent)
    form = DEEDS[sent].form(found, request.POST, request.user) if sent else None
    if form and form.is_valid() and _do(request, found, sent, form):
        return redirect("delegates:delegate", slug, pk)
    return _page(request, found, shown | ({DEEDS[sent].key: form} if sent else {}), form)


@require_POST
def contacts(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Số điện thoại, thư điện tử of one person; that someone looked is kept."""
    found = show_contacts(_delegate_or_404(request, slug, pk), by=request.user)
    shown = _forms(request, found, "")
    if "amending" in shown:
        is_organiser = may_organise(request.user, found.conference)
        shown["amending"] = AmendForm(found, is_organiser=is_organiser, with_contacts=True)
    return _page(request, found, shown, None, contacts_shown=True)


@dataclass(frozen=True, slots=True)
class Deed:
    """What may be done to a delegate: its form, who may, its action, what to say then."""

    key: str
    form: Callable[[Delegate, Any, User], Any]
    may: Callable[[User, Delegate], bool]
    call: Callable[[Delegate, Any, User], Any]
    done: str


def _amend_form(delegate: Delegate, data: Any, user: User) -> AmendForm:
    is_organiser = may_organise(user, delegate.conference)
    shown = data is not None and "phone" in data
    return AmendForm(delegate, data, is_organiser=is_organiser, with_contacts=shown)


def _may_replace_yet(user: User, delegate: Delegate) -> bool:
    return may_replace(user, delegate) and not is_over(delegate.conference)


DEEDS = {
    "sua": Deed(
        "amending",
        _amend_form,
        lambda user, delegate: may_amend(user, delegate) and takes_roll(delegate.conference),
        lambda delegate, form, by: amend_delegate(delegate, by=by, **form.cleaned_data),
        "Đã sửa thông tin đại biểu.",
    ),
    "thay": Deed(
        "replacing",
        lambda delegate, data, _: SubstituteForm(delegate, data),
        _may_replace_yet,
        lambda delegate, form, by: substitute(delegate, form.person, by=by, **form.terms),
        "Đã ghi người thay.",
    ),
    "rut": Deed(
        "withdrawing",
        lambda delegate, data, _: WithdrawForm(delegate, data),
        _may_replace_yet,
        lambda delegate, form, by: withdraw(delegate, by=by, **form.cleaned_data),
        "Đã rút đại biểu. Chỗ này trống, cử người khác được.",
    ),
}


def _do(request: OfficialRequest, delegate: Delegate, sent: str, form: Any) -> bool:
    deed = DEEDS[sent]
    done = try_action(form, lambda: deed.call(delegate, form, request.user))
    if done:
        messages.success(request, deed.done)
    return bool(done)


def _forms(request: OfficialRequest, delegate: Delegate, sent: str) -> dict[str, Any]:
    """A blank form for each deed this person may do."""
    return {
        deed.key: deed.form(delegate, None, request.user)
        for name, deed in DEEDS.items()
        if name != sent and deed.may(request.user, delegate)
    }


def _page(
    request: OfficialRequest,
    delegate: Delegate,
    shown: dict[str, Any],
    form: Any,
    contacts_shown: bool = False,
) -> HttpResponse:
    user = request.user
    context = {"delegate": delegate, "form": form, "contacts_shown": contacts_shown}
    return delegates_page(
        request,
        "delegates/delegate.html",
        delegate.conference,
        "delegates",
        status=status_of(form),
        may_see_contacts=may_see_contacts(user, delegate),
        may_accept=_waits_for(user, delegate)
        and may_accept(user, delegate)
        and not is_over(delegate.conference),
        substitutes=delegate.substitutes.order_by("pk"),
        **context,
        **{"amending": None, "replacing": None, "withdrawing": None} | shown,
    )


def _waits_for(user: User, delegate: Delegate) -> bool:
    """Whether it is a nomination that another person than this one made."""
    return delegate.state == DelegateState.NOMINATED and delegate.nominated_by_id != user.pk


def _delegate_or_404(request: OfficialRequest, slug: str, pk: int) -> Delegate:
    conference = conference_or_404(request, slug)
    found = get_object_or_404(delegates_for(request.user, conference), pk=pk)
    found.conference = conference
    return found
