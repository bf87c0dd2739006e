"""The figures of conferences in every room, for many at once, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from doithoai.answers.queries import AnswerCounts, AnswerHeap, answer_heaps_by, count_heaps
from doithoai.delegates.models import QuotaLine
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.planning.queries import OpenTasks, TaskCounts, open_tasks_by, task_counts_by
from doithoai.programme.models import AgendaItem
from doithoai.questions.queries import QuestionCounts, question_counts_by
from doithoai.questions.states import QuestionState

NO_TASKS = TaskCounts(0, 0, 0)
NO_OPEN_TASKS = OpenTasks(0, None, 0)
NO_QUESTIONS = QuestionCounts(*[0] * (1 + len(QuestionState.values)))


@dataclass(frozen=True, slots=True)
class Standing:
    """How one conference stands in every room, and what is open for one agency."""

    tasks: TaskCounts
    questions: QuestionCounts
    heaps: list[AnswerHeap]
    has_quotas: bool
    agenda_items: int
    open_tasks: OpenTasks

    @property
    def answers(self) -> AnswerCounts:
        """The heaps added up."""
        return count_heaps(self.heaps)


def standings(
    conferences: Sequence[Conference], *, today: date, agency: Agency | None = None
) -> dict[int, Standing]:
    """The standing of every conference, by its key. Six queries, however many they are."""
    tasks = task_counts_by(conferences, today=today)
    questions = question_counts_by(conferences)
    heaps = answer_heaps_by(conferences, today=today)
    own = open_tasks_by(conferences, agency, today=today)
    laid = set(
        QuotaLine.objects.filter(conference__in=conferences, parent=None)
        .order_by()
        .values_list("conference_id", flat=True)
        .distinct()
    )
    agenda = dict(
        AgendaItem.objects.filter(conference__in=conferences)
        .order_by()
        .values_list("conference_id")
        .annotate(Count("pk"))
    )
    return {
        conference.pk: Standing(
            tasks.get(conference.pk, NO_TASKS),
            questions.get(conference.pk, NO_QUESTIONS),
            heaps.get(conference.pk, []),
            conference.pk in laid,
            agenda.get(conference.pk, 0),
            own.get(conference.pk, NO_OPEN_TASKS),
        )
        for conference in conferences
    }


def standing_of(conference: Conference, *, today: date, agency: Agency | None = None) -> Standing:
    """How one conference stands."""
    return standings([conference], today=today, agency=agency)[conference.pk]
