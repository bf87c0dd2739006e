"""Chọn câu ra hội trường: a set proposed for the time there is; the official adjusts it."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from doithoai.lifecycle.choosing import (
    Cover,
    ProposedHall,
    ProposedQuestion,
    dialogue_minutes,
    proposed_hall,
)
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do
from doithoai.questions.actions import settle_hall, thin_hall
from doithoai.questions.rules.choosing import ANSWERING_MINUTES, ASKING_MINUTES
from doithoai.web.framing import framed
from doithoai.web.questions import listing
from doithoai.web.questions.views import led_or_404
from doithoai.web.requests import OfficialRequest

LEFT = {
    "topic": "Nội dung của kế hoạch chưa có câu nào",
    "agency": "Cơ quan có câu hỏi mà chưa được chọn",
    "place": "Nơi có câu hỏi mà chưa được chọn",
    "point": "Điểm thu thập có câu hỏi mà chưa được chọn",
}
"""What stays uncovered, under what title; without anything to cover there is no title."""


class TimeForm(forms.Form):
    """How much time there is, and what one question takes of it."""

    phut = forms.IntegerField(label="Thời gian đối thoại", min_value=1, max_value=600)
    hoi = forms.IntegerField(label="Mỗi câu hỏi", min_value=1, max_value=60)
    dap = forms.IntegerField(label="Mỗi câu trả lời", min_value=1, max_value=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget = forms.TextInput({"size": "4", "inputmode": "numeric"})
            field.error_messages |= dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"),
                f"{field.label}: nhập số phút, ví dụ 5.",
            )


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: OfficialRequest, slug: str) -> HttpResponse:
    """The proposal for the time given; the marked ones go to the hall in the topics' order."""
    conference = led_or_404(request, slug)
    if request.method != "POST":
        return _page(request, conference, request.GET, None)
    numbers = listing.marked(request.POST)
    if request.POST.get("viec") == "tinh":
        return _page(request, conference, request.POST, numbers)
    if request.POST.get("viec") == "rut":
        dropped = thin_hall(conference, numbers=numbers, by=request.user)
        messages.success(request, f"Đã rút {len(dropped)} câu. Các câu này trả lời bằng văn bản.")
        return redirect(f"{request.path}?{urlencode(_typed(request.POST))}")
    rest = settle_hall(conference, numbers=numbers, by=request.user)
    messages.success(
        request,
        f"Đã đưa {len(numbers)} câu ra hội trường; {len(rest)} câu còn lại ghi trả lời bằng "
        "văn bản, người gửi xem được khi tra cứu.",
    )
    return redirect("questions:hall", slug)


def _page(
    request: OfficialRequest, conference: Conference, sent: QueryDict, numbers: list[int] | None
) -> HttpResponse:
    """The proposal, counted for the marked ones, for all of it without marks."""
    times = {"phut": dialogue_minutes(conference), "hoi": ASKING_MINUTES, "dap": ANSWERING_MINUTES}
    form = TimeForm(times | _typed(sent))
    if form.is_valid():
        times = form.cleaned_data
    found = proposed_hall(
        conference, minutes=times["phut"], asking=times["hoi"], answering=times["dap"]
    )
    ticked = [one.question.number for one in found.added] if numbers is None else numbers
    return framed(
        request,
        "questions/choose.html",
        conference,
        stage="questions",
        form=form,
        times=times,
        found=found,
        added=[_row(one, found, ticked) for one in found.added],
        kept=[_row(one, found, ticked) for one in found.kept],
        surplus=[_row(one, found, ticked) for one in found.surplus],
        over=len(found.kept) * found.each - times["phut"],
        counted=found.counted(ticked),
        left=_left(conference, found, ticked),
        may_arrange=may_do(request.user, conference, Work.QUESTIONS),
    )


def _typed(sent: QueryDict) -> dict[str, str]:
    return {name: sent.get(name, "") for name in TimeForm.base_fields if name in sent}


def _row(one: ProposedQuestion, found: ProposedHall, ticked: Collection[int]) -> dict[str, Any]:
    places = {cover: place for place, cover in enumerate(found.everything)}
    return {
        "row": listing.Row(one.question),
        "reasons": one.reasons,
        "covers": " ".join(str(places[cover]) for cover in sorted(one.covers)),
        "ticked": one.question.number in ticked,
    }


def _left(
    conference: Conference, found: ProposedHall, ticked: Collection[int]
) -> list[tuple[str, list[tuple[int, str, bool]]]]:
    """By kind: each thing that could be covered, with its place and whether nothing covers it."""
    topics = {
        str(topic.position): f"{topic.position}. {topic.text}" for topic in conference.topics.all()
    }
    left = found.counted(ticked).left

    def shown(cover: Cover) -> str:
        return topics.get(cover[1], cover[1]) if cover[0] == "topic" else cover[1]

    kinds = {
        title: [
            (place, shown(cover), cover in left)
            for place, cover in enumerate(found.everything)
            if cover[0] == kind
        ]
        for kind, title in LEFT.items()
    }
    return [(title, things) for title, things in kinds.items() if things]
