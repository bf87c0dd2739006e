"""Thư đi of a conference, and Tin nhắn of a person."""

from django.conf import settings
from django.contrib import messages as talk
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.lifecycle.letters import (
    cancel_letter,
    export_letters,
    may_keep_letters,
    retry_letter,
    show_letter,
)
from doithoai.outbox.actions import read
from doithoai.outbox.models import MessageChannel
from doithoai.outbox.queries import counts_of, inbox, messages_of, messages_wanted
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for
from doithoai.questions.queries.letters import secret_addresses
from doithoai.vietnamese.personal_data import mask
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.outbox.rows import (
    MESSAGE_HEAD,
    message_rows,
    next_steps,
    reader,
    state_chips,
    wanted_from,
    without_page,
)
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import sheet_response

ON_A_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def messages(request: OfficialRequest, slug: str) -> HttpResponse:
    """Thư đi: what was told to whom, what waits, what did not go; taking the list is a deed."""
    conference = _kept_or_404(request, slug)
    wanted = wanted_from(request.GET)
    found = messages_wanted(conference.pk, wanted).exclude(
        to_email__in=secret_addresses(conference)
    )
    if request.method == "POST":
        export_letters(conference, count=len(found), by=request.user)
        return sheet_response(f"thu-di-{slug}", MESSAGE_HEAD, message_rows(found))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    return framed(
        request,
        "outbox/messages.html",
        conference,
        page=page,
        rows=[(message, reader(message)) for message in page],
        chips=state_chips(counts_of(conference.pk), request.GET),
        channels=MessageChannel.choices,
        wanted=wanted,
        query=without_page(request.GET),
        sends_email=settings.SENDS_EMAIL,
    )


@require_http_methods(["GET", "POST"])
def message(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Một thư: how it went, what may be decided about it; its words once looking is noted."""
    conference = _kept_or_404(request, slug)
    shown = messages_of(conference.pk).exclude(to_email__in=secret_addresses(conference))
    letter = get_object_or_404(shown, pk=pk)
    deed = request.POST.get("viec", "") if request.method == "POST" else ""
    if deed == "xem":
        show_letter(conference, letter, by=request.user)
    elif deed == "huy":
        cancel_letter(conference, letter, by=request.user)
        talk.success(request, "Đã hủy. Thư này không đi.")
    elif deed:
        retry_letter(conference, letter, by=request.user)
        talk.success(request, "Đã đưa vào hàng chờ gửi.")
    if deed not in {"", "xem"}:
        return redirect("outbox:message", slug=slug, pk=pk)
    is_whole = deed == "xem" or letter.channel == MessageChannel.IN_APP
    return framed(
        request,
        "outbox/message.html",
        conference,
        letter=letter,
        reader=reader(letter, is_whole=is_whole),
        is_whole=is_whole,
        error=letter.error if is_whole else mask(letter.error),
        steps=next_steps(letter),
        sends_email=settings.SENDS_EMAIL,
    )


@require_safe
def notes(request: OfficialRequest) -> HttpResponse:
    """Tin nhắn: what the system told the signed-in person, newest first."""
    page = Paginator(inbox(request.user), ON_A_PAGE).get_page(request.GET.get("trang"))
    names = _conferences(request, {note.conference_id for note in page})
    rows = [(note, names.get(note.conference_id or 0)) for note in page]
    return render(request, "outbox/notes.html", {"page": page, "rows": rows})


@require_http_methods(["GET", "POST"])
def note(request: OfficialRequest, pk: int) -> HttpResponse:
    """Một tin: sending its form opens it and marks it read; looking at it writes nothing."""
    told = get_object_or_404(inbox(request.user), pk=pk)
    if request.method == "POST":
        read(told, by=request.user)
        return redirect("outbox:note", pk=pk)
    about = _conferences(request, {told.conference_id}).get(told.conference_id or 0)
    return render(request, "outbox/note.html", {"note": told, "about": about})


def _kept_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    if not may_keep_letters(request.user, conference):
        raise Http404
    return conference


def _conferences(request: OfficialRequest, keys: set[int | None]) -> dict[int, Conference]:
    known = [key for key in keys if key is not None]
    return {one.pk: one for one in conferences_for(request.user).filter(pk__in=known)}
