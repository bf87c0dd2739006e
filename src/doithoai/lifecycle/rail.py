"""The rail of stages: where a conference stands, in the order official plans name."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from doithoai.hall.states import SessionState
from doithoai.lifecycle.standing import Standing
from doithoai.lifecycle.stops import (
    DONE,
    GO,
    NOW,
    UNOPENED,
    Stop,
    is_held,
    is_the_day,
    stops_of,
    unopened,
    unopened_end,
)
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState

HALL_NUMBER = 7
HALL_IS_LIVE = {SessionState.RUNNING, SessionState.PAUSED}


@dataclass(frozen=True, slots=True)
class Rail:
    """The eight stages and the pin of the conference day before the hall."""

    stops: list[Stop]
    pin: str | None
    pin_after: int

    @property
    def current(self) -> Stop:
        """The stage where the conference stands now."""
        return next((stop for stop in self.stops if stop.state == NOW), self.stops[-1])


def rail_of(conference: Conference, standing: Standing, *, today: date) -> Rail:
    """All stages with true counts; exactly one is `now` until everything is done."""
    stops = stops_of(conference, standing, today)
    current = current_of(conference, standing, stops, today)
    stops = [replace(stop, state=NOW) if stop.key == current else stop for stop in stops]
    return Rail(stops, pin_text(conference, today), HALL_NUMBER - 1)


def current_of(
    conference: Conference, standing: Standing, stops: list[Stop], today: date
) -> str | None:
    """The earliest stage that still blocks the next milestone; None when all is done.

    A plan not issued blocks everything; on the day itself all looks at the hall; after it only
    the conclusions are ahead. Before it, among stages at work, the one with the nearest day to
    keep, then the first in order; with none at work, the first not begun.
    """
    if conference.state != ConferenceState.ISSUED:
        return "planning"
    if standing.hall.state in HALL_IS_LIVE or is_the_day(conference, standing, today):
        return "hall"
    if is_held(conference, standing, today):
        return "conclusions" if stops[-1].state != DONE else None
    working = [stop for stop in stops[: HALL_NUMBER - 1] if stop.state == GO]
    if working:
        return min(working, key=lambda stop: (_next_day(stop, today), stop.number)).key
    return next((stop.key for stop in stops if stop.state == UNOPENED), None)


def rail_of_reading(facts: dict[str, Any], *, confirmed: int, total: int, today: date) -> Rail:
    """The road before a conference is open: the plan is at work, the rest is what it states."""
    time = facts.get("time") or {}
    day = time.get("date")
    ahead = Conference(
        held_on=date.fromisoformat(day) if day else None,
        held_month=time.get("month") or "",
        tentative=bool(time.get("tentative")),
    )
    items = sum(len(part["items"]) for part in facts.get("programme") or [])
    count, words = f"{confirmed} / {total} dữ kiện", "Đang xác nhận"
    share = confirmed / total if total else 0.0
    stops = [
        Stop(1, "planning", "Kế hoạch", NOW, share, count, f"{confirmed}/{total}", words),
        unopened(2, "delegates", "Đại biểu", f"{facts.get('expected_delegates') or 0} dự kiến"),
        unopened(3, "questions", "Câu hỏi", f"{len(facts.get('topics') or [])} nội dung"),
        unopened(4, "answers", "Trả lời", "0 câu"),
        unopened(5, "programme", "Chương trình", f"{items} mục"),
        *unopened_end(facts.get("venue") or ""),
    ]
    return Rail(stops, pin_text(ahead, today), HALL_NUMBER - 1)


def pin_text(conference: Conference, today: date) -> str | None:
    """What the pin says: `Dự kiến 24/10 · còn 17 ngày`; nothing after the day."""
    day = conference.held_on
    if day is None:
        if not conference.held_month:
            return None
        year, month = conference.held_month.split("-")
        past = (int(year), int(month)) < (today.year, today.month)
        return None if past else f"Dự kiến tháng {int(month)}/{year}"
    left = (day - today).days
    if left < 0:
        return None
    if left == 0:
        return "Hôm nay"
    if conference.tentative:
        return f"Dự kiến {day.day}/{day.month} · còn {left} ngày"
    return f"{day.day}/{day.month}/{day.year} · còn {left} ngày"


def _next_day(stop: Stop, today: date) -> date:
    """The next day the stage has to keep; one without a day ahead comes last."""
    return stop.due if stop.due and stop.due >= today else date.max
