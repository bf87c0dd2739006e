"""The eight stops of the rail, each from the true figures of its room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doithoai.budget.states import EstimateState
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.hall.states import SessionState
from doithoai.lifecycle.standing import Standing
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.questions.queries import takes_questions

UNOPENED, GO, NOW, DONE = "todo", "go", "now", "done"
WORDS = {UNOPENED: "Chưa mở", GO: "Đang làm", DONE: "Xong"}


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage on the rail; `share` of its work is done (0 to 1), `due` its next day."""

    number: int
    key: str
    name: str
    state: str
    share: float
    count: str
    short_count: str
    words: str
    late: int = 0
    due: date | None = None
    url: str | None = None


def stops_of(conference: Conference, standing: Standing, today: date) -> list[Stop]:
    """All eight, none of them marked as the current one."""
    return [
        _planning(conference, standing),
        _delegates(conference, standing),
        _questions(conference, standing, today),
        _answers(standing, today),
        _programme(standing),
        _budget(standing),
        _hall(conference, standing),
        _conclusions(standing),
    ]


def is_held(conference: Conference, standing: Standing, today: date) -> bool:
    """Whether the dialogue itself is over: its session is closed, or its day is past."""
    past = conference.held_on is not None and conference.held_on < today
    return standing.hall.is_over or (past and not conference.tentative)


def is_the_day(conference: Conference, standing: Standing, today: date) -> bool:
    """Whether the dialogue is today, by a day that is fixed, and has not ended."""
    fixed = conference.held_on is not None and not conference.tentative
    return fixed and conference.held_on == today and not standing.hall.is_over


def _planning(conference: Conference, standing: Standing) -> Stop:
    tasks = standing.tasks
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


def _delegates(conference: Conference, standing: Standing) -> Stop:
    people = standing.delegates
    seats = people.seats or conference.expected_delegates or 0
    named, accepted = people.named_seats, people.accepted_seats
    if not people.seats:
        named, accepted = people.nominated, people.accepted
    told = people.sent + people.coming + people.declined
    if not (people.allocated or people.nominated):
        words = "Đã có phân bổ" if people.lines else WORDS[UNOPENED]
        return Stop(
            2, "delegates", "Đại biểu", UNOPENED, 0.0, f"{seats} dự kiến", str(seats), words
        )
    full = accepted >= seats and not people.to_accept
    invited = bool(told) and not (people.to_invite or people.prepared or people.out_of_date)
    state = DONE if full and invited else GO
    return Stop(
        number=2,
        key="delegates",
        name="Đại biểu",
        state=state,
        share=_share(accepted, seats),
        count=f"{named} / {seats} đã cử",
        short_count=f"{named}/{seats}",
        words="Đã mời đủ" if state == DONE else f"{told} đã mời" if told else WORDS[GO],
        late=people.late,
        due=people.next_due,
    )


def _questions(conference: Conference, standing: Standing, today: date) -> Stop:
    counts = standing.questions
    decided = counts.total - counts.received
    opened = takes_questions(conference, today)
    if counts.total == 0 and not opened:
        state = UNOPENED
    else:
        state = DONE if counts.received == 0 and not opened else GO
    return Stop(
        number=3,
        key="questions",
        name="Câu hỏi",
        state=state,
        share=_share(decided, counts.total),
        count=f"{decided} / {counts.total} đã phân loại",
        short_count=f"{decided}/{counts.total}",
        words="Đang nhận" if opened else WORDS[state],
        due=conference.questions_until and max(conference.questions_until, today),
    )


def _answers(standing: Standing, today: date) -> Stop:
    """What is chosen and not yet referred is to be answered too."""
    counts = standing.answers
    total = counts.total + standing.questions.selected
    state = UNOPENED if counts.total == 0 else DONE if counts.published == total else GO
    dues = (heap.first_due for heap in standing.heaps if heap.first_due >= today)
    return Stop(
        number=4,
        key="answers",
        name="Trả lời",
        state=state,
        share=_share(counts.approved, total),
        count=f"{counts.approved} / {total} đã duyệt",
        short_count=f"{counts.approved}/{total}",
        words=WORDS[state],
        late=counts.late,
        due=min(dues, default=None),
    )


