"""The rail of stages: where a conference stands, in the order official plans name."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from doithoai.answers.queries import AnswerCounts
from doithoai.lifecycle.standing import Standing
from doithoai.planning.models import Conference
from doithoai.planning.queries import TaskCounts
from doithoai.planning.states import ConferenceState
from doithoai.questions.queries import QuestionCounts, takes_questions

TODO, GO, NOW, DONE = "todo", "go", "now", "done"
WORDS = {TODO: "Chưa mở", GO: "Đang làm", DONE: "Xong"}
HALL_NUMBER = 7


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage on the rail; `share` of its work is done (0 to 1)."""

    number: int
    key: str
    name: str
    state: str
    share: float
    count: str
    short_count: str
    words: str
    late: int = 0
    url: str | None = None


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
    """All stages with true counts; exactly one is `now` while anything is under way."""
    stops = [
        _planning(conference, standing.tasks),
        _delegates(conference, standing.has_quotas),
        _questions(conference, standing.questions, today),
        _answers(standing.answers),
        _programme(standing.agenda_items),
        *_unopened_end(conference.venue),
    ]
    return Rail(_with_current(stops), pin_text(conference, today), HALL_NUMBER - 1)


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
        _unopened(2, "delegates", "Đại biểu", f"{facts.get('expected_delegates') or 0} dự kiến"),
        _unopened(3, "questions", "Câu hỏi", f"{len(facts.get('topics') or [])} nội dung"),
        _unopened(4, "answers", "Trả lời", "0 câu"),
        _unopened(5, "programme", "Chương trình", f"{items} mục"),
        *_unopened_end(facts.get("venue") or ""),
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


def _with_current(stops: list[Stop]) -> list[Stop]:
    current = next((stop for stop in stops if stop.state == GO), None) or next(
        (stop for stop in stops if stop.state == TODO), None
    )
    return [replace(stop, state=NOW) if stop is current else stop for stop in stops]


def _planning(conference: Conference, tasks: TaskCounts) -> Stop:
    issued = conference.state == ConferenceState.ISSUED
    return Stop(
        number=1,
        key="planning",
        name="Kế hoạch",
        state=DONE if issued else GO,
        share=1.0 if issued else 0.5,
        count=f"{tasks.done} / {tasks.total} nhiệm vụ xong",
        short_count=f"{tasks.done}/{tasks.total}",
        words=conference.get_state_display(),
        late=tasks.late,
    )


def _delegates(conference: Conference, laid: bool) -> Stop:
    seats = conference.expected_delegates or 0
    words = "Đã có phân bổ" if laid else WORDS[TODO]
    return Stop(2, "delegates", "Đại biểu", TODO, 0.0, f"{seats} dự kiến", str(seats), words)


def _questions(conference: Conference, counts: QuestionCounts, today: date) -> Stop:
    decided = counts.total - counts.received
    opened = takes_questions(conference, today)
    if counts.total == 0 and not opened:
        state = TODO
    else:
        state = DONE if counts.received == 0 and not opened else GO
    return Stop(
        number=3,
        key="questions",
        name="Câu hỏi",
        state=state,
        share=decided / counts.total if counts.total else 0.0,
        count=f"{decided} / {counts.total} đã phân loại",
        short_count=f"{decided}/{counts.total}",
        words="Đang nhận" if opened else WORDS[state],
    )


def _answers(counts: AnswerCounts) -> Stop:
    state = TODO if counts.total == 0 else DONE if counts.published == counts.total else GO
    return Stop(
        number=4,
        key="answers",
        name="Trả lời",
        state=state,
        share=counts.approved / counts.total if counts.total else 0.0,
        count=f"{counts.approved} / {counts.total} đã duyệt",
        short_count=f"{counts.approved}/{counts.total}",
        words=WORDS[state],
        late=counts.late,
    )


def _programme(items: int) -> Stop:
    words = "Có dự kiến" if items else WORDS[TODO]
    return Stop(5, "programme", "Chương trình", TODO, 0.0, f"{items} mục", str(items), words)


def _unopened_end(venue: str) -> list[Stop]:
    place = "Đã có địa điểm" if venue else "Chưa có địa điểm"
    return [
        _unopened(6, "budget", "Kinh phí", "Chưa có dự toán"),
        _unopened(HALL_NUMBER, "hall", "Hội trường", place),
        _unopened(8, "conclusions", "Kết luận", "0 nhiệm vụ giao"),
    ]


def _unopened(number: int, key: str, name: str, count: str) -> Stop:
    return Stop(number, key, name, TODO, 0.0, count, "", WORDS[TODO])
