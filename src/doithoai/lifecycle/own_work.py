"""What lies with agencies in the room of the programme, and which works the plan gave them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Min, Q

from doithoai.directory.models import Agency
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.queries import OpenTasks, Telling, open_tasks_by, telling_by
from doithoai.programme.models import Preparation, Speech
from doithoai.programme.states import OPEN_PREPARATIONS, SPEECH_WITH_AGENCY

NOTHING_OPEN = OpenTasks(0, None, 0)


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What one agency has to do in one conference, besides answers and promises.

    `works` are those in its own hands; `holders` the short names of all agencies of each work.
    """

    tasks: OpenTasks = NOTHING_OPEN
    preparations: OpenTasks = NOTHING_OPEN
    works: frozenset[str] = field(default_factory=frozenset)
    holders: dict[str, list[str]] = field(default_factory=dict)
    telling: Telling = Telling()

    @property
    def tells_the_press(self) -> bool:
        """Whether the conference's news and coverage lie with the agency."""
        return Work.PUBLICITY in self.works


@dataclass(frozen=True, slots=True)
class SpeechHeap:
    """Speeches of one agency in one state: how many, the earliest day, how many are late."""

    agency_id: int
    state: str
    count: int
    first_due: date | None
    late: int


def own_work_by(
    conferences: Iterable[Conference], agency: Agency | None, *, today: date
) -> dict[int, OwnWork]:
    """What the agency has to do in each conference. Five queries; none without an agency."""
    wanted = list(conferences)
    if agency is None:
        return {}
    tasks = open_tasks_by(wanted, agency, today=today)
    preparations = _preparations(wanted, agency, today)
    works, holders = _works(wanted, agency)
    telling = telling_by(wanted, agency)
    return {
        one.pk: OwnWork(
            tasks.get(one.pk, NOTHING_OPEN),
            preparations.get(one.pk, NOTHING_OPEN),
            frozenset(works[one.pk]),
            holders[one.pk],
            telling[one.pk],
        )
        for one in wanted
    }


def speech_heaps_by(
    conferences: Iterable[Conference], *, today: date
) -> dict[int, list[SpeechHeap]]:
    """All speeches of each conference, heaped by agency and state. One query."""
    late = Q(due__lt=today, state__in=sorted(SPEECH_WITH_AGENCY))
    rows = (
        Speech.objects.filter(conference__in=list(conferences))
        .order_by("conference_id", "agency_id", "state")
        .values_list("conference_id", "agency_id", "state")
        .annotate(count=Count("pk"), first_due=Min("due"), late=Count("pk", filter=late))
    )
    heaps: dict[int, list[SpeechHeap]] = {}
    for key, *heap in rows:
        heaps.setdefault(key, []).append(SpeechHeap(*heap))
    return heaps


def _works(
    conferences: list[Conference], agency: Agency
) -> tuple[dict[int, set[str]], dict[int, dict[str, list[str]]]]:
    works: dict[int, set[str]] = defaultdict(set)
    holders: dict[int, dict[str, list[str]]] = defaultdict(dict)
    mandates = Mandate.objects.filter(conference__in=conferences).order_by("agency__name")
    for key, work, holder, name in mandates.values_list(
        "conference_id", "work", "agency_id", "agency__short_name"
    ):
        holders[key].setdefault(work, []).append(name)
        if holder == agency.pk:
            works[key].add(work)
    return works, holders


def _preparations(
    conferences: list[Conference], agency: Agency, today: date
) -> dict[int, OpenTasks]:
    rows = (
        Preparation.objects.filter(
            conference__in=conferences, agency=agency, state__in=sorted(OPEN_PREPARATIONS)
        )
        .order_by()
        .values_list("conference_id")
        .annotate(
            count=Count("pk"),
            first_due=Min("due"),
            late=Count("pk", filter=Q(due__lt=today)),
        )
    )
    return {key: OpenTasks(*counts) for key, *counts in rows}
