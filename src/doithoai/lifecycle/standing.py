"""The figures of conferences in every room, for many at once, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from doithoai.answers.queries import AnswerCounts, AnswerHeap, answer_heaps_by, count_heaps
from doithoai.audit import clock
from doithoai.budget.queries import BudgetStanding, budget_standing_by
from doithoai.conclusions.queries import ConclusionsStanding, conclusions_standing_by
from doithoai.delegates.queries import DelegateStanding, delegates_standing_by
from doithoai.delegates.queries.seating import SeatingStanding, seating_standing_by
from doithoai.directory.models import Agency
from doithoai.hall.queries import HallStanding, hall_standing_by
from doithoai.lifecycle.handed_in import HandedIn, handed_in_by
from doithoai.lifecycle.own_work import OwnWork, SpeechHeap, own_work_by, speech_heaps_by
from doithoai.lifecycle.sending import sending_days_by
from doithoai.planning.models import Conference
from doithoai.planning.queries import TaskCounts, task_counts_by
from doithoai.programme.queries import ProgrammeStanding, programme_standing_by
from doithoai.questions.queries import (
    LegalWork,
    QuestionCounts,
    legal_work_by,
    question_counts_by,
)
from doithoai.questions.queries.calling import calls_due_by
from doithoai.questions.queries.sending import Sending, sending_by
from doithoai.questions.states import QuestionState

NO_TASKS = TaskCounts(0, 0, 0)
NO_QUESTIONS = QuestionCounts(*[0] * (1 + len(QuestionState.values)))
NO_SEATING = SeatingStanding(0, 0, 0, False)
NO_HALL = HallStanding("", 0, 0, "", 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one conference stands in every room, and what is open for one agency."""

    tasks: TaskCounts = NO_TASKS
    questions: QuestionCounts = NO_QUESTIONS
    calls: int = 0
    sending: Sending = Sending()
    sending_day: date | None = None
    heaps: list[AnswerHeap] = field(default_factory=list)
    delegates: DelegateStanding = DelegateStanding()
    seating: SeatingStanding = NO_SEATING
    programme: ProgrammeStanding = ProgrammeStanding()
    speeches: list[SpeechHeap] = field(default_factory=list)
    budget: BudgetStanding = BudgetStanding()
    hall: HallStanding = NO_HALL
    conclusions: ConclusionsStanding = field(default_factory=ConclusionsStanding)
    handed_in: list[HandedIn] = field(default_factory=list)
    by_law: LegalWork = field(default_factory=LegalWork)
    own: OwnWork = field(default_factory=OwnWork)

    @property
    def answers(self) -> AnswerCounts:
        """The heaps added up."""
        return count_heaps(self.heaps)

    @property
    def must_send(self) -> bool:
        """Whether the office still waits for questions: chosen ones, or the first batch at all."""
        return bool(self.sending.unsent or (self.sending_day and not self.sending.batches))

    def first_due(self, kind: str) -> date | None:
        """The earliest day of what was handed in for a step; None when nothing waits for it."""
        return min((heap.due for heap in self.handed_in if heap.kind == kind), default=None)


def standings(
    conferences: Sequence[Conference], *, today: date, agency: Agency | None = None
) -> dict[int, Standing]:
    """The standing of every conference, by its key; as many queries for one as for many."""
    rooms: dict[str, dict[int, Any]] = {
        "tasks": task_counts_by(conferences, today=today),
        "questions": question_counts_by(conferences),
        "calls": calls_due_by(conferences, now=clock.now()),
        "sending": sending_by(conferences),
        "sending_day": sending_days_by(conferences),
        "heaps": answer_heaps_by(conferences, today=today),
        "delegates": delegates_standing_by(conferences, today=today),
        "seating": seating_standing_by(conferences),
        "programme": programme_standing_by(conferences, today=today),
        "speeches": speech_heaps_by(conferences, today=today),
        "budget": budget_standing_by(conferences, today=today),
        "hall": hall_standing_by(conferences, today=today),
        "conclusions": conclusions_standing_by(conferences, today=today),
        "handed_in": handed_in_by(conferences, today=today),
        "by_law": legal_work_by(conferences),
        "own": own_work_by(conferences, agency, today=today),
    }
    return {
        one.pk: Standing(
            **{room: found[one.pk] for room, found in rooms.items() if one.pk in found}
        )
        for one in conferences
    }


def standing_of(conference: Conference, *, today: date, agency: Agency | None = None) -> Standing:
    """How one conference stands."""
    return standings([conference], today=today, agency=agency)[conference.pk]
