"""One agency's work in all conferences: late, today, this week, later, handed in, approved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from doithoai.answers.models import Referral
from doithoai.answers.queries import referrals_of_agency
from doithoai.answers.states import APPROVED_STATES, WITH_AGENCY
from doithoai.directory.models import Agency, User
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.duties import Duty, duties_by
from doithoai.lifecycle.standing import Standing, standings
from doithoai.lifecycle.waiting import Waiting, waiting_for
from doithoai.planning.models import Conference, Milestone
from doithoai.planning.queries import conferences_for
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

HANDED_IN, APPROVED = "handed", "approved"
LATE, TODAY, WEEK, LATER = "late", "today", "week", "later"
NAMES = {
    LATE: "Trễ hạn",
    TODAY: "Hôm nay",
    WEEK: "Tuần này",
    LATER: "Sau tuần này",
    HANDED_IN: "Đã nộp, chờ thẩm định, chờ duyệt",
    APPROVED: "Đã duyệt",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A referral with the working days left (negative when late)."""

    referral: Referral
    is_leading: bool
    left: int

    @property
    def wording(self) -> str:
        """The question's wording, its personal data masked."""
        return mask(nfc(self.referral.question.wording))


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """Referrals whose day falls in one stretch of time."""

    key: str
    name: str
    duties: list[Asked]


def asked_groups(agency: Agency, *, today: date) -> list[AskedGroup]:
    """What the agency leads or supports, grouped by its day; empty groups are left out."""
    calendar = work_calendar()
    heaps: dict[str, list[Asked]] = {key: [] for key in NAMES}
    for referral in referrals_of_agency(agency):
        left = calendar.left(today, referral.due)
        duty = Asked(referral, referral.agency_id == agency.pk, left)
        heaps[_heap(referral, today)].append(duty)
    return [AskedGroup(key, NAMES[key], duties) for key, duties in heaps.items() if duties]


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Duties of all rooms whose day falls in one stretch of time."""

    key: str
    name: str
    duties: list[Duty]


@dataclass(frozen=True, slots=True)
class ConferenceWork:
    """What waits for a person in one conference."""

    conference: Conference
    standing: Standing
    waiting: list[Waiting]

    @property
    def count(self) -> int:
        """How many pieces of work wait."""
        return sum(heap.works for heap in self.waiting)

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(heap.late_works for heap in self.waiting)

    @property
    def late_words(self) -> str:
        """`2 trễ hạn`."""
        return f"{self.late} trễ hạn"


def work_of(user: User, *, today: date) -> list[ConferenceWork]:
    """Every conference of the person with what waits there, most first."""
    conferences = list(conferences_for(user))
    stand = standings(conferences, today=today, agency=user.agency)
    work = [
        ConferenceWork(one, stand[one.pk], waiting_for(user, one, stand[one.pk], today=today))
        for one in conferences
    ]
    return sorted(work, key=lambda w: (-w.late, -w.count, w.conference.short_title))


def due_groups(agency: Agency, work: Iterable[ConferenceWork], *, today: date) -> list[DueGroup]:
    """What the agency owes by the end of the week in every room but answers, which stand apart."""
    work = list(work)
    duties = duties_by(
        [item.conference for item in work],
        today=today,
        within=_week_end(today) - today,
        known={item.conference.pk: item.standing for item in work},
        agency=agency,
    )
    heaps: dict[str, list[Duty]] = {LATE: [], TODAY: [], WEEK: []}
    for duty in (duty for duty in duties if duty.kind != "answers"):
        key = LATE if duty.late else TODAY if duty.due == today else WEEK
        heaps[key].append(duty)
    return [DueGroup(key, NAMES[key], found) for key, found in heaps.items() if found]


def coming_milestones(conferences: Iterable[Conference], *, today: date) -> list[Milestone]:
    """The next days to keep in these conferences."""
    return list(
        Milestone.objects.filter(conference__in=list(conferences), due__gte=today)
        .select_related("conference")
        .order_by("due", "pk")[:6]
    )


def _heap(referral: Referral, today: date) -> str:
    if referral.answer.state in APPROVED_STATES:
        return APPROVED
    if referral.answer.state not in WITH_AGENCY:
        return HANDED_IN
    if referral.due < today:
        return LATE
    if referral.due == today:
        return TODAY
    return WEEK if referral.due <= _week_end(today) else LATER


def _week_end(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())
