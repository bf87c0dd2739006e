"""What everyone may read: the notice, the promises and their state, as pages and as data."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from doithoai.answers.queries import published_answers
from doithoai.audit import clock
from doithoai.conclusions.models import NoticePart
from doithoai.conclusions.queries import (
    agencies_with_commitments,
    commitments_of,
    commitments_wanted,
    extensions_of,
    figures_of,
    items_by_part,
    published_notice,
    reports_of,
    verdicts_by_question,
)
from doithoai.conclusions.rules import notice_due
from doithoai.conclusions.states import ExtensionState, ReportState
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference
from doithoai.web.conclusions import listing, open_data
from doithoai.web.portal.access import conference_or_404, open_page
from doithoai.web.portal.naming import frame, full_name, hidden
from doithoai.web.portal.promises import shown, steps_of
from doithoai.web.sheets import csv_response

PAGE = 20


@open_page
def notice(request: HttpRequest, slug: str) -> HttpResponse:
    """Thông báo kết luận in its four parts, or by which day it will be there."""
    conference = conference_or_404(slug)
    found = published_notice(conference)
    parts = items_by_part(found) if found else []
    context = {
        "conference": conference,
        "notice": found,
        "parts": [(part, [_line(item, conference) for item in items]) for part, items in parts],
        "due": notice_due(conference.held_on, is_complex=False),
        "assigned": NoticePart.ASSIGNED,
        **frame(conference),
    }
    return render(request, "conclusions/public_notice.html", context)


@open_page
def commitments(request: HttpRequest, slug: str) -> HttpResponse:
    """Các cam kết: each with its state in words, by agency or state."""
    conference, today, calendar = conference_or_404(slug), clock.today(), work_calendar()
    wanted = listing.wanted(request.GET)
    found = commitments_wanted(conference, wanted, today=today, calendar=calendar)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    agencies = agencies_with_commitments(conference)
    names = [(str(one.pk), full_name(one, conference.place)) for one in agencies]
    query = listing.rest(request.GET)
    context = {
        "conference": conference,
        "page": page,
        "rows": [shown(one, today, calendar) for one in page],
        "figures": figures_of(conference.commitments.all(), today=today, calendar=calendar),
        "form": listing.PublicFilter(names, request.GET),
        "query": urlencode(query),
        "filtered": query,
        **frame(conference),
    }
    return render(request, "conclusions/public_commitments.html", context)


@open_page
def commitment(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Một cam kết: who promised what, by when, what was done, what the askers say."""
    conference = conference_or_404(slug)
    found = get_object_or_404(commitments_of(conference), number=number)
    question = found.question
    reports, extensions = list(reports_of(found)), list(extensions_of(found))
    verdicts = verdicts_by_question([question.pk] if question else [])
    context = {
        "conference": conference,
        "one": shown(found, clock.today(), work_calendar(), verdicts),
        "commitment": found,
        "first_due": _first_due(extensions),
        "steps": steps_of(found, reports, extensions, in_public=True),
        "links": [
            one.evidence_url
            for one in reports
            if one.evidence_url and one.state == ReportState.ACCEPTED
        ],
        "answer": published_answers(question.conference).filter(referral__question=question).first()
        if question
        else None,
        "wording": hidden(question.wording) if question else "",
        **frame(conference),
    }
    return render(request, "conclusions/public_commitment.html", context)


@open_page
def commitments_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Dữ liệu mở: every commitment as CSV, with the mark that Excel wants for Vietnamese."""
    conference = conference_or_404(slug)
    rows = ([row[name] for name in open_data.COLUMNS] for row in _data(conference))
    return csv_response(f"cam-ket-{slug}", open_data.COLUMNS, rows)


@open_page
def commitments_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Dữ liệu mở: the same as JSON."""
    conference = conference_or_404(slug)
    data = {"hoi_nghi": conference.short_title, "ma": slug, "cam_ket": _data(conference)}
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _data(conference: Conference) -> list[dict[str, Any]]:
    today, calendar = clock.today(), work_calendar()
    found = list(commitments_of(conference).prefetch_related("extensions"))
    verdicts = verdicts_by_question({one.question_id for one in found if one.question_id})
    return [open_data.row(shown(one, today, calendar, verdicts)) for one in found]


def _first_due(extensions: list[Any]) -> Any:
    granted = [one for one in extensions if one.state == ExtensionState.GRANTED]
    return min((one.old_due for one in granted), default=None)


def _line(item: Any, conference: Conference) -> dict[str, Any]:
    agency = full_name(item.agency, conference.place) if item.agency else ""
    return {"text": hidden(item.text), "agency": agency, "due": item.due}
