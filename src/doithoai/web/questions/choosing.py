"""Chọn câu ra hội trường: a set proposed for the time there is; the official adjusts it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from doithoai.lifecycle.choosing import ProposedHall, dialogue_minutes, proposed_hall
from doithoai.planning.models import Work
from doithoai.planning.permissions import may_do
from doithoai.questions.actions import settle_hall
from doithoai.questions.rules.choosing import ANSWERING_MINUTES, ASKING_MINUTES
from doithoai.web.framing import framed
from doithoai.web.questions import listing
from doithoai.web.questions.views import led_or_404
from doithoai.web.requests import OfficialRequest


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
    if request.method == "POST":
        numbers = listing.marked(request.POST)
        rest = settle_hall(conference, numbers=numbers, by=request.user)
        messages.success(
            request,
            f"Đã đưa {len(numbers)} câu ra hội trường; {len(rest)} câu còn lại ghi trả lời bằng "
            "văn bản, người gửi xem được khi tra cứu.",
        )
        return redirect("questions:hall", slug)
    times = {"phut": dialogue_minutes(conference), "hoi": ASKING_MINUTES, "dap": ANSWERING_MINUTES}
    asked = {name: request.GET[name] for name in times if name in request.GET}
    form = TimeForm(times | asked)
    if form.is_valid():
        times = form.cleaned_data
    found = proposed_hall(
        conference, minutes=times["phut"], asking=times["hoi"], answering=times["dap"]
    )
    return framed(
        request,
        "questions/choose.html",
        conference,
        stage="questions",
        form=form,
        found=found,
        added=[(listing.Row(one.question), one.reasons) for one in found.added],
        kept=[listing.Row(one.question) for one in found.kept],
        figures=_figures(found, times["phut"]),
        may_arrange=may_do(request.user, conference, Work.QUESTIONS),
    )


def _figures(found: ProposedHall, minutes: int) -> list[dict[str, Any]]:
    count = len(found.kept) + len(found.added)
    return [
        {"label": "Câu ra hội trường", "value": count},
        {"label": "Thời gian dùng", "value": f"{found.minutes} / {minutes} phút"},
        {"label": "Phiếu được nêu", "value": f"{found.asked} / {found.asked_in_all}"},
    ]
