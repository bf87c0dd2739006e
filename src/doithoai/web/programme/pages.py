"""What every page of the room shows, and how its forms are tried."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.documents.models import PaperKind
from doithoai.documents.permissions import may_read
from doithoai.lifecycle.standing import standing_of
from doithoai.lifecycle.stops import is_held
from doithoai.planning.models import Conference
from doithoai.programme.permissions import may_read_script
from doithoai.web.framing import framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest

PAGES = {
    "programme": "Chương trình",
    "preparations": "Công tác chuẩn bị",
    "awards": "Khen thưởng",
    "speeches": "Bài phát biểu",
    "script": "Kịch bản",
}

PAPERS = {
    PaperKind.PROGRAMME: "chuong-trinh",
    PaperKind.SCRIPT: "kich-ban",
    PaperKind.SPEECH: "bai-phat-bieu",
}


@dataclass(frozen=True, slots=True)
class RoomPage:
    """One of the room's pages as a link; `is_here` is the one being read."""

    name: str
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that may be done with a thing: its form, its action, what to say then."""

    form: Callable[..., Form]
    call: Callable[..., Any]
    done: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A deed that was sent: its name, its form with whatever is wrong, what came of it."""

    name: str
    form: Form
    result: Any

    @property
    def status(self) -> int:
        """409 when the deed was refused."""
        return 409 if self.form.non_field_errors() else 200


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page with one form: title, what it is for, its button, what is said then."""

    title: str
    text: str
    verb: str
    done: str


def room_pages(user: User, conference: Conference, here: str) -> list[RoomPage]:
    """Links to the room's pages; the script only for those who may read it."""
    return [
        RoomPage(name, reverse(f"programme:{key}", args=[conference.slug]), key == here)
        for key, name in PAGES.items()
        if key != "script" or may_read_script(user, conference)
    ]


def paper_url(user: User, conference: Conference, kind: PaperKind, subject: str = "") -> str:
    """Where the paper of the page is seen, printed, downloaded; "" for who may not read it."""
    if not may_read(user, conference, kind, subject):
        return ""
    address = reverse("documents:paper", args=[conference.slug, PAPERS[kind]])
    return f"{address}?ve={subject}" if subject else address


def shown(
    request: OfficialRequest, template: str, conference: Conference, *, here: str, **context: Any
) -> HttpResponse:
    """A page of the room in the conference's frame; after the day nothing is composed any more."""
    pages = room_pages(request.user, conference, here)
    standing = standing_of(conference, today=clock.today())
    held = is_held(conference, standing, clock.today())
    if held and "may_compose" in context:
        context["may_compose"] = False
    return framed(
        request,
        f"programme/{template}",
        conference,
        stage="programme",
        standing=standing,
        held=held,
        room_pages=pages,
        here=next(page for page in pages if page.is_here),
        **context,
    )


def tried(request: OfficialRequest, deeds: Mapping[str, Deed], thing: Any) -> Tried:
    """Do what a page's form asks for by `viec`; a refusal keeps what was typed."""
    name = request.POST.get("viec", "")
    if name not in deeds:
        raise Http404
    deed, by = deeds[name], request.user
    form = deed.form(request.POST)
    result = None
    if form.is_valid():
        data = form.cleaned_data
        result = try_action(form, lambda: deed.call(thing, by=by, **data))
        if result:
            messages.success(request, deed.done)
    return Tried(name, form, result)


def with_one_form(
    request: OfficialRequest,
    conference: Conference,
    form: Form,
    call: Callable[..., Any],
    *,
    here: str,
    words: Words,
    **context: Any,
) -> HttpResponse:
    """A page with one form and one action; done, it leads back to the list `here`."""
    refused = False
    if form.is_valid():
        if try_action(form, lambda: call(by=request.user, **form.cleaned_data)):
            messages.success(request, words.done)
            return redirect(f"programme:{here}", conference.slug)
        refused = True
    status = 409 if refused else 200
    return shown(
        request,
        "deed.html",
        conference,
        here=here,
        form=form,
        words=words,
        status=status,
        **context,
    )
