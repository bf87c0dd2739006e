"""How each agency keeps its word."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from doithoai.conclusions.models import Commitment, Verdict
from doithoai.conclusions.queries.asking import verdicts_by_question
from doithoai.conclusions.rules import is_late, kept_in_time
from doithoai.conclusions.states import CommitmentState
from doithoai.directory.models import Agency
from doithoai.directory.queries import WorkCalendar
from doithoai.planning.models import Conference

IN_TIME, KEPT_LATE, RUNNING, OVERDUE = "in_time", "kept_late", "running", "overdue"


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    """One agency's promises by how they ended or stand, and its askers' verdicts.

    `in_time`, `kept_late`, `running`, `overdue`, `carried` and `cancelled` add up to `total`.
    """

    agency: Agency
    counts: Counter[str]
    verdicts: Counter[str]

    @property
    def total(self) -> int:
        """All its promises."""
        return self.counts.total()

    @property
    def in_time(self) -> int:
        """Kept by their day."""
        return self.counts[IN_TIME]

    @property
    def kept_late(self) -> int:
        """Kept after their day."""
        return self.counts[KEPT_LATE]

    @property
    def running(self) -> int:
        """Under way with time left, or waiting to be confirmed."""
        return self.counts[RUNNING]

    @property
    def overdue(self) -> int:
        """Not kept after their day."""
        return self.counts[OVERDUE]

    @property
    def carried(self) -> int:
        """Followed on in a later conference."""
        return self.counts[CommitmentState.CARRIED]

    @property
    def cancelled(self) -> int:
        """Given up, with a reason."""
        return self.counts[CommitmentState.CANCELLED]

    @property
    def solved(self) -> int:
        """Askers who say it is solved."""
        return self.verdicts[Verdict.SOLVED]

    @property
    def partly(self) -> int:
        """Askers who say it is solved in part."""
        return self.verdicts[Verdict.PARTLY]

    @property
    def not_solved(self) -> int:
        """Askers who say it is not."""
        return self.verdicts[Verdict.NOT_SOLVED]


def records_by_agency(
    conference: Conference, *, today: date, calendar: WorkCalendar
) -> list[AgencyRecord]:
    """Every agency that promised something, most promises first. Two queries."""
    commitments = list(
        Commitment.objects.filter(conference=conference).select_related("agency").order_by("number")
    )
    asked = {one.question_id for one in commitments if one.question_id}
    verdicts = verdicts_by_question(asked)
    counts: dict[Agency, Counter[str]] = {}
    questions: dict[Agency, set[int]] = {}
    for one in commitments:
        counts.setdefault(one.agency, Counter())[standing_of(one, today, calendar)] += 1
        questions.setdefault(one.agency, set()).add(one.question_id or 0)
    records = [
        AgencyRecord(
            agency,
            count,
            sum((verdicts.get(key, Counter()) for key in questions[agency]), Counter()),
        )
        for agency, count in counts.items()
    ]
    return sorted(records, key=lambda record: (-record.total, record.agency.name))


def standing_of(commitment: Commitment, today: date, calendar: WorkCalendar) -> str:
    """In which column of the report a promise stands."""
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    state = commitment.state
    if state == CommitmentState.KEPT and commitment.kept_on:
        return IN_TIME if kept_in_time(commitment.kept_on, commitment.due, **days) else KEPT_LATE
    if state == CommitmentState.OPEN and is_late(commitment.due, today, **days):
        return OVERDUE
    if state in {CommitmentState.OPEN, CommitmentState.REPORTED}:
        return RUNNING
    return state
