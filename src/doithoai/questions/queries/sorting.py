"""What sorting has kept: nothing lost, nothing double; who holds what; what can still be undone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.models import (
    Correction,
    Hold,
    Merging,
    Part,
    PassOn,
    Question,
    Submission,
    TriageStep,
)
from doithoai.questions.rules import UNDO_FOR, Piece, code_of, tiling_fault
from doithoai.questions.states import OPEN_STATES, QuestionState


@dataclass(frozen=True, slots=True)
class _Kept:
    """A question as it is checked: its state and whether all who asked it have withdrawn."""

    number: int
    state: str
    merged_into: int | None
    parts: int
    asked: int

    def __str__(self) -> str:
        return code_of(self.number)


def conservation_faults(conference: Conference) -> list[str]:
    """Every place where what people sent is lost or counted twice, in words; none is right.

    Reads the whole conference; for the page that shows nothing is left out and for the night.
    """
    questions = _questions(conference)
    return [
        *_untiled(conference),
        *_outcomes(conference),
        *_misplaced(questions),
        *_mergings(conference, questions),
        *_letters(conference, questions),
    ]


def undoable(conference: Conference, user: User, *, now: datetime) -> "QuerySet[TriageStep]":
    """The steps a person can still undo, the last first; those of one batch go together."""
    return (
        TriageStep.objects.filter(conference=conference, done_by=user, undone_at=None)
        .filter(done_at__gte=now - UNDO_FOR)
        .select_related("question")
        .order_by("-pk")
    )


def holds_of(questions: Iterable[Question], *, besides: User, now: datetime) -> dict[int, Hold]:
    """Which of the questions others have open right now, by key of the question. One query."""
    found = Hold.objects.filter(question__in=list(questions), until__gt=now)
    return {
        one.question_id: one for one in found.exclude(held_by=besides).select_related("held_by")
    }


def _questions(conference: Conference) -> dict[int, _Kept]:
    parts: dict[int, int] = defaultdict(int)
    asked: dict[int, int] = defaultdict(int)
    rows = Part.objects.filter(question__conference=conference)
    for question, withdrawn in rows.values_list("question_id", "submission__withdrawn_at"):
        parts[question] += 1
        asked[question] += withdrawn is None
    found = Question.objects.filter(conference=conference).order_by("number")
    return {
        key: _Kept(number, state, into, parts[key], asked[key])
        for key, number, state, into in found.values_list("pk", "number", "state", "merged_into_id")
    }


def _untiled(conference: Conference) -> Iterator[str]:
    """Submissions whose parts do not hold exactly what was said."""
    last = (
        Correction.objects.filter(submission__conference=conference)
        .order_by()
        .values("submission")
        .annotate(last=Max("pk"))
        .values("last")
    )
    said = dict(Correction.objects.filter(pk__in=last).values_list("submission_id", "text"))
    pieces: dict[int, list[Piece]] = defaultdict(list)
    rows = Part.objects.filter(submission__conference=conference).order_by("submission", "start")
    for submission, start, end, text in rows.values_list("submission_id", "start", "end", "text"):
        pieces[submission].append(Piece(start, end, text))
    sent = Submission.objects.filter(conference=conference).order_by("pk")
    for key, code, text in sent.values_list("pk", "code", "text"):
        if fault := tiling_fault(said.get(key, text), pieces[key]):
            yield f"Phiếu {code}: các phần {fault}."


def _outcomes(conference: Conference) -> Iterator[str]:
    """Whether every submission stands in the conference's questions, and only there."""
    mine = Part.objects.filter(submission__conference=conference)
    for code, number in mine.exclude(question__conference=conference).values_list(
        "submission__code", "question__number"
    ):
        yield f"Phiếu {code} nằm trong câu {code_of(number)} của hội nghị khác."
    sent = conference.submissions.count()
    placed = mine.order_by().values("submission").distinct().count()
    if sent != placed:
        yield f"Nhận {sent} phiếu, có kết quả phân loại {placed} phiếu."


def _misplaced(questions: dict[int, _Kept]) -> Iterator[str]:
    for one in questions.values():
        if one.state == QuestionState.MERGED and one.parts:
            yield f"{one}: đã gộp mà còn giữ {one.parts} phần."
        if one.state != QuestionState.MERGED and not one.parts:
            yield f"{one}: không có phiếu nào."
        if one.state == QuestionState.WITHDRAWN and one.asked:
            yield f"{one}: ghi đã rút mà còn {one.asked} phần chưa rút."
        if one.state in OPEN_STATES and one.parts and not one.asked:
            yield f"{one}: mọi người gửi đã rút mà vẫn đứng trong danh sách."


def _mergings(conference: Conference, questions: dict[int, _Kept]) -> Iterator[str]:
    """Whether each merged question says where it is, once, and its parts are there."""
    standing = Merging.objects.filter(source__conference=conference, undone_at=None)
    targets = dict(standing.values_list("source_id", "target_id"))
    for key, one in questions.items():
        if targets.get(key) != one.merged_into:
            yield f"{one}: nơi gộp đến không khớp với lần gộp."
    held = standing.filter(parts__isnull=False).values_list("source_id", "parts__question_id")
    for source, holder in held.order_by("source_id"):
        if holder != _root(source, questions):
            yield f"{questions[source]}: phần đã gộp không nằm ở câu nhận gộp."


def _root(key: int, questions: dict[int, _Kept]) -> int | None:
    """Where the chain of mergings ends; None when it runs in a ring or out of the conference."""
    for _ in questions:
        one = questions.get(key)
        if one is None or one.merged_into is None:
            return key if one else None
        key = one.merged_into
    return None


def _letters(conference: Conference, questions: dict[int, _Kept]) -> Iterator[str]:
    standing = PassOn.objects.filter(question__conference=conference, taken_back_at=None)
    passed = set(standing.values_list("question_id", flat=True))
    for key, one in questions.items():
        if (key in passed) != (one.state == QuestionState.PASSED_ON):
            yield f"{one}: trạng thái không khớp với việc chuyển đơn."
