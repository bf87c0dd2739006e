"""The page of an invitation's link: what it says, and the answer; no account, no script."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.delegates.actions import reply as note
from doithoai.delegates.letters import (
    CALENDAR_NAME,
    CALENDAR_TYPE,
    addressee,
    calendar_of,
    event_name,
    inviter_name,
    time_words,
)
from doithoai.delegates.queries import (
    invitation_by_token,
    is_out_of_date,
    is_valid,
    substitute_of,
    takes_reply,
)
from doithoai.vietnamese.qr import as_svg
from doithoai.web.delegates.forms.replies import ReplyForm
from doithoai.web.portal import limits
from doithoai.web.portal.access import personal_page
from doithoai.web.portal.naming import frame
from doithoai.web.refusals import try_action

SENDING = "giay-moi"


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, token: UUID) -> HttpResponse:
    """Giấy mời: day, hour, place, the code for the door; coming, not coming, another comes."""
    found = get_object_or_404(invitation_by_token(token))
    form = ReplyForm(found, request.POST or None)
    if _passes(request, form):
        told = form.reply
        if try_action(form, lambda: note(found, by=None, **told)):
            return redirect(f"{reverse('delegates:reply', args=[token])}?da-tra-loi=1")
    conference = found.delegate.conference
    context = {
        "invitation": found,
        "conference": conference,
        "form": form,
        "addressee": addressee(found),
        "event": event_name(conference),
        "inviter": inviter_name(conference),
        "when": time_words(found),
        "is_valid": is_valid(found),
        "is_open": takes_reply(found),
        "is_changing": is_out_of_date(found),
        "substitute": substitute_of(found),
        "just_told": "da-tra-loi" in request.GET,
        **frame(conference),
    }
    return render(request, "delegates/reply.html", context, status=_status(form))


@personal_page
@require_safe
def door_code(request: HttpRequest, token: UUID) -> HttpResponse:
    """The delegate's code as a QR picture, for the door."""
    found = get_object_or_404(invitation_by_token(token))
    return HttpResponse(as_svg(found.delegate.code), content_type="image/svg+xml")


@personal_page
@require_safe
def calendar(request: HttpRequest, token: UUID) -> HttpResponse:
    """The conference as a file for a calendar."""
    found = get_object_or_404(invitation_by_token(token))
    address = request.build_absolute_uri(reverse("delegates:reply", args=[token]))
    response = HttpResponse(calendar_of(found, reply_url=address), content_type=CALENDAR_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{CALENDAR_NAME}"'
    return response


def _passes(request: HttpRequest, form: ReplyForm) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    if limits.is_over(request, SENDING, limits.SENDS):
        form.add_error(None, forms.ValidationError(limits.TOO_MANY_SENDS, "flood"))
        return False
    limits.count(request, SENDING)
    return True


def _status(form: ReplyForm) -> int:
    if form.has_error("__all__", "flood"):
        return 429
    return 409 if form.is_bound and form.non_field_errors() else 200
