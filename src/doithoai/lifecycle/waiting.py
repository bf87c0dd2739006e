"""What waits for a person: in one conference, by the role of their agency and their own right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from doithoai.answers.states import AnswerState
from doithoai.directory.models import User
from doithoai.lifecycle.standing import Standing
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState


@dataclass(frozen=True, slots=True)
class Waiting:
    """A heap of work of one kind; `key` names the page that does it."""

    key: str
    count: int
    title: str
    why: str
    due: date | None = None
    late: int = 0

    @property
    def late_words(self) -> str:
        """`2 trễ hạn`."""
        return f"{self.late} trễ hạn"


def waiting_for(user: User, conference: Conference, standing: Standing) -> list[Waiting]:
    """Everything of the conference that waits for this person, late and early dues first."""
    if not user.drafts:
        return []
    found = [
        *_as_host(user, conference, standing),
        *_as_office(user, conference, standing),
        *_as_appraiser(user, conference, standing),
        *_as_chair(user, conference, standing),
        *_as_department(user, standing),
        *_as_unit(conference, standing),
    ]
    return sorted(found, key=lambda w: (-w.late, w.due or date.max))


def _as_host(user: User, conference: Conference, standing: Standing) -> Iterator[Waiting]:
    if user.agency_id == conference.host_id and standing.questions.received:
        yield Waiting(
            "classify",
            standing.questions.received,
            "Phân loại câu hỏi mới",
            "Chọn, hoặc để ngoài kèm lý do",
            conference.questions_until,
        )


def _as_office(user: User, conference: Conference, standing: Standing) -> Iterator[Waiting]:
    if user.agency_id != conference.office_id:
        return
    yield from _before_the_day(conference)
    if standing.questions.selected:
        count = standing.questions.selected
        yield Waiting("refer", count, "Chuyển câu hỏi đã chọn", "Giao cơ quan trả lời, đặt hạn")
    count = _count(standing, AnswerState.APPROVED)
    if count:
        yield Waiting("publish", count, "Công bố câu trả lời đã duyệt", "Người hỏi đang chờ")


def _before_the_day(conference: Conference) -> Iterator[Waiting]:
    if conference.state == ConferenceState.DRAFT:
        why = "Ban hành xong mới nhận câu hỏi"
        yield Waiting("issue", 1, "Ghi số, ngày ban hành kế hoạch", why)
        return
    if conference.questions_from is None or conference.questions_until is None:
        yield Waiting("window", 1, "Đặt thời gian nhận câu hỏi", "Kế hoạch không ghi đủ ngày")
    if conference.tentative:
        yield Waiting("fix_day", 1, "Xin chủ trương về ngày tổ chức", "Kế hoạch còn ghi dự kiến")


def _as_appraiser(user: User, conference: Conference, standing: Standing) -> Iterator[Waiting]:
    submitted = [heap for heap in standing.heaps if heap.state == AnswerState.SUBMITTED]
    ranked = (conference.office_id, conference.host_id, conference.chair_id)
    mine = [
        heap
        for heap in submitted
        if user.agency_id == next((key for key in ranked if key != heap.agency_id), None)
    ]
    if mine:
        mine.sort(key=lambda heap: heap.first_due)
        why = ", ".join(f"{heap.count} của {heap.agency_name}" for heap in mine[:3])
        count = sum(heap.count for heap in mine)
        yield Waiting("appraise", count, "Thẩm định câu trả lời", why)


def _as_chair(user: User, conference: Conference, standing: Standing) -> Iterator[Waiting]:
    if user.agency_id == conference.chair_id and user.approves:
        count = _count(standing, AnswerState.APPRAISED)
        if count:
            yield Waiting("approve", count, "Duyệt câu trả lời", "Văn phòng đã thẩm định")


def _as_department(user: User, standing: Standing) -> Iterator[Waiting]:
    for state, key, title, why in (
        (AnswerState.RETURNED, "revise", "Sửa câu trả lời bị trả lại", "Xem lý do trả lại"),
        (AnswerState.DRAFT, "draft", "Soạn câu trả lời", "Câu hỏi được giao chủ trì"),
    ):
        for heap in standing.heaps:
            if heap.state == state and heap.agency_id == user.agency_id:
                yield Waiting(key, heap.count, title, why, heap.first_due, heap.late)


def _as_unit(conference: Conference, standing: Standing) -> Iterator[Waiting]:
    tasks = standing.open_tasks
    if tasks.count and conference.state == ConferenceState.ISSUED:
        title, why = "Nhiệm vụ trong kế hoạch", "Ghi tiến độ khi có"
        yield Waiting("tasks", tasks.count, title, why, tasks.first_due, tasks.late)


def _count(standing: Standing, state: AnswerState) -> int:
    return sum(heap.count for heap in standing.heaps if heap.state == state)
