"""Không bỏ sót: what became of everything that came, and who still waits."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from doithoai.lifecycle.outcomes import OPEN, Outcome, Outcomes, ended, outcomes_of, without_outcome
from doithoai.questions.permissions import may_pass_on
from doithoai.questions.queries.letters import shown_to
from doithoai.web.framing import framed
from doithoai.web.questions import listing
from doithoai.web.questions.views import led_or_404
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import asked_as_file, sheet_response

PAGE = 15
LINKS = {
    Outcome.UNSORTED: "received",
    Outcome.CHOSEN: "selected",
    Outcome.ANSWERING: "referred",
    Outcome.SET_ASIDE: "set_aside",
}
ENDED = {
    "hoi-truong": Outcome.IN_HALL,
    "van-ban": Outcome.IN_WRITING,
    "rut": Outcome.WITHDRAWN,
}
HEAD = ("Mã", "Câu hỏi, kiến nghị", "Số phần đang chờ", "Trạng thái")


@require_safe
def outcomes(request: OfficialRequest, slug: str) -> HttpResponse:
    """Every part of every slip by its outcome, and the questions without one."""
    conference = led_or_404(request, slug)
    outcome = ENDED.get(request.GET.get("ket-qua", ""))
    listed = ended(conference, outcome) if outcome else without_outcome(conference)
    waiting = shown_to(request.user, listed)
    if kind := asked_as_file(request.GET):
        rows = (
            (one.code, listing.Row(one).wording, vars(one)["waiting"], one.get_state_display())
            for one in waiting
        )
        return sheet_response(f"chua-co-ket-qua-{slug}", HEAD, rows, kind)
    page = Paginator(waiting, PAGE).get_page(request.GET.get("trang"))
    found = outcomes_of(conference)
    return framed(
        request,
        "questions/outcomes.html",
        conference,
        stage="questions",
        page=page,
        rows=[listing.Row(question) for question in page],
        found=found,
        outcome=outcome.value if outcome else "",
        figures=_figures(found),
        bars=_bars(found, sees_letters=may_pass_on(request.user, conference)),
        bars_legend=("Số phần",),
        chart_title=_title(found),
    )


def _figures(found: Outcomes) -> list[dict[str, Any]]:
    return [
        {"label": "Phiếu đã nhận", "value": found.submissions},
        {"label": "Phần phải có kết quả", "value": found.parts},
        {"label": "Đã có kết quả", "value": found.with_one},
        {"label": "Chưa có kết quả", "value": found.without, "tone": "late" * bool(found.without)},
    ]


def _bars(found: Outcomes, *, sees_letters: bool) -> list[dict[str, Any]]:
    return [
        {
            "label": outcome.value,
            "values": (count,),
            "tone": 3 if outcome in OPEN else 1,
            "url": _list_of(outcome, sees_letters=sees_letters),
        }
        for outcome, count in found.counts.items()
    ]


def _list_of(outcome: Outcome, *, sees_letters: bool) -> str:
    """Where the questions of an outcome are listed; letters only for those who sort them."""
    if outcome in LINKS:
        return f"../?trang-thai={LINKS[outcome]}"
    ended_by = {one: key for key, one in ENDED.items()}
    if outcome in ended_by:
        return f"?ket-qua={ended_by[outcome]}"
    return "../don-thu/" if sees_letters else ""


def _title(found: Outcomes) -> str:
    if not found.parts:
        return "Chưa nhận ý kiến nào"
    if not found.without:
        return f"Cả {found.parts} phần đều đã có kết quả"
    return f"{found.without} trong {found.parts} phần chưa có kết quả"
