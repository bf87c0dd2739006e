"""Typing in paper slips, calls and hall slips, one after the other, without the mouse."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.actions import fix_typing, receive
from doithoai.questions.models import Channel, Question, Submission
from doithoai.questions.permissions import may_enter, may_take_in_hall
from doithoai.questions.queries import lately_entered, submission_by_token, submission_like
from doithoai.questions.rules import UNDO_FOR, notice_of, notice_on, read_code, said_alike
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.portal.attaching import token_from
from doithoai.web.questions.entry_forms import EntryForm, TypingForm
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

LASTING = "entering"


@dataclass(frozen=True, slots=True)
class Typed:
    """A slip this person typed in lately; `may_fix` while it may be put right."""

    submission: Submission
    question: Question
    may_fix: bool

    @property
    def text(self) -> str:
        """What it says, masked."""
        return mask(nfc(self.submission.said))


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficialRequest, slug: str) -> HttpResponse:
    """Nhập phiếu: after saving, an empty form that keeps channel, unit and point."""
    conference = conference_or_404(request, slug)
    require(may_enter(request.user, conference))
    form = _form(request, conference)
    alike = None
    if form.is_valid() and form.keep():
        alike = _told_before(conference, form)
        sent = None if alike else _send(request, conference, form)
        if sent:
            query = urlencode({"da-nhap": sent.code})
            return redirect(f"{reverse('questions:enter', args=[slug])}?{query}")
    return _page(request, conference, form, alike)


@require_http_methods(["GET", "HEAD", "POST"])
def fix(request: OfficialRequest, slug: str, code: str) -> HttpResponse:
    """Sửa lỗi gõ của một phiếu vừa nhập."""
    conference = conference_or_404(request, slug)
    require(may_enter(request.user, conference))
    found = next((t for t in _lately(request, conference) if t.submission.code == code), None)
    if found is None:
        raise Http404
    said = {"text": found.submission.said}
    form = TypingForm(request.POST if request.method == "POST" else None, initial=said)
    if form.is_valid():
        text = form.cleaned_data["text"]
        fixed = try_action(form, lambda: fix_typing(found.submission, text=text, by=request.user))
        if fixed:
            messages.success(request, f"Đã sửa phiếu {code}. Mã biên nhận không đổi.")
            return redirect("questions:enter", slug)
    status = 409 if form.non_field_errors() else 200
    context: dict[str, Any] = {"form": form, "typed": found}
    return framed(
        request, "questions/fix.html", conference, stage="questions", status=status, **context
    )


def _form(request: OfficialRequest, conference: Conference) -> EntryForm:
    fresh = _fresh(request, conference.slug)
    held = conference.held_on
    return EntryForm(
        conference,
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        initial=fresh,
        token=token_from(request.POST.get("token")) or fresh["token"],
        takes_hall=held is not None
        and held <= clock.today()
        and may_take_in_hall(request.user, conference),
    )


def _told_before(conference: Conference, form: EntryForm) -> Submission | None:
    """A slip that says the same, unless it was shown already or this form was sent before."""
    if form.is_meant or submission_by_token(conference, form.cleaned_data["token"]):
        return None
    return submission_like(conference, form.cleaned_data["text"])


def _send(request: OfficialRequest, conference: Conference, form: EntryForm) -> Submission | None:
    sent = try_action(form, lambda: receive(conference, by=request.user, **form.facts))
    if sent:
        point = form.cleaned_data["collection_point"]
        request.session[LASTING] = {
            "slug": conference.slug,
            "channel": sent.channel,
            "sender_unit": form.cleaned_data["sender_unit"],
            "collection_point": point.pk if point else None,
            "given_on": form.cleaned_data["given_on"].isoformat(),
        }
    return sent


def _page(
    request: OfficialRequest, conference: Conference, form: EntryForm, alike: Submission | None
) -> HttpResponse:
    lately = _lately(request, conference)
    last = read_code(request.GET.get("da-nhap", ""))
    return framed(
        request,
        "questions/enter.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
        lately=lately,
        entered=next((one for one in lately if one.submission.code == last), None),
        alike=alike,
        notice=notice_of(notice_on(clock.today())).told_by(conference.host.name),
        alike_question=Question.objects.filter(parts__submission=alike).first() if alike else None,
        alike_words=said_alike(form.cleaned_data["text"])[:200] if alike else "",
    )


def _lately(request: OfficialRequest, conference: Conference) -> list[Typed]:
    now = clock.now()
    return [
        Typed(
            slip,
            slip.parts.all()[0].question,
            now <= slip.received_at + UNDO_FOR
            and all(part.question.state == QuestionState.RECEIVED for part in slip.parts.all()),
        )
        for slip in lately_entered(conference, request.user)
    ]


def _fresh(request: OfficialRequest, slug: str) -> dict[str, Any]:
    """A new token, and what the last slip leaves for the next."""
    lasting = dict(request.session.get(LASTING, {}))
    kept = lasting if lasting.pop("slug", None) == slug else {}
    kept["given_on"] = date.fromisoformat(kept.get("given_on") or clock.today().isoformat())
    return {"channel": Channel.PAPER, **kept, "token": uuid4()}
