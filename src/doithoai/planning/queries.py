"""Reading plans, conferences and tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from doithoai.directory.models import Agency, User
from doithoai.planning.models import (
    Announcement,
    Assignment,
    AssignmentUnit,
    Conference,
    Coverage,
    Difficulty,
    Participation,
    PlanReading,
)
from doithoai.planning.states import (
    AnnouncementState,
    AssignmentState,
    ConferenceState,
    ReadingState,
)


def conferences_for(user: User) -> "QuerySet[Conference]":
    """The conferences in which the user's agency has a part."""
    if user.agency_id is None or not user.is_active:
        return Conference.objects.none()
    agency = user.agency_id
    takes_part = Participation.objects.filter(conference=OuterRef("pk"), agency_id=agency)
    has_tasks = AssignmentUnit.objects.filter(
        assignment__conference=OuterRef("pk"), agency_id=agency
    )
    return Conference.objects.filter(
        Q(host_id=agency)
        | Q(office_id=agency)
        | Q(chair_id=agency)
        | Q(finance_id=agency)
        | Exists(takes_part)
        | Exists(has_tasks)
    ).select_related("place", "host", "office", "chair", "finance")


def public_conferences() -> "QuerySet[Conference]":
    """Conferences whose plan is issued: everyone may see them."""
    return (
        Conference.objects.filter(state=ConferenceState.ISSUED)
        .select_related("place", "host", "chair")
        .order_by("-year", "-held_month", "pk")
    )


def public_version(slug: str) -> tuple[int, int] | None:
    """Key and version of a conference everyone may see; None when there is none.

    Asked by every step of the public form, so in SQL: the machine spends ten times as long on
    putting the question into words as on answering it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, version FROM planning_conference WHERE slug = %s AND state = %s",
            [slug, ConferenceState.ISSUED.value],
        )
        row: tuple[int, int] | None = cursor.fetchone()
    return row


def readings_for(user: User) -> "QuerySet[PlanReading]":
    """Plans loaded by the user's agency and not yet opened or discarded."""
    return (
        PlanReading.objects.filter(
            state=ReadingState.REVIEW, created_by__agency_id=user.agency_id or 0
        )
        .defer("file", "lines")
        .select_related("place", "created_by")
    )


def readings_seen_by(user: User) -> "QuerySet[PlanReading]":
    """Every plan loaded by the user's agency, whatever became of it."""
    return (
        PlanReading.objects.filter(created_by__agency_id=user.agency_id or 0)
        .defer("file")
        .select_related("place", "created_by__agency", "conference")
    )


def reading_of(conference: Conference) -> PlanReading | None:
    """The plan the conference was opened from, by its key alone: files are large."""
    return PlanReading.objects.filter(conference=conference).only("pk").first()


def assignments_of(conference: Conference) -> "QuerySet[Assignment]":
    """Tasks in the plan's order with their units."""
    return (
        Assignment.objects.filter(conference=conference)
        .prefetch_related("units__agency", "progress__by")
        .order_by("position")
    )


def overdue(today: date) -> Q:
    """The condition that a task is late on `today`."""
    return Q(due__lt=today) & ~Q(state=AssignmentState.DONE)


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks of a conference are wanted; the plan's order unless `by_due`."""

    agency: int | None = None
    state: str = ""
    late: bool = False
    by_due: bool = False


def assignments_wanted(
    conference: Conference, wanted: TaskFilter, *, today: date
) -> "QuerySet[Assignment]":
    """Tasks with their units, filtered; those without a due day come last when sorted by it."""
    tasks = Assignment.objects.filter(conference=conference).prefetch_related("units__agency")
    if wanted.agency:
        named = AssignmentUnit.objects.filter(assignment=OuterRef("pk"), agency=wanted.agency)
        tasks = tasks.filter(Exists(named))
    if wanted.state:
        tasks = tasks.filter(state=wanted.state)
    if wanted.late:
        tasks = tasks.filter(overdue(today))
    order = [F("due").asc(nulls_last=True)] if wanted.by_due else []
    return tasks.order_by(*order, "position")


