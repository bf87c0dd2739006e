"""Số liệu: what came, drawn by topic, field, place, channel and day."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from doithoai.lifecycle.intake_figures import UNKNOWN, IntakeFigures, Tally, intake_figures
from doithoai.web.framing import framed
from doithoai.web.questions.views import led_or_404
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import Sheet, workbook_response

HEADS = {
    "topics": ("Nội dung", "Theo nội dung của kế hoạch"),
    "fields": ("Cơ quan", "Theo cơ quan trả lời"),
    "places": ("Nơi", "Theo nơi ở, nơi làm việc"),
    "channels": ("Cách gửi", "Theo cách gửi"),
    "days": ("Ngày", "Theo ngày nhận"),
}

TIED = 3
"""So many that tie are named; more are counted."""


@require_safe
def figures(request: OfficialRequest, slug: str) -> HttpResponse:
    """Five charts, each with its table; all of them as one workbook."""
    conference = led_or_404(request, slug)
    found = intake_figures(conference)
    if "xlsx" in request.GET:
        return workbook_response(f"so-lieu-{slug}", *_sheets(found))
    charts = [
        (_title(title, head, getattr(found, key)), _bars(getattr(found, key)), head)
        for key, (head, title) in HEADS.items()
        if getattr(found, key)
    ]
    return framed(
        request,
        "questions/figures.html",
        conference,
        stage="questions",
        charts=charts if found.days else [],
        legend=("Số phiếu",),
    )


def _title(title: str, head: str, tallies: Iterable[Tally]) -> str:
    """The chart's sentence: what it counts, what stands out, what is not known."""
    tallies = list(tallies)
    most = max((tally.slips for tally in tallies if tally.name not in UNKNOWN), default=0)
    first = [one for one in tallies if one.name not in UNKNOWN and one.slips == most]
    unknown = [f"{one.slips} phiếu {_small(one.name)}" for one in tallies if one.name in UNKNOWN]
    said = "; ".join([*([_most(first, head.lower(), most)] if most else []), *unknown])
    return f"{title}: {said}" if said else title


def _most(first: list[Tally], noun: str, slips: int) -> str:
    names = [shorten(one.name, 40, placeholder=" …") for one in first]
    if len(names) == 1:
        return f"nhiều nhất {names[0]}, {slips} phiếu"
    who = ", ".join(names) if len(names) <= TIED else f"{len(names)} {noun}"
    return f"nhiều nhất {who}, mỗi {noun} {slips} phiếu"


def _small(name: str) -> str:
    return name[0].lower() + name[1:]


def _bars(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    return [{"label": _short(tally.name), "values": (tally.slips,)} for tally in tallies]


def _short(name: str) -> str:
    return shorten(name, 60, placeholder=" …")


def _sheets(found: IntakeFigures) -> list[Sheet]:
    return [
        Sheet(title[:31], (head, "Số phiếu"), [(t.name, t.slips) for t in getattr(found, key)])
        for key, (head, title) in HEADS.items()
    ]
