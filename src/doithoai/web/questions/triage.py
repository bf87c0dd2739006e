"""The triage desk: one question at a time, what is proposed for it, and one stroke to decide."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.planning.models import Conference
from doithoai.questions.actions import hold, merge, set_aside, undo
from doithoai.questions.actions.parting import keep_apart
from doithoai.questions.actions.triage import accept
from doithoai.questions.models import Question, TriageStep
from doithoai.questions.permissions import may_choose, may_pass_on
from doithoai.questions.queries import next_received, question_counts
from doithoai.questions.queries.comparing import waiting_questions
from doithoai.questions.states import HALL_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.web.framing import framed
from doithoai.web.questions import listing
from doithoai.web.questions import triage_desk as desk
from doithoai.web.questions.forms import SetAsideForm
from doithoai.web.questions.reading import slips_of, steps_of
from doithoai.web.questions.views import led_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

TOLD = 3
WORDING = 4_000


@require_http_methods(["GET", "HEAD"])
def triage(request: OfficialRequest, slug: str) -> HttpResponse:
    """The first question nobody has decided."""
    conference = led_or_404(request, slug)
    first = conference.questions.filter(state=QuestionState.RECEIVED).order_by("number").first()
    if first:
        return redirect("questions:triage_one", slug, first.number)
    return _page(request, conference, None)


@require_http_methods(["GET", "HEAD", "POST"])
def triage_one(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """One question: taken or set aside; then the next one."""
    conference = led_or_404(request, slug)
    question = _question_or_404(request, conference, number)
    if request.method != "POST":
        return _page(request, conference, question)
    require(may_choose(request.user, conference))
    deeds = {"nhan": _accept, "de-ngoai": _set_aside}
    if request.POST.get("viec") not in deeds:
        raise Http404
    form = deeds[request.POST["viec"]](request, question)
    if form.is_valid() and not form.errors:
        return _on(request, question)
    return _page(request, conference, question, sent=form)


@require_POST
def join(request: OfficialRequest, slug: str, number: int, into: int) -> HttpResponse:
    """Merge the question into another of the same matter."""
    conference = led_or_404(request, slug)
    question = _question_or_404(request, conference, number)
    target = get_object_or_404(conference.questions, number=into)
    seen = {question.pk: _version(request), target.pk: target.version}
    wording = nfc(request.POST.get("wording", "")).strip()[:WORDING] or None
    merge([question], into=target, wording=wording, versions=seen, by=request.user)
    messages.success(request, f"Đã gộp {question.code} vào {target.code}.")
    return _on(request, question)


@require_POST
def part(request: OfficialRequest, slug: str, number: int, other: int) -> HttpResponse:
    """Say that the two are different matters."""
    conference = led_or_404(request, slug)
    question = _question_or_404(request, conference, number)
    different = get_object_or_404(conference.questions, number=other)
    keep_apart(question, different, by=request.user)
    messages.success(request, f"Đã ghi {question.code} và {different.code} là hai việc khác nhau.")
    return redirect("questions:triage_one", slug, number)


@require_POST
def take_back(request: OfficialRequest, slug: str, step: int) -> HttpResponse:
    """Undo a step done in the last ten minutes."""
    conference = led_or_404(request, slug)
    done = get_object_or_404(TriageStep, pk=step, conference=conference)
    found = undo(done, by=request.user)
    codes = ", ".join(f"{one.code} đang “{one.get_state_display()}”" for one in found[:TOLD])
    more = f" và {len(found) - TOLD} câu khác" if len(found) > TOLD else ""
    messages.success(request, f"Đã hoàn tác. {codes}{more}.{_office_told(found)}")
    if "danh-sach" in request.POST:
        return redirect(f"{reverse('questions:questions', args=[slug])}?{_listed(request)}")
    return redirect("questions:triage_one", slug, done.question.number)


@require_POST
def keep_open(request: OfficialRequest, slug: str, number: int) -> HttpResponse:
    """Say that this person has the question open; who else has it stands in the answer."""
    conference = led_or_404(request, slug)
    question = _question_or_404(request, conference, number)
    standing = hold(question, by=request.user)
    other = standing if standing.held_by_id != request.user.pk else None
    return render(request, "questions/triage_holder.html", {"holder": other})


def _office_told(undone: list[Question]) -> str:
    """What the one who undoes is told when the office already held some of the questions."""
    left = [one.code for one in undone if one.state not in HALL_STATES and one.compilations.all()]
    return f" {', '.join(left)} đã gửi Văn phòng; Văn phòng được báo." if left else ""


def _accept(request: OfficialRequest, question: Question) -> Any:
    form = desk.accept_form(question, request.POST)
    if form.is_valid():
        done = try_action(form, lambda: accept(question, by=request.user, **form.cleaned_data))
        if done:
            messages.success(request, f"Đã nhận {question.code}.")
    return form


def _set_aside(request: OfficialRequest, question: Question) -> Any:
    form = SetAsideForm(question, request.POST)
    if form.is_valid():
        data = {name: form.cleaned_data[name] for name in ("reason", "version")}
        if try_action(form, lambda: set_aside(question, by=request.user, **data)):
            messages.success(request, f"Đã để {question.code} ra ngoài.")
    return form


def _on(request: OfficialRequest, question: Question) -> HttpResponse:
    following = next_received(question)
    slug = question.conference.slug
    if following is None:
        return redirect("questions:triage", slug)
    return redirect("questions:triage_one", slug, following)


def _page(
    request: OfficialRequest, conference: Conference, question: Question | None, sent: Any = None
) -> HttpResponse:
    user = request.user
    queue, waiting = desk.queue_of(conference, question.number if question else None)
    context: dict[str, Any] = {
        "queue": queue,
        "waiting": waiting,
        "counts": question_counts(conference),
        "undoable": desk.last_step(conference, user),
        "may_choose": may_choose(user, conference),
    }
    if question:
        context |= _opened(request, question, sent)
    return framed(
        request,
        "questions/triage.html",
        conference,
        stage="questions",
        status=409 if sent and sent.non_field_errors() else 200,
        **context,
    )


def _opened(request: OfficialRequest, question: Question, sent: Any) -> dict[str, Any]:
    user, suggestion = request.user, getattr(question, "suggestion", None)
    is_new = question.state == QuestionState.RECEIVED
    topic = desk.topic_of(question) if is_new else None
    aside = sent if isinstance(sent, SetAsideForm) else SetAsideForm(question)
    return {
        "question": question,
        "slips": slips_of(user, question),
        "suggestion": suggestion,
        "letter": desk.letter_of(question),
        "letter_reasons": desk.letter_reasons(question),
        "is_comparing": waiting_questions(question.conference).filter(pk=question.pk).exists(),
        "beside": desk.beside(question),
        "holder": desk.holder_of(question, user),
        "is_new": is_new,
        "form": sent
        if isinstance(sent, desk.AcceptForm)
        else desk.accept_form(question, topic=topic),
        "topic_reason": topic[1] if topic else "",
        "aside": aside,
        "sent": sent,
        "following": next_received(question),
        "preceding": desk.preceding(question),
        "steps": list(steps_of(question)),
        "may_pass_on": may_pass_on(user, question.conference),
    }


def _question_or_404(request: OfficialRequest, conference: Conference, number: int) -> Question:
    question = desk.open_question(request.user, conference, number)
    if question is None:
        raise Http404
    return question


def _listed(request: OfficialRequest) -> str:
    return listing.way_back(QueryDict(request.POST["danh-sach"]).dict())


def _version(request: OfficialRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else -1
