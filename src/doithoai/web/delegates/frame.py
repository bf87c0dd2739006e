"""What every page of delegates shows around its own content: the way between the pages."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from doithoai.delegates.permissions import (
    may_invite,
    may_organise,
    may_receive,
    may_see_everyone,
)
from doithoai.delegates.term import is_over, roll_until, takes_roll
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the room."""

    label: str
    url: str
    is_here: bool


TABS = (
    ("quotas", "Phân bổ"),
    ("nominate", "Cử đại biểu"),
    ("delegates", "Danh sách"),
    ("invitations", "Giấy mời"),
    ("seating", "Chỗ ngồi"),
    ("door", "Đón tiếp"),
    ("attendance", "Điểm danh"),
)
"""Address and name of each page, in the order of the work."""


def tabs(user: User, conference: Conference, here: str) -> list[Tab]:
    """The pages this person may open."""
    hidden = set() if may_invite(user, conference) else {"invitations"}
    sees_everyone = may_see_everyone(user, conference)
    if sees_everyone and not user.drafts:
        hidden.add("nominate")
    if not sees_everyone:
        hidden |= {"seating", "attendance"}
    if not may_receive(user, conference):
        hidden.add("door")
    return [
        Tab(label, reverse(f"delegates:{name}", args=[conference.slug]), name == here)
        for name, label in TABS
        if name not in hidden
    ]


def delegates_page(
    request: OfficialRequest,
    template: str,
    conference: Conference,
    here: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Render a page of the room; `here` is the name of the page of TABS it belongs to."""
    return framed(
        request,
        template,
        conference,
        stage="delegates",
        status=status,
        tabs=tabs(request.user, conference, here),
        **_term(conference),
        **context,
    )


def _term(conference: Conference) -> dict[str, Any]:
    """Whether the conference is over, and until when its roll may be corrected."""
    if not is_over(conference):
        return {"is_over": False, "takes_roll": True}
    until = roll_until(conference)
    return {"is_over": True, "takes_roll": takes_roll(conference), "roll_until": until}


def organised_or_403(request: OfficialRequest, slug: str) -> Conference:
    """The conference, for who keeps its seats and its list. Raises Forbidden for others."""
    conference = conference_or_404(request, slug)
    require(may_organise(request.user, conference))
    return conference


def status_of(form: forms.Form | None) -> int:
    """409 when an action has refused what the form asked."""
    return 409 if form is not None and form.is_bound and form.non_field_errors() else 200
