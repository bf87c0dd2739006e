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
    "fields": ("Cơ quan", "Theo lĩnh vực, cơ quan trả lời"),
    "places": ("Nơi", "Theo nơi ở, nơi làm việc"),
    "channels": ("Cách gửi", "Theo cách gửi"),
    "days": ("Ngày", "Theo ngày nhận"),
}


@require_safe
def figures(request: OfficialRequest, slug: str) -> HttpResponse:
    """Five charts, each with its table; all of them as one workbook."""
    conference = led_or_404(request, slug)
    found = intake_figures(conference)
    if "xlsx" in request.GET:
        return workbook_response(f"so-lieu-{slug}", *_sheets(found))
    charts = [
        (_title(title, getattr(found, key)), _bars(getattr(found, key)), head)
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


def _title(title: str, tallies: Iterable[Tally]) -> str:
    """The chart's sentence: what it counts, and what of the known stands out."""
    known = [tally for tally in tallies if tally.name not in UNKNOWN and tally.slips]
    if not known:
        return title
    most = max(known, key=lambda tally: tally.slips)
    return f"{title}: nhiều nhất {shorten(most.name, 40, placeholder=' …')}, {most.slips} phiếu"


def _bars(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    return [{"label": _short(tally.name), "values": (tally.slips,)} for tally in tallies]


def _short(name: str) -> str:
    return shorten(name, 60, placeholder=" …")


def _sheets(found: IntakeFigures) -> list[Sheet]:
    return [
        Sheet(title[:31], (head, "Số phiếu"), [(t.name, t.slips) for t in getattr(found, key)])
        for key, (head, title) in HEADS.items()
    ]
