"""Commitments as lists and figures."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from doithoai.conclusions.models import Commitment, Extension, ProgressReport
from doithoai.conclusions.rules import late_up_to
from doithoai.conclusions.states import RUNNING, CommitmentState
from doithoai.directory.models import Agency
from doithoai.directory.queries import WorkCalendar
from doithoai.planning.models import Conference


def late_condition(today: date, calendar: WorkCalendar) -> Q:
    """The condition that a promise lies with its agency after its working day."""
    last = late_up_to(today, holidays=calendar.holidays, make_up=calendar.make_up)
    return Q(due__lte=last, state=CommitmentState.OPEN)


def commitments_of(conference: Conference) -> "QuerySet[Commitment]":
    """All commitments of a conference with agencies and question, by number."""
    return (
        Commitment.objects.filter(conference=conference)
        .select_related(
            "conference__place",
            "agency",
            "question__conference",
            "carried_from__conference",
            "carried_to__conference",
        )
        .prefetch_related("supporting")
        .order_by("number")
    )


def reports_of(commitment: Commitment) -> "QuerySet[ProgressReport]":
    """What was reported on a promise, newest first, without the files themselves."""
    return commitment.reports.defer("evidence").select_related("by__agency").order_by("-pk")


def extensions_of(commitment: Commitment) -> "QuerySet[Extension]":
    """Wishes for more time, newest first."""
    return commitment.extensions.select_related("asked_by__agency").order_by("-pk")


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """Which commitments are wanted; by number unless `by_due`."""

    agency: int | None = None
    state: str = ""
    late: bool = False
    by_due: bool = False


def commitments_wanted(
    conference: Conference, wanted: CommitmentFilter, *, today: date, calendar: WorkCalendar
) -> "QuerySet[Commitment]":
    """The commitments of an agency (leading or supporting), of a state, or late ones."""
    found = commitments_of(conference)
    if wanted.agency:
        supports = Commitment.supporting.through.objects.filter(
            commitment=OuterRef("pk"), agency=wanted.agency
        )
        found = found.filter(Q(agency=wanted.agency) | Exists(supports))
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.late:
        found = found.filter(late_condition(today, calendar))
    if wanted.by_due:
        closed = Case(When(state__in=sorted(RUNNING), then=0), default=1)
        found = found.order_by(closed, "due", "number")
    return found


def agencies_with_commitments(conference: Conference) -> "QuerySet[Agency]":
    """The agencies that have promised something."""
    made = Commitment.objects.filter(conference=conference, agency=OuterRef("pk"))
    return Agency.objects.filter(Exists(made)).order_by("name")


@dataclass(frozen=True, slots=True)
class CommitmentFigures:
    """How the commitments stand; all but `late` add up to `total`, `late` is part of `open`."""

    total: int = 0
    open: int = 0
    reported: int = 0
    kept: int = 0
    carried: int = 0
    cancelled: int = 0
    late: int = 0

    @property
    def in_time(self) -> int:
        """Under way and not late."""
        return self.open - self.late


def figures_of(
    commitments: "QuerySet[Commitment]", *, today: date, calendar: WorkCalendar
) -> CommitmentFigures:
    """The figures of a set of commitments. One query."""
    by_state = {state.value: Count("pk", filter=Q(state=state)) for state in CommitmentState}
    late = Count("pk", filter=late_condition(today, calendar))
    return CommitmentFigures(
        **commitments.order_by().aggregate(total=Count("pk"), late=late, **by_state)
    )
