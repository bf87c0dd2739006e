"""Tách: one slip that holds several matters is cut before the sentences marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.matching.matters import propose_parts
from doithoai.questions.actions import split
from doithoai.questions.models import Part
from doithoai.questions.permissions import may_choose
from doithoai.questions.states import OPEN_STATES
from doithoai.vietnamese.personal_data import mask
from doithoai.web.framing import framed
from doithoai.web.questions.triage_desk import open_question
from doithoai.web.questions.triage_forms import CutsForm
from doithoai.web.questions.views import led_or_404
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import require

_SENTENCE = re.compile(r"[^\n.?!;]*(?:[.?!;]+(?!\d)|\n+|$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a slip; before `place` the slip may be cut, `reason` says why."""

    text: str
    place: int | None
    reason: str
    is_marked: bool


@require_http_methods(["GET", "HEAD", "POST"])
def cut(request: OfficialRequest, slug: str, number: int, key: int) -> HttpResponse:
    """One slip of a question, sentence by sentence, with the cuts that are proposed."""
    conference = led_or_404(request, slug)
    question = open_question(request.user, conference, number)
    part = get_object_or_404(Part.objects.select_related("submission"), pk=key, question=question)
    require(may_choose(request.user, conference))
    places = [place for place, _ in _sentences(part.text) if place]
    form = CutsForm(places, request.POST or None, initial={"version": part.question.version})
    if form.is_valid():
        cuts = [part.start + place for place in form.cleaned_data["cuts"]]
        version = form.cleaned_data["version"]
        found = try_action(form, lambda: split(part, cuts=cuts, version=version, by=request.user))
        if found:
            codes = ", ".join(one.code for one in found)
            messages.success(request, f"Đã tách thành {len(found)} câu: {codes}.")
            return redirect("questions:triage_one", slug, number)
    return framed(
        request,
        "questions/split.html",
        conference,
        stage="questions",
        status=409 if form.non_field_errors() else 200,
        question=question,
        part=part,
        form=form,
        sentences=_shown(part.text, set(map(int, form["cuts"].value() or ())), form.is_bound),
        can_split=part.question.state in OPEN_STATES,
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends; blanks go with the sentence before them."""
    start = 0
    for match in _SENTENCE.finditer(text):
        end = match.end()
        while end < len(text) and text[end].isspace():
            end += 1
        if text[start:end].strip() and end > start:
            yield start, end
            start = end
    if text[start:].strip():
        yield start, len(text)


def _shown(text: str, marked: set[int], is_sent: bool) -> list[Sentence]:
    proposed = {one.start: one.reason for one in propose_parts(text) if one.start}
    sentences = []
    for start, end in _sentences(text):
        reason = next((why for at, why in proposed.items() if start <= at < end), "")
        is_marked = start in marked if is_sent else bool(reason and start)
        sentences.append(Sentence(mask(text[start:end].strip()), start or None, reason, is_marked))
    return sentences
