"""Figures of a conference as the charts and lists take them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from doithoai.directory.models import User
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.agency_work import ConferenceWork
from doithoai.lifecycle.duties import Duty, late_by_agency
from doithoai.lifecycle.readiness import Readiness
from doithoai.planning.models import Conference, Milestone
from doithoai.planning.permissions import may_prepare
from doithoai.questions.queries import QuestionCounts
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.working_days import working_days_between
from doithoai.web.framing import stage_urls
from doithoai.web.waiting import page_of

CONFERENCE_HEAD = (
    "Hội nghị",
    "Số kế hoạch",
    "Cơ quan chủ trì tổ chức",
    "Ngày tổ chức",
    "Việc chờ tôi",
    "Trễ hạn",
)
LOAD_LEGEND = ("Đã duyệt", "Chờ thẩm định, chờ duyệt", "Đang soạn", "Trễ hạn")


def conference_rows(work: Iterable[ConferenceWork]) -> Iterator[tuple[Any, ...]]:
    """The list of conferences for Excel."""
    for item in work:
        conference = item.conference
        yield (
            conference.short_title,
            conference.number,
            conference.host.name,
            conference.held_words,
            item.count,
            item.late,
        )


def load_chart(conference: Conference, load: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How each agency stands, as rows of bars."""
    page = reverse("answers:answers", args=[conference.slug])
    return [
        {
            "label": row["agency__short_name"],
            "values": (row["approved"], row["waiting"], row["drafting"], row["late"]),
            "url": f"{page}?co-quan={row['agency_id']}",
        }
        for row in load
    ]


def late_rows(duties: Iterable[Duty]) -> dict[str, Any] | None:
    """Agencies that are late: what each owes and for how long; None when none is."""
    heaps = late_by_agency(duties)
    if not heaps:
        return None
    rows = [
        {
            "agency": agency,
            "what": ", ".join(_once(duty.what for duty in owed)),
            "days": max(-duty.left for duty in owed),
        }
        for agency, owed in heaps.items()
    ]
    count = sum(duty.works for owed in heaps.values() for duty in owed)
    return {"title": f"Trễ hạn {count} việc", "rows": rows, "agencies": len(rows)}


def _once(words: Iterable[str]) -> Iterable[str]:
    """Each of them once, all but the first beginning small, as inside a sentence."""
    first, *others = dict.fromkeys(words)
    return [first, *(other[0].lower() + other[1:] for other in others)]


def readiness_rows(
    conference: Conference, found: Readiness, user: User, today: date
) -> dict[str, Any]:
    """What is missing for the next stage; to those who lead with the page that mends it.

    Others get the page of the stage, if they may enter it.
    """
    stages, leads = stage_urls(user, conference), may_prepare(user, conference)
    calendar = work_calendar()
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    needs = [
        {
            "need": need,
            "url": page_of(conference, need.key) if leads else stages.get(need.stage, ""),
            "left": working_days_between(today, need.due, **days) if need.due else None,
        }
        for need in found.needs
    ]
    return {"title": f"Còn thiếu để {found.ahead}", "needs": needs, "ahead": found.ahead}


def outcomes(counts: QuestionCounts) -> list[dict[str, Any]]:
    """Where all questions went; the rows add up to all that came."""
    rows = (
        ("Đã trả lời", counts.answered, 1),
        ("Đang trả lời", counts.referred, 2),
        ("Đã chọn, chờ chuyển", counts.selected, 2),
        ("Để ngoài, có lý do", counts.set_aside, 2),
        ("Chưa phân loại", counts.received, 3),
    )
    return [{"label": label, "values": (value,), "tone": tone} for label, value, tone in rows]


def milestone_steps(milestones: Iterable[Milestone], today: date) -> list[dict[str, str]]:
    """Milestones with today standing among them."""
    steps = [(m.due, m.name, m.reason, "past" if m.due < today else "future") for m in milestones]
    if steps:
        steps.append((today, "Hôm nay", "", "now"))
    steps.sort(key=lambda step: (step[0], step[3] != "now"))
    return [
        {"date": short_date(day), "text": name, "detail": reason, "state": state}
        for day, name, reason, state in steps
    ]