def _programme(standing: Standing) -> Stop:
    of = standing.programme
    if not (of.done or of.preparations or of.speeches):
        words = "Có dự kiến" if of.items else WORDS[UNOPENED]
        count = f"{of.items} mục"
        return Stop(5, "programme", "Chương trình", UNOPENED, 0.0, count, str(of.items), words)
    state = DONE if of.done == of.total else GO
    return Stop(
        number=5,
        key="programme",
        name="Chương trình",
        state=state,
        share=_share(of.done, of.total),
        count=f"{of.done} / {of.total} phần xong",
        short_count=f"{of.done}/{of.total}",
        words=WORDS[state],
        late=of.late,
        due=of.first_due,
    )


def _budget(standing: Standing) -> Stop:
    of = standing.budget
    if not of.state:
        return Stop(
            *(6, "budget", "Kinh phí", UNOPENED, 0.0, "Chưa có dự toán", "", WORDS[UNOPENED]),
            late=of.late,
            due=of.due,
        )
    judged = of.lines - of.pending
    return Stop(
        number=6,
        key="budget",
        name="Kinh phí",
        state=DONE if of.state == EstimateState.APPROVED else GO,
        share=_share(judged, of.lines),
        count=f"{judged} / {of.lines} dòng đã xét",
        short_count=f"{judged}/{of.lines}",
        words=EstimateState(of.state).label,
        late=of.late,
        due=of.due,
    )


def _hall(conference: Conference, standing: Standing) -> Stop:
    of, seating = standing.hall, standing.seating
    if of.state in {SessionState.RUNNING, SessionState.PAUSED, SessionState.CLOSED}:
        done = of.state == SessionState.CLOSED
        words = SessionState(of.state).label
        return Stop(
            *(7, "hall", "Hội trường", DONE if done else GO, _share(of.done, of.turns)),
            *(f"{of.done} / {of.turns} lượt hỏi", f"{of.done}/{of.turns}", words),
        )
    count = "Đã có địa điểm" if conference.venue else "Chưa có địa điểm"
    if not seating.seats:
        return Stop(7, "hall", "Hội trường", UNOPENED, 0.0, count, "", WORDS[UNOPENED])
    seated = f"{seating.seated} / {seating.people}"
    words = "Đã chốt chỗ ngồi" if seating.is_confirmed else "Đang xếp chỗ"
    return Stop(
        *(7, "hall", "Hội trường", UNOPENED, seating.share, f"{seated} có chỗ"),
        *(seated.replace(" ", ""), words),
    )


def _conclusions(standing: Standing) -> Stop:
    of = standing.conclusions
    if not (of.notice or of.total):
        return Stop(
            *(8, "conclusions", "Kết luận", UNOPENED, 0.0, "0 nhiệm vụ giao", "", WORDS[UNOPENED]),
            late=int(of.notice_late),
            due=of.notice_due,
        )
    done = of.notice == NoticeState.PUBLISHED and not of.running
    words = "Thông báo: " + NoticeState(of.notice).label.lower() if of.notice else WORDS[GO]
    open_heaps = (heap for heap in of.heaps if heap.state == CommitmentState.OPEN)
    return Stop(
        number=8,
        key="conclusions",
        name="Kết luận",
        state=DONE if done else GO,
        share=_share(of.kept, of.total),
        count=f"{of.kept} / {of.total} cam kết xong",
        short_count=f"{of.kept}/{of.total}",
        words=words if of.notice != NoticeState.PUBLISHED else "Đã công bố",
        late=of.late + int(of.notice_late),
        due=min((heap.first_due for heap in open_heaps), default=of.notice_due),
    )


def unopened(number: int, key: str, name: str, count: str) -> Stop:
    """A stop nobody has begun."""
    return Stop(number, key, name, UNOPENED, 0.0, count, "", WORDS[UNOPENED])


def unopened_end(venue: str) -> Iterable[Stop]:
    """Budget, hall and conclusions of a plan that is still being read."""
    return (
        unopened(6, "budget", "Kinh phí", "Chưa có dự toán"),
        unopened(7, "hall", "Hội trường", "Đã có địa điểm" if venue else "Chưa có địa điểm"),
        unopened(8, "conclusions", "Kết luận", "0 nhiệm vụ giao"),
    )


def _share(done: int, total: int) -> float:
    return min(1.0, done / total) if total else 0.0
