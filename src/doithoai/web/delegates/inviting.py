"""Invitations: prepared, handed over, answered; agencies that hold questions invited too."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.delegates.actions import mark_sent, reply
from doithoai.delegates.actions import prepare as prepare_all
from doithoai.delegates.models import Invitation, InvitationWay
from doithoai.delegates.permissions import may_invite, may_organise
from doithoai.delegates.queries import (
    delegates_standing_by,
    invitations_of,
    is_fixed,
    is_out_of_date,
)
from doithoai.delegates.states import DelegateState, InvitationState
from doithoai.delegates.term import is_over
from doithoai.lifecycle.inviting import asked_but_not_invited, invite_asked
from doithoai.planning.models import Conference
from doithoai.web.delegates.forms.replies import ReplyForm
from doithoai.web.delegates.frame import delegates_page, status_of
from doithoai.web.delegates.listing import Chip
from doithoai.web.framing import conference_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, keys_from
from doithoai.web.sheets import sheet_response
from doithoai.workflow import require

PAGE = 50
HEAD = (
    *("Mã đại biểu", "Họ và tên, chức vụ", "Nơi công tác, nơi ở", "Trạng thái", "Cách gửi"),
    *("Gửi lúc", "Trả lời lúc", "Lý do không dự", "Ngày đã báo"),
)


@require_safe
def invitations(request: OfficialRequest, slug: str) -> HttpResponse:
    """Giấy mời: what is to be prepared, sent, sent anew; who answered what; Excel."""
    conference = _inviting_or_403(request, slug)
    query, everyone = request.GET.dict(), invitations_of(conference)
    found = _narrowed(everyone, query)
    if "xlsx" in request.GET:
        return sheet_response(f"giay-moi-{slug}", HEAD, _rows(found))
    today = clock.today()
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    over = is_over(conference)
    rows = [(one, is_out_of_date(one), not over and _may_send(one)) for one in page]
    organises = not over and may_organise(request.user, conference)
    return delegates_page(
        request,
        "delegates/invitations.html",
        conference,
        "invitations",
        page=page,
        rows=rows,
        waiting=any(may_send for *_, may_send in rows),
        chips=_chips(everyone, query),
        query=urlencode({name: query[name] for name in ("trang-thai",) if query.get(name)}),
        counts=delegates_standing_by([conference], today=today)[conference.pk],
        is_fixed=is_fixed(conference),
        asked=asked_but_not_invited(conference) if organises else (),
    )


@require_POST
def prepare(request: OfficialRequest, slug: str) -> HttpResponse:
    """Chuẩn bị giấy mời for who has none, and anew for who was told an old day."""
    count = prepare_all(conference_or_404(request, slug), by=request.user)
    words = f"Đã chuẩn bị {count} giấy mời." if count else "Không có giấy mời nào phải chuẩn bị."
    messages.success(request, words)
    return redirect("delegates:invitations", slug)


@require_POST
def send(request: OfficialRequest, slug: str) -> HttpResponse:
    """Ghi đã trao giấy mời, or send by letter."""
    conference = conference_or_404(request, slug)
    keys = keys_from(request.POST, "giay-moi")
    by_letter = request.POST.get("cach") == InvitationWay.EMAIL
    way = InvitationWay.EMAIL if by_letter else InvitationWay.PAPER

    def address(invitation: Invitation) -> str:
        path = reverse("delegates:reply", args=[invitation.token])
        return request.build_absolute_uri(path)

    sent = mark_sent(conference, keys, way=way, reply_url=address, by=request.user)
    done = "Đã chuyển vào thư đi" if by_letter else "Đã ghi trao giấy mời"
    messages.success(request, f"{done}: {len(sent)} giấy mời.")
    return redirect("delegates:invitations", slug)


@require_POST
def ask_agencies(request: OfficialRequest, slug: str) -> HttpResponse:
    """Mời các cơ quan đang giữ câu hỏi, by post; each says who comes."""
    made = invite_asked(conference_or_404(request, slug), by=request.user)
    messages.success(request, f"Đã ghi lãnh đạo {len(made)} cơ quan vào danh sách đại biểu.")
    return redirect("delegates:invitations", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def note_reply(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Ghi trả lời told by telephone or on paper."""
    conference = _inviting_or_403(request, slug)
    found = get_object_or_404(invitations_of(conference), pk=pk)
    form = ReplyForm(found, request.POST or None)
    if form.is_valid():
        told = form.reply
        if try_action(form, lambda: reply(found, by=request.user, **told)):
            messages.success(request, "Đã ghi trả lời.")
            return redirect("delegates:invitations", slug)
    return delegates_page(
        request,
        "delegates/note_reply.html",
        conference,
        "invitations",
        status=status_of(form),
        invitation=found,
        form=form,
    )


def _narrowed(found: "QuerySet[Invitation]", query: Mapping[str, str]) -> "QuerySet[Invitation]":
    state = query.get("trang-thai", "")
    return found.filter(state=state) if state in InvitationState.values else found


def _chips(found: "QuerySet[Invitation]", query: Mapping[str, str]) -> list[Chip]:
    counts = dict(found.order_by().values_list("state").annotate(Count("pk")))
    chosen = query.get("trang-thai", "")
    return [
        Chip(
            str(state.label),
            "?" if state == chosen else f"?{urlencode({'trang-thai': state.value})}",
            state == chosen,
            counts.get(state.value, 0),
        )
        for state in InvitationState
    ]


def _may_send(invitation: Invitation) -> bool:
    """Whether it waits to be handed over."""
    accepted = invitation.delegate.state == DelegateState.ACCEPTED
    waits = accepted and invitation.state == InvitationState.PREPARED
    return waits and not is_out_of_date(invitation)


def _rows(found: Iterable[Invitation]) -> Iterable[tuple[Any, ...]]:
    for one in found:
        person = one.delegate
        name = f"{person.full_name}, {person.post}".strip(", ")
        sent = (one.get_state_display(), one.get_way_display(), one.sent_at)
        told = (one.replied_at, one.reply_reason, one.told_on)
        yield person.badge, name, person.organisation, *sent, *told


def _inviting_or_403(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    require(may_invite(request.user, conference))
    return conference
