"""What waits for a person: in one conference, by the role of their agency and their own right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from doithoai.answers.models import Referral
from doithoai.answers.states import AnswerState
from doithoai.directory.models import User
from doithoai.planning.models import Assignment, Conference
from doithoai.planning.states import AssignmentState, ConferenceState
from doithoai.questions.states import QuestionState


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


def waiting_for(user: User, conference: Conference, *, today: date) -> list[Waiting]:
    """Everything of the conference that waits for this person, late and early dues first."""
    if not user.drafts:
        return []
    found = [
        *_as_host(user, conference),
        *_as_office(user, conference),
        *_as_appraiser(user, conference),
        *_as_chair(user, conference),
        *_as_department(user, conference, today),
        *_as_unit(user, conference, today),
    ]
    return sorted(found, key=lambda w: (-w.late, w.due or date.max))


def _as_host(user: User, conference: Conference) -> Iterator[Waiting]:
    if user.agency_id != conference.host_id:
        return
    count = conference.questions.filter(state=QuestionState.RECEIVED).count()
    if count:
        yield Waiting(
            "classify",
            count,
            "Phân loại câu hỏi mới",
            "Chọn, hoặc để ngoài kèm lý do",
            conference.questions_until,
        )


def _as_office(user: User, conference: Conference) -> Iterator[Waiting]:
    if user.agency_id != conference.office_id:
        return
    if conference.state == ConferenceState.DRAFT:
        yield Waiting(
            "issue", 1, "Ghi số, ngày ban hành kế hoạch", "Ban hành xong mới nhận câu hỏi"
        )
    elif conference.questions_from is None or conference.questions_until is None:
        yield Waiting("window", 1, "Đặt thời gian nhận câu hỏi", "Kế hoạch không ghi đủ ngày")
    if conference.state == ConferenceState.ISSUED and conference.tentative:
        yield Waiting("fix_day", 1, "Xin chủ trương về ngày tổ chức", "Kế hoạch còn ghi dự kiến")
    count = conference.questions.filter(state=QuestionState.SELECTED).count()
    if count:
        yield Waiting("refer", count, "Chuyển câu hỏi đã chọn", "Giao cơ quan trả lời, đặt hạn")
    count = _referrals(conference, AnswerState.APPROVED).count()
    if count:
        yield Waiting("publish", count, "Công bố câu trả lời đã duyệt", "Người hỏi đang chờ")


def _as_appraiser(user: User, conference: Conference) -> Iterator[Waiting]:
    waiting = _referrals(conference, AnswerState.SUBMITTED)
    if user.agency_id == conference.office_id:
        waiting = waiting.exclude(agency_id=conference.office_id)
    elif user.agency_id == conference.host_id:
        waiting = waiting.filter(agency_id=conference.office_id)
    else:
        return
    names = list(waiting.order_by("due").values_list("agency__short_name", flat=True))
    if names:
        agencies = ", ".join(f"{names.count(n)} của {n}" for n in list(dict.fromkeys(names))[:3])
        yield Waiting("appraise", len(names), "Thẩm định câu trả lời", agencies)


def _as_chair(user: User, conference: Conference) -> Iterator[Waiting]:
    if user.agency_id != conference.chair_id or not user.approves:
        return
    count = _referrals(conference, AnswerState.APPRAISED).count()
    if count:
        yield Waiting("approve", count, "Duyệt câu trả lời", "Văn phòng đã thẩm định")


def _as_department(user: User, conference: Conference, today: date) -> Iterator[Waiting]:
    mine = Referral.objects.filter(question__conference=conference, agency_id=user.agency_id or 0)
    for state, key, title, why in (
        (AnswerState.RETURNED, "revise", "Sửa câu trả lời bị trả lại", "Xem lý do trả lại"),
        (AnswerState.DRAFT, "draft", "Soạn câu trả lời", "Câu hỏi được giao chủ trì"),
    ):
        dues = list(mine.filter(answer__state=state).order_by("due").values_list("due", flat=True))
        if dues:
            late = sum(due < today for due in dues)
            yield Waiting(key, len(dues), title, why, dues[0], late)


def _as_unit(user: User, conference: Conference, today: date) -> Iterator[Waiting]:
    tasks = (
        Assignment.objects.filter(
            Q(units__agency_id=user.agency_id, units__is_named=True), conference=conference
        )
        .exclude(state=AssignmentState.DONE)
        .distinct()
    )
    dues = list(tasks.values_list("due", flat=True))
    if dues and conference.state == ConferenceState.ISSUED:
        known = sorted(due for due in dues if due)
        late = sum(due < today for due in known)
        first = known[0] if known else None
        yield Waiting(
            "tasks", len(dues), "Nhiệm vụ trong kế hoạch", "Ghi tiến độ khi có", first, late
        )


def _referrals(conference: Conference, state: AnswerState) -> "QuerySet[Referral]":
    return Referral.objects.filter(question__conference=conference, answer__state=state)
