"""How conclusions and promises of many conferences stand, for rails and desks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from doithoai.conclusions.models import (
    Commitment,
    Extension,
    Notice,
    ProgressReport,
    Satisfaction,
    Verdict,
)
from doithoai.conclusions.queries.commitments import late_condition
from doithoai.conclusions.rules import notice_due
from doithoai.conclusions.states import (
    RUNNING,
    CommitmentState,
    ExtensionState,
    NoticeState,
    ReportState,
)
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference


@dataclass(frozen=True, slots=True)
class CommitmentHeap:
    """Commitments of one agency in one state: how many, the earliest day, how many are late."""

    agency_id: int
    agency_name: str
    state: str
    count: int
    first_due: date
    late: int


@dataclass(frozen=True, slots=True)
class ConclusionsStanding:
    """How the last stage of a conference stands, and what waits there.

    `notice` is a NoticeState or "" before it is begun; `to_judge` reports and `to_decide` wishes
    for more time wait; `unsolved` promises were reported kept and an asker says otherwise.
    """

    notice: str = ""
    notice_due: date | None = None
    notice_late: bool = False
    heaps: list[CommitmentHeap] = field(default_factory=list)
    to_judge: int = 0
    to_decide: int = 0
    unsolved: int = 0

    @property
    def total(self) -> int:
        """All commitments."""
        return sum(heap.count for heap in self.heaps)

    @property
    def kept(self) -> int:
        """Those kept."""
        return sum(heap.count for heap in self.heaps if heap.state == CommitmentState.KEPT)

    @property
    def running(self) -> int:
        """Those open, or reported and waiting."""
        return sum(heap.count for heap in self.heaps if heap.state in RUNNING)

    @property
    def late(self) -> int:
        """Those late."""
        return sum(heap.late for heap in self.heaps)


def conclusions_standing_by(
    conferences: Iterable[Conference], *, today: date
) -> dict[int, ConclusionsStanding]:
    """The standing of every conference, by its key. Six queries, however many they are."""
    conferences = list(conferences)
    notices = {
        key: (state, is_complex)
        for key, state, is_complex in Notice.objects.filter(conference__in=conferences).values_list(
            "conference_id", "state", "is_complex"
        )
    }
    heaps = _heaps(conferences, today)
    running = {"commitment__conference__in": conferences, "commitment__state__in": sorted(RUNNING)}
    to_judge = _counted(ProgressReport.objects.filter(state=ReportState.PENDING, **running))
    to_decide = _counted(Extension.objects.filter(state=ExtensionState.ASKED, **running))
    unsolved = _unsolved(conferences)
    found = {}
    for one in conferences:
        state, is_complex = notices.get(one.pk, ("", False))
        due = notice_due(one.held_on, is_complex=is_complex)
        late = due is not None and due < today and state != NoticeState.PUBLISHED
        found[one.pk] = ConclusionsStanding(
            state,
            due,
            late,
            heaps.get(one.pk, []),
            to_judge.get(one.pk, 0),
            to_decide.get(one.pk, 0),
            unsolved.get(one.pk, 0),
        )
    return found


def _heaps(conferences: list[Conference], today: date) -> dict[int, list[CommitmentHeap]]:
    late = Count("pk", filter=late_condition(today, work_calendar()))
    rows = (
        Commitment.objects.filter(conference__in=conferences)
        .order_by()
        .values_list("conference_id", "agency_id", "agency__short_name", "state")
        .annotate(count=Count("pk"), first_due=Min("due"), late=late)
        .order_by("conference_id", "agency__short_name", "state")
    )
    heaps: dict[int, list[CommitmentHeap]] = {}
    for key, *heap in rows:
        heaps.setdefault(key, []).append(CommitmentHeap(*heap))
    return heaps


def _counted(waiting: "QuerySet[Any]") -> dict[int, int]:
    rows = waiting.order_by().values_list("commitment__conference_id").annotate(Count("pk"))
    return dict(rows)


def _unsolved(conferences: list[Conference]) -> dict[int, int]:
    said = Satisfaction.objects.filter(
        part__question=OuterRef("question"),
        verdict__in=[Verdict.NOT_SOLVED, Verdict.PARTLY],
        at__gt=OuterRef("closed_at"),
    )
    rows = (
        Commitment.objects.filter(
            Q(state=CommitmentState.KEPT), Exists(said), conference__in=conferences
        )
        .order_by()
        .values_list("conference_id")
        .annotate(Count("pk"))
    )
    return dict(rows)
