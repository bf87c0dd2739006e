"""What became of everything people sent: each part has one outcome, and the sum is all of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from doithoai.hall.models import Turn
from doithoai.hall.states import TurnState
from doithoai.planning.models import Conference
from doithoai.questions.models import Part, Question
from doithoai.questions.states import QuestionState


class Outcome(StrEnum):
    """Where a part of what somebody sent has ended, or how far it is from an end."""

    IN_HALL = "Trả lời tại hội trường"
    IN_WRITING = "Trả lời bằng văn bản"
    SET_ASIDE = "Để ngoài, có lý do"
    PASSED_ON = "Chuyển đơn theo luật"
    WITHDRAWN = "Người gửi rút"
    ANSWERING = "Đang trả lời"
    CHOSEN = "Đã chọn, chờ chuyển"
    UNSORTED = "Chưa phân loại"


OPEN = (Outcome.UNSORTED, Outcome.CHOSEN, Outcome.ANSWERING)
"""What is not an outcome yet, the furthest from one first."""

OPEN_STATES = {
    QuestionState.RECEIVED: Outcome.UNSORTED,
    QuestionState.SELECTED: Outcome.CHOSEN,
    QuestionState.REFERRED: Outcome.ANSWERING,
}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many parts ended in each way, of how many slips; `merged` of them under another's words.

    `counts` add up to `parts`: each part of each slip is counted once.
    """

    submissions: int
    parts: int
    merged: int
    counts: dict[Outcome, int]

    @property
    def without(self) -> int:
        """How many parts have no outcome yet."""
        return sum(self.counts[outcome] for outcome in OPEN)

    @property
    def with_one(self) -> int:
        """How many parts have an outcome."""
        return self.parts - self.without


def outcomes_of(conference: Conference) -> Outcomes:
    """What became of every part of every slip of the conference."""
    counts = dict.fromkeys(Outcome, 0)
    for outcome, count in _rows(conference):
        counts[outcome] += count
    own = Part.objects.filter(submission__conference=conference)
    return Outcomes(
        submissions=conference.submissions.count(),
        parts=own.count(),
        merged=own.filter(mergings__undone_at__isnull=True, mergings__isnull=False)
        .distinct()
        .count(),
        counts=counts,
    )


def without_outcome(conference: Conference) -> "QuerySet[Question]":
    """The questions somebody still waits on, with how many parts each holds."""
    waiting = Q(parts__submission__withdrawn_at__isnull=True)
    return (
        conference.questions.filter(state__in=sorted(OPEN_STATES))
        .exclude(Exists(_answered_in_hall()))
        .select_related("topic", "lead")
        .annotate(waiting=Count("parts", filter=waiting))
        .filter(waiting__gt=0)
        .order_by("number")
    )


def ended(conference: Conference, outcome: Outcome) -> "QuerySet[Question]":
    """The questions with parts that ended in the hall, in writing or withdrawn, and how many."""
    withdrawn = Q(parts__submission__withdrawn_at__isnull=False)
    stays = Q(parts__submission__withdrawn_at__isnull=True)
    found = conference.questions.exclude(state=QuestionState.PASSED_ON).select_related("lead")
    kept = withdrawn | Q(state=QuestionState.WITHDRAWN) if outcome == Outcome.WITHDRAWN else stays
    if outcome != Outcome.WITHDRAWN:
        heard = Exists(_answered_in_hall())
        in_hall = found.filter(heard).exclude(state=QuestionState.SET_ASIDE)
        in_writing = found.filter(~heard, state=QuestionState.ANSWERED)
        found = in_hall if outcome == Outcome.IN_HALL else in_writing
    counted = found.annotate(waiting=Count("parts", filter=kept))
    return counted.filter(waiting__gt=0).order_by("number")


def _answered_in_hall() -> "QuerySet[Turn]":
    return Turn.objects.filter(question=OuterRef("pk"), state=TurnState.ANSWERED)


def _rows(conference: Conference) -> Iterable[tuple[Outcome, int]]:
    in_hall = Turn.objects.filter(question=OuterRef("question_id"), state=TurnState.ANSWERED)
    grouped = (
        Part.objects.filter(submission__conference=conference)
        .order_by()
        .annotate(in_hall=Exists(in_hall), stays=Q(submission__withdrawn_at__isnull=True))
        .values_list("question__state", "stays", "in_hall")
        .annotate(count=Count("pk"))
    )
    for state, stays, heard, count in grouped:
        yield _outcome(QuestionState(state), stays=stays, heard=heard), count


def _outcome(state: QuestionState, *, stays: bool, heard: bool) -> Outcome:
    if not stays or state == QuestionState.WITHDRAWN:
        return Outcome.WITHDRAWN
    if state == QuestionState.PASSED_ON:
        return Outcome.PASSED_ON
    if state == QuestionState.SET_ASIDE:
        return Outcome.SET_ASIDE
    if heard:
        return Outcome.IN_HALL
    if state == QuestionState.ANSWERED:
        return Outcome.IN_WRITING
    return OPEN_STATES.get(state, Outcome.UNSORTED)
