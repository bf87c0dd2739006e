"""Asking in three steps: the question, whom to report back to, check and send."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.planning.models import Conference, Topic
from doithoai.questions.actions import receive
from doithoai.questions.queries import collection_point_of, draft_files, submission_by_token
from doithoai.questions.rules import notice_on
from doithoai.web.portal import limits
from doithoai.web.portal.access import personal_page
from doithoai.web.portal.attaching import token_from
from doithoai.web.portal.kept import kept_conference
from doithoai.web.portal.naming import frame
from doithoai.web.public import shown
from doithoai.web.public.blank import drawn_once
from doithoai.web.public.drafts import Drafts, drafts_of
from doithoai.web.public.forms import QuestionForm, SenderForm
from doithoai.web.public.notices import notice_shown
from doithoai.web.refusals import try_action

WORDS = frozenset({"text", "topic"})
"""What the first step writes; the second shows none of it."""
STEP, TOKEN, POINT = "buoc", "phieu", "diem"
GONE = "Phiếu đang viết để quá lâu nên không còn. Viết lại câu hỏi rồi bấm Tiếp tục."


@dataclass(frozen=True, slots=True)
class Asking:
    """One visit to the form: for which conference, which draft, what was written so far."""

    request: HttpRequest
    conference: Conference
    drafts: Drafts
    token: UUID
    written: dict[str, Any] | None

    def page(self, template: str, step: int, form: forms.Form, lost: str = "") -> HttpResponse:
        """Show a step; a refused or mistaken one keeps what was typed."""
        context = {
            "conference": self.conference,
            "form": form,
            "step": step,
            "token": self.token,
            "written": self.written or {},
            "topic": self.topic,
            "files": draft_files(self.token) if self.written is not None else [],
            "point": self.request.GET.get(POINT, ""),
            "late": shown.late_words(self.conference, clock.today()),
            "back": self.address(step - 1) if step > 1 else "",
            "change_text": self.address(1),
            "lost": lost,
            **frame(self.conference),
        }
        context["notice"] = notice_shown(notice_on(clock.today()), context["host"])
        return render(self.request, template, context, status=_status(form))

    @property
    def topic(self) -> Topic | None:
        """The topic of the plan the sender chose, if any."""
        chosen = (self.written or {}).get("topic")
        topics = self.conference.topics.all()
        return next((topic for topic in topics if str(topic.position) == chosen), None)

    def address(self, step: int) -> str:
        """Where a step of this draft is."""
        query = urlencode({STEP: str(step), TOKEN: str(self.token)})
        return f"{reverse('public:ask', args=[self.conference.slug])}?{query}"

    def go(self, step: int) -> HttpResponse:
        """On to a step."""
        return redirect(self.address(step))


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Gửi câu hỏi, one thing a page; nothing typed is lost by going back or reloading."""
    conference = kept_conference(slug)
    token = token_from(request.POST.get(TOKEN) or request.GET.get(TOKEN)) or uuid4()
    drafts = drafts_of(request, slug)
    asking = Asking(request, conference, drafts, token, drafts.read(token))
    step = STEPS.get(request.GET.get(STEP, ""), _question)
    if asking.written is None and step is not _question:
        return _sent_or_gone(asking)
    closed = shown.window_words(conference, clock.today())
    if closed and asking.written is None:
        context = {"conference": conference, "closed": closed, **frame(conference)}
        return render(request, "public/closed.html", context)
    if _is_blank(asking, step):
        stand = (conference.pk, conference.version, clock.today())
        name = ":".join(map(str, (step.__name__, *stand)))
        return drawn_once(request, name, token, lambda: step(asking))
    return step(asking)


def _is_blank(asking: Asking, step: Callable[[Asking], HttpResponse]) -> bool:
    """Whether the page to be shown holds nothing of this visitor's but a draft's name."""
    if asking.request.method != "GET":
        return False
    if step is _question:
        return asking.written is None and not asking.request.GET
    is_new = step is _sender and WORDS.issuperset(asking.written or ())
    return is_new and not draft_files(asking.token).exists()


def _question(asking: Asking) -> HttpResponse:
    request = asking.request
    is_sent = request.method == "POST"
    is_over = is_sent and limits.is_over(request, "gui", limits.SENDS)
    files = request.FILES if is_sent and not is_over else None
    is_full = bool(files) and limits.is_over(request, "tep", limits.FILES)
    form = QuestionForm(
        asking.conference,
        request.POST if is_sent else None,
        None if is_full else files,
        initial=asking.written,
        token=asking.token,
    )
    if files:
        _count_files(request, form, is_full)
    is_fit = is_over or not is_sent or _kept(form)
    if _passes(asking, form) and is_fit:
        at = {POINT: request.GET[POINT]} if request.GET.get(POINT) else {}
        asking.drafts.write(asking.token, {**_words(form), **at})
        return asking.go(2)
    return asking.page("public/ask_question.html", 1, form)


def _count_files(request: HttpRequest, form: QuestionForm, is_full: bool) -> None:
    limits.count(request, "gui")
    limits.count(request, "tep", len(request.FILES.getlist("papers")))
    if is_full:
        form.full_clean()
        form.add_error("papers", limits.TOO_MANY_FILES)


def _kept(form: QuestionForm) -> bool:
    form.is_valid()
    return form.keep() if form.files or form.kept else True


def _words(form: QuestionForm) -> dict[str, str]:
    return {name: form.cleaned_data.get(name, "") for name in sorted(WORDS)}


def _sender(asking: Asking) -> HttpResponse:
    has_files = draft_files(asking.token).exists()
    form = SenderForm(asking.request.POST or None, initial=asking.written, has_files=has_files)
    if _passes(asking, form):
        asking.drafts.write(asking.token, form.cleaned_data)
        return asking.go(3)
    return asking.page("public/ask_sender.html", 2, form)


def _send(asking: Asking) -> HttpResponse:
    written = dict(asking.written or {})
    if "consents_contact" not in written:
        return asking.go(2)
    form = forms.Form(asking.request.POST if asking.request.method == "POST" else None)
    if _passes(asking, form):
        point = collection_point_of(asking.conference, written.pop(POINT, ""))
        own = {"token": asking.token, "collection_point": point, "topic": asking.topic}
        values = written | own
        sent = try_action(form, lambda: receive(asking.conference, by=None, **values))
        if sent:
            asking.drafts.forget(asking.token)
            return redirect("public:receipt", asking.conference.slug, sent.code)
    return asking.page("public/ask_check.html", 3, form)


STEPS: dict[str, Callable[[Asking], HttpResponse]] = {"1": _question, "2": _sender, "3": _send}


def _passes(asking: Asking, form: forms.Form) -> bool:
    if asking.request.method != "POST" or not form.is_valid():
        return False
    if limits.is_over(asking.request, "gui", limits.SENDS):
        form.add_error(None, forms.ValidationError(limits.TOO_MANY_SENDS, "flood"))
        return False
    limits.count(asking.request, "gui")
    return True


def _sent_or_gone(asking: Asking) -> HttpResponse:
    sent = submission_by_token(asking.conference, asking.token)
    if sent:
        return redirect("public:receipt", asking.conference.slug, sent.code)
    return asking.page(
        "public/ask_question.html",
        1,
        QuestionForm(asking.conference, token=asking.token),
        lost=GONE,
    )


def _status(form: forms.Form) -> int:
    if form.has_error("__all__", "flood"):
        return 429
    return 409 if form.non_field_errors() else 200
