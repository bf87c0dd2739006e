"""Đơn khiếu nại, tố cáo: suspected, confirmed, due, sent on; who keeps denouncers secret."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.audit import clock
from doithoai.audit.queries import trail_of
from doithoai.planning.models import Conference
from doithoai.questions.actions import name_keepers, pass_on, send_on, show_sender, take_back
from doithoai.questions.models import PassOn, Question, QuestionKind
from doithoai.questions.permissions import may_name_keepers, may_pass_on, may_see_denouncer
from doithoai.questions.queries import questions_for
from doithoai.questions.queries.letters import (
    keepers_of,
    letter_of,
    letters_of,
    suspected_letters,
    unread_letters,
)
from doithoai.questions.states import OPEN_STATES
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.framing import framed
from doithoai.web.questions.letter_forms import KeepersForm, PassOnForm, SentOnForm
from doithoai.web.questions.listing import Row
from doithoai.web.questions.views import led_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

PAPER_SLUGS = {
    PassOn.Paper.GUIDANCE.value: "phieu-huong-dan",
    PassOn.Paper.TRANSFER.value: "phieu-chuyen-don",
}
"""How the papers of letters are called in addresses."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A confirmed letter: where it goes, by when; nothing of what it says."""

    letter: PassOn

    @property
    def badge(self) -> tuple[str, str]:
        """Shape and words of how far it has come."""
        if self.letter.sent_on:
            return "done", "Đã chuyển đi"
        is_late = self.letter.due < clock.today()
        return ("late", "Quá hạn chuyển") if is_late else ("waiting-chair", "Chờ chuyển")


@require_safe
def letters(request: OfficialRequest, slug: str) -> HttpResponse:
    """What may be a complaint or denunciation, and what was confirmed, with its day."""
    conference = _sorted_or_403(request, slug)
    found = [*suspected_letters(conference), *unread_letters(conference)]
    suspected = [Row(question) for question in sorted(found, key=lambda one: one.number)]
    return framed(
        request,
        "questions/letters.html",
        conference,
        stage="questions",
        suspected=suspected,
        confirmed=[LetterRow(letter) for letter in letters_of(conference)],
        keepers=keepers_of(conference),
        may_name_keepers=may_name_keepers(request.user, conference),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Chuyển đơn theo luật: a person confirms what the question is."""
    conference = _sorted_or_403(request, slug)
    found = questions_for(request.user).filter(conference=conference, state__in=OPEN_STATES)
    question = get_object_or_404(found.select_related("suggestion"), number=number)
    form = PassOnForm(question, request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        if try_action(form, lambda: pass_on(question, by=request.user, **given)):
            messages.success(
                request, f"{question.code} đã ra khỏi các danh sách. In phiếu rồi gửi."
            )
            return redirect("questions:letter", slug, number)
    return framed(
        request,
        "questions/pass_on.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        question=question,
        wording=mask(nfc(question.wording)),
        form=form,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One letter: its paper, its day, and taking it back; who denounces only for the two."""
    conference = _sorted_or_403(request, slug)
    found = letter_of(conference, number)
    if found is None:
        raise Http404
    is_sent = request.POST.get("viec") == "gui"
    form = SentOnForm(request.POST if is_sent else None, initial={"day": clock.today()})
    if form.is_valid() and request.POST.get("xong"):
        given = form.cleaned_data
        if try_action(form, lambda: send_on(found.question, by=request.user, **given)):
            messages.success(request, "Đã ghi số, ngày chuyển đi.")
            return redirect("questions:letter", slug, number)
    is_asked = request.POST.get("viec") == "xem"
    if is_asked:
        show_sender(found.question.parts.all()[0].submission, by=request.user)
    return framed(
        request,
        "questions/letter.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        **_letter(request, conference, found, is_whole=is_asked),
        form=form,
        sending=form.cleaned_data if form.is_valid() and not request.POST.get("sua") else None,
    )


@require_POST
def call_back(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Rút lại: it was no letter; the question is new again."""
    conference = _sorted_or_403(request, slug)
    found = letter_of(conference, number)
    if found is None:
        raise Http404
    question = take_back(found.question, version=found.question.version, by=request.user)
    messages.success(request, f"Đã đưa {question.code} về mới nhận.")
    return redirect("questions:question", slug, number)


@require_http_methods(["GET", "HEAD", "POST"])
def keepers(request: OfficialRequest, slug: str) -> HttpResponse:
    """Người giữ bí mật: the two who see who sent a denunciation."""
    conference = led_or_404(request, slug)
    require(may_name_keepers(request.user, conference))
    form = KeepersForm(conference, request.POST or None)
    if form.is_valid():
        named = try_action(
            form, lambda: name_keepers(conference, users=form.users(), by=request.user)
        )
        if named:
            messages.success(request, "Đã giao hai người giữ bí mật người tố cáo.")
            return redirect("questions:letters", slug)
    return framed(
        request,
        "questions/keepers.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        form=form,
    )


def _letter(
    request: OfficialRequest, conference: Conference, found: PassOn, *, is_whole: bool
) -> dict[str, Any]:
    """Of a complaint the words, masked; of a denunciation nothing until one of the two asks."""
    question: Question = found.question
    parts = list(question.parts.select_related("submission"))
    said = "\n".join(part.text.strip() for part in parts)
    is_open = is_whole or found.kind == QuestionKind.COMPLAINT
    is_secret = found.kind == QuestionKind.DENUNCIATION
    return {
        "letter": found,
        "row": LetterRow(found),
        "question": question,
        "text": (said if is_whole else mask(nfc(said))) if is_open else "",
        "submission": parts[0].submission if is_whole else None,
        "is_secret": is_secret,
        "paper_number": _number_sent(question),
        "paper_slug": PAPER_SLUGS[found.paper],
        "may_look": not is_secret or may_see_denouncer(request.user, conference),
    }


def _number_sent(question: Question) -> str:
    """The number of the paper that went, as it was told; "" when none has gone."""
    entry = trail_of(question).filter(verb="questions.send_on").first()
    return str((entry.after or {}).get("number", "")) if entry else ""


def _sorted_or_403(request: OfficialRequest, slug: str) -> Conference:
    conference = led_or_404(request, slug)
    require(may_pass_on(request.user, conference))
    return conference
