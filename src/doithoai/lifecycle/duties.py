"""What each agency owes by a day, in every room, heaped by kind, agency and day."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from doithoai.answers.models import Referral
from doithoai.answers.states import WITH_AGENCY
from doithoai.conclusions.models import Commitment
from doithoai.conclusions.states import CommitmentState, NoticeState
from doithoai.directory.models import Agency
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.standing import Standing, standings
from doithoai.lifecycle.works import works_in
from doithoai.planning.models import AssignmentUnit, Conference, Milestone
from doithoai.planning.states import AssignmentState, ConferenceState
from doithoai.programme.models import Preparation, Speech
from doithoai.programme.states import OPEN_PREPARATIONS, SPEECH_WITH_AGENCY

KINDS = {
    "answers": ("Trả lời {} câu hỏi", "draft"),
    "send_office": ("Gửi bảng tổng hợp câu hỏi tới Văn phòng", "send_office"),
    "refer": ("Chuyển {} câu hỏi đã chọn", "refer"),
    "appraise": ("Thẩm định {} câu trả lời", "appraise"),
    "approve": ("Duyệt {} câu trả lời", "approve"),
    "delegates": ("Cử {} đại biểu", "nominate"),
    "tasks": ("Làm {} nhiệm vụ trong kế hoạch", "tasks"),
    "speeches": ("Soạn {} bài phát biểu", "draft_speeches"),
    "appraise_speeches": ("Thẩm định {} bài phát biểu", "appraise_speeches"),
    "approve_speeches": ("Duyệt {} bài phát biểu", "approve_speeches"),
    "preparations": ("Chuẩn bị xong {} việc", "prepare"),
    "budget_write": ("Lập dự toán", "budget_write"),
    "budget_appraise": ("Thẩm định dự toán", "budget_appraise"),
    "budget_approve": ("Duyệt dự toán", "budget_approve"),
    "budget_answer": ("Ghi ý kiến của cấp có thẩm quyền về dự toán", "budget_answer"),
    "notice_draft": ("Trình, công bố thông báo kết luận", "draft_notice"),
    "notice_sign": ("Ký thông báo kết luận", "sign_notice"),
    "sign_minutes": ("Ký biên bản", "sign_minutes"),
    "promises": ("Thực hiện {} cam kết", "promises"),
    "judge_reports": ("Xác nhận {} báo cáo thực hiện cam kết", "judge_reports"),
    "decide_extensions": ("Quyết định gia hạn {} cam kết", "decide_extensions"),
    "data_requests": ("Trả lời {} yêu cầu về dữ liệu cá nhân", "questions"),
    "letters": ("Chuyển {} đơn theo luật", "questions"),
    "milestone": ("{}", "milestone"),
}
"""How each kind is told, and the key of the page that does it."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One heap: `count` things of a kind an agency owes by `due`; `left` working days, < 0 late."""

    kind: str
    conference: Conference
    agency: Agency
    due: date
    left: int
    count: int = 1
    name: str = ""
    thing: int = 0

    @property
    def what(self) -> str:
        """`Trả lời 3 câu hỏi`."""
        return KINDS[self.kind][0].format(self.name or self.count)

    @property
    def works(self) -> int:
        """How many pieces of work it is."""
        return works_in(self.kind, self.count)

    @property
    def page(self) -> str:
        """The key of the page that does it."""
        return KINDS[self.kind][1]

    @property
    def late(self) -> bool:
        """Whether its day is past."""
        return self.left < 0

    @property
    def key(self) -> str:
        """The same heap has the same key, whatever its size today."""
        parts = (self.kind, self.conference.pk, self.agency.pk, self.due.isoformat(), self.thing)
        return ":".join(str(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Owed:
    """A heap as its room counts it, with keys only; `thing` when the heap is one thing."""

    kind: str
    conference: int
    agency: int
    due: date
    count: int = 1
    name: str = ""
    thing: int = 0


def duties_due(
    conference: Conference, *, today: date, within: timedelta, standing: Standing | None = None
) -> list[Duty]:
    """Everything owed in one conference by `today` + `within`, the earliest first."""
    known = {conference.pk: standing} if standing else None
    return duties_by([conference], today=today, within=within, known=known)


def duties_by(
    conferences: Iterable[Conference],
    *,
    today: date,
    within: timedelta,
    known: dict[int, Standing] | None = None,
    agency: Agency | None = None,
) -> list[Duty]:
    """The same over many conferences, of one agency if given. A fixed number of queries.

    `known` are their standings, when the caller has them.
    """
    by_key = {one.pk: one for one in conferences if one.state == ConferenceState.ISSUED}
    issued = list(by_key.values())
    known = standings(issued, today=today) if known is None else known
    reach = Reach(issued, known, today, today + within)
    owed = [one for room in ROOMS for one in room(reach)]
    if agency:
        owed = [one for one in owed if one.agency == agency.pk]
    agencies = Agency.objects.in_bulk({one.agency for one in owed})
    calendar = work_calendar()
    duties = [
        Duty(
            *(one.kind, by_key[one.conference], agencies[one.agency], one.due),
            *(calendar.left(today, one.due), one.count, one.name, one.thing),
        )
        for one in owed
    ]
    return sorted(duties, key=lambda duty: (duty.due, duty.agency.name, duty.kind))


def late_by_agency(duties: Iterable[Duty]) -> dict[Agency, list[Duty]]:
    """Agencies with late duties, the one that owes most first."""
    heaps: dict[Agency, list[Duty]] = defaultdict(list)
    for duty in duties:
        if duty.late:
            heaps[duty.agency].append(duty)
    return dict(sorted(heaps.items(), key=lambda item: -sum(duty.works for duty in item[1])))


@dataclass(frozen=True, slots=True)
class Reach:
    """Which conferences are asked, how they stand, and the last day that counts."""

    conferences: list[Conference]
    standings: dict[int, Standing]
    today: date
    until: date


def _answers(reach: Reach) -> Iterator[Owed]:
    found = Referral.objects.filter(
        question__conference__in=reach.conferences,
        due__lte=reach.until,
        answer__state__in=sorted(WITH_AGENCY),
    )
    return _heaped("answers", found, "question__conference_id", "agency_id", "due")


def _tasks(reach: Reach) -> Iterator[Owed]:
    found = AssignmentUnit.objects.filter(
        assignment__conference__in=reach.conferences,
        assignment__due__lte=reach.until,
        agency__isnull=False,
        is_named=True,
    ).exclude(assignment__state=AssignmentState.DONE)
    return _heaped("tasks", found, "assignment__conference_id", "agency_id", "assignment__due")


def _speeches(reach: Reach) -> Iterator[Owed]:
    found = Speech.objects.filter(
        conference__in=reach.conferences,
        due__lte=reach.until,
        state__in=sorted(SPEECH_WITH_AGENCY),
    )
    return _heaped("speeches", found, "conference_id", "agency_id", "due")


def _preparations(reach: Reach) -> Iterator[Owed]:
    found = Preparation.objects.filter(
        conference__in=reach.conferences,
        due__lte=reach.until,
        agency__isnull=False,
        state__in=sorted(OPEN_PREPARATIONS),
    )
    return _heaped("preparations", found, "conference_id", "agency_id", "due")


def _promises(reach: Reach) -> Iterator[Owed]:
    found = Commitment.objects.filter(
        conference__in=reach.conferences, due__lte=reach.until, state=CommitmentState.OPEN
    )
    return _heaped("promises", found, "conference_id", "agency_id", "due")


def _delegates(reach: Reach) -> Iterator[Owed]:
    heaps: dict[tuple[int, int, date], int] = defaultdict(int)
    for one in reach.conferences:
        for share in reach.standings[one.pk].delegates.open_shares:
            if share.due and share.due <= reach.until:
                heaps[one.pk, share.agency_id, share.due] += share.lacking
    for (conference, agency, due), lacking in heaps.items():
        yield Owed("delegates", conference, agency, due, lacking)


def _handed_in(reach: Reach) -> Iterator[Owed]:
    for one in reach.conferences:
        for heap in reach.standings[one.pk].handed_in:
            if heap.due <= reach.until:
                yield Owed(heap.kind, one.pk, heap.agency_id, heap.due, heap.count)


def _sending(reach: Reach) -> Iterator[Owed]:
    for one in reach.conferences:
        of = reach.standings[one.pk]
        is_ahead = one.held_on is None or reach.today <= one.held_on
        if of.sending_day and of.sending_day <= reach.until and is_ahead and of.must_send:
            yield Owed("send_office", one.pk, one.host_id, of.sending_day)


def _budget(reach: Reach) -> Iterator[Owed]:
    for one in reach.conferences:
        of = reach.standings[one.pk].budget
        kind = f"budget_{of.turn}"
        if kind in KINDS and of.turn_agency and of.due and of.due <= reach.until:
            yield Owed(kind, one.pk, of.turn_agency, of.due)


def _notices(reach: Reach) -> Iterator[Owed]:
    for one in reach.conferences:
        of = reach.standings[one.pk].conclusions
        held = one.held_on is not None and one.held_on <= reach.today and not one.tentative
        if not held or of.notice == NoticeState.PUBLISHED:
            continue
        if of.notice_due and of.notice_due <= reach.until:
            if of.notice == NoticeState.SUBMITTED:
                yield Owed("notice_sign", one.pk, one.chair_id, of.notice_due)
            else:
                yield Owed("notice_draft", one.pk, one.office_id, of.notice_due)


def _by_law(reach: Reach) -> Iterator[Owed]:
    """Of those kept secret nothing: reminders are read by a whole agency."""
    for one in reach.conferences:
        of = reach.standings[one.pk].by_law
        owed = [("data_requests", one.host_id, due) for due in of.requests]
        owed += [("letters", key, due) for key, dues in of.letters.items() for due in dues]
        for (kind, agency, due), count in Counter(owed).items():
            if due <= reach.until:
                yield Owed(kind, one.pk, agency, due, count)


def _milestones(reach: Reach) -> Iterator[Owed]:
    hosts = {one.pk: one.host_id for one in reach.conferences}
    found = Milestone.objects.filter(
        conference__in=reach.conferences, due__gte=reach.today, due__lte=reach.until
    )
    for pk, key, due, name in found.values_list("pk", "conference_id", "due", "name"):
        yield Owed("milestone", key, hosts[key], due, name=name, thing=pk)


def _heaped(kind: str, found: "QuerySet[Any]", *by: str) -> Iterator[Owed]:
    """Rows counted by conference, agency and day."""
    for conference, agency, due, count in found.order_by().values_list(*by).annotate(Count("pk")):
        yield Owed(kind, conference, agency, due, count)


ROOMS: tuple[Callable[[Reach], Iterator[Owed]], ...] = (
    _answers,
    _delegates,
    _tasks,
    _speeches,
    _preparations,
    _handed_in,
    _sending,
    _budget,
    _notices,
    _promises,
    _by_law,
    _milestones,
)