def agencies_with_tasks(conference: Conference) -> "QuerySet[Agency]":
    """The agencies the tasks of a conference name."""
    return Agency.objects.filter(
        Exists(
            AssignmentUnit.objects.filter(assignment__conference=conference, agency=OuterRef("pk"))
        )
    ).order_by("name")


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """How the tasks of a conference stand."""

    total: int
    done: int
    late: int


def task_counts_by(conferences: Iterable[Conference], *, today: date) -> dict[int, TaskCounts]:
    """Total, done and late tasks of each conference that has any, by its key. One query."""
    rows = (
        Assignment.objects.filter(conference__in=list(conferences))
        .order_by()
        .values_list("conference_id")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state=AssignmentState.DONE)),
            late=Count("pk", filter=overdue(today)),
        )
    )
    return {key: TaskCounts(*counts) for key, *counts in rows}


def task_counts(conference: Conference, *, today: date) -> TaskCounts:
    """Total, done and late tasks of one conference. One query."""
    return task_counts_by([conference], today=today).get(conference.pk, TaskCounts(0, 0, 0))


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """Tasks that wait for an agency: how many, the earliest day, how many are late."""

    count: int
    first_due: date | None
    late: int


def open_tasks_by(
    conferences: Iterable[Conference], agency: Agency | None, *, today: date
) -> dict[int, OpenTasks]:
    """Unfinished tasks given to the agency itself, by conference. One query."""
    named = AssignmentUnit.objects.filter(
        assignment=OuterRef("pk"), agency=agency, is_named=True, agency__isnull=False
    )
    rows = (
        Assignment.objects.filter(Exists(named), conference__in=list(conferences))
        .exclude(state=AssignmentState.DONE)
        .order_by()
        .values_list("conference_id")
        .annotate(count=Count("pk"), first_due=Min("due"), late=Count("pk", filter=overdue(today)))
    )
    return {key: OpenTasks(*counts) for key, *counts in rows}


@dataclass(frozen=True, slots=True)
class Telling:
    """What an agency has told of a conference: days of its coverage, news it has not put out."""

    told_on: tuple[date, ...] = ()
    unpublished: int = 0


def telling_by(conferences: Iterable[Conference], agency: Agency) -> dict[int, Telling]:
    """What the agency has told of each of these conferences. Two queries."""
    wanted = list(conferences)
    days: dict[int, list[date]] = {one.pk: [] for one in wanted}
    covered = Coverage.objects.filter(conference__in=wanted, agency=agency)
    for key, day in covered.values_list("conference_id", "published_on"):
        days[key].append(day)
    drafts = dict(
        Announcement.objects.filter(
            conference__in=wanted, written_by__agency=agency, state=AnnouncementState.DRAFT
        )
        .order_by()
        .values_list("conference_id")
        .annotate(Count("pk"))
    )
    return {key: Telling(tuple(told), drafts.get(key, 0)) for key, told in days.items()}


def participating_agencies(conference: Conference) -> "QuerySet[Agency]":
    """Agencies to which a question of the conference may be referred."""
    leading = [conference.host_id, conference.office_id, conference.finance_id]
    return (
        Agency.objects.filter(
            Q(participations__conference=conference)
            | Q(assignment_units__assignment__conference=conference)
            | Q(pk__in=[pk for pk in leading if pk])
        )
        .distinct()
        .order_by("name")
    )


def published_news(conference: Conference) -> "QuerySet[Announcement]":
    """News everyone may read, newest first."""
    return conference.announcements.filter(state=AnnouncementState.PUBLISHED)


def difficulties_for(user: User, conference: Conference) -> "QuerySet[Difficulty]":
    """What agencies reported: all for host and office, its own for another agency."""
    found = conference.difficulties.select_related("agency", "reported_by", "replied_by")
    if user.agency_id in {conference.host_id, conference.office_id, conference.chair_id}:
        return found
    return found.filter(agency_id=user.agency_id or 0)


def conferences_to_attach(user: User, parent: Conference) -> "QuerySet[Conference]":
    """Conferences the user prepares that could be held under `parent`."""
    return (
        conferences_for(user)
        .filter(Q(host_id=user.agency_id) | Q(office_id=user.agency_id))
        .filter(parent=None, children=None)
        .exclude(pk=parent.pk)
    )
