"""What was handed in and waits for one step of a leading agency, each with its day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.conclusions.models import Extension, ProgressReport
from doithoai.conclusions.states import RUNNING, CommitmentState, ExtensionState, ReportState
from doithoai.directory.queries import work_calendar
from doithoai.hall.models import Minutes
from doithoai.hall.states import MinutesState
from doithoai.planning.models import Conference
from doithoai.planning.permissions import another_agency
from doithoai.programme.models import Speech
from doithoai.programme.states import SpeechState
from doithoai.questions.models import Question
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.working_days import add_working_days

WORKING_DAYS: dict[str, int] = {
    "refer": 5,
    "appraise": 3,
    "approve": 5,
    "appraise_speeches": 2,
    "approve_speeches": 3,
    "judge_reports": 5,
    "decide_extensions": 3,
    "sign_minutes": 3,
}
"""Working days from the hand-in to the end of each step.

Five to send a question on is the law's for petitions (Nghị định 20/2008/NĐ-CP, Điều 9), the rest
usual practice. Appraisal and approval both run from the drafter's hand-in: the words are owed by
that day whoever holds them.
"""

OF_CHAIR = frozenset({"approve", "approve_speeches", "sign_minutes"})
ANSWER_STEPS = {AnswerState.SUBMITTED: "appraise", AnswerState.APPRAISED: "approve"}
SPEECH_STEPS = {
    SpeechState.SUBMITTED: "appraise_speeches",
    SpeechState.APPRAISED: "approve_speeches",
}


@dataclass(frozen=True, slots=True)
class HandedIn:
    """`count` things of a kind that one agency is to deal with by `due`."""

    kind: str
    agency_id: int
    due: date
    count: int


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing that waits: of which conference and agency, handed in when."""

    kind: str
    conference: int
    drafting: int
    at: datetime


def handed_in_by(conferences: Iterable[Conference], *, today: date) -> dict[int, list[HandedIn]]:
    """What waits in each conference, heaped by kind, agency and day. Seven queries.

    Speeches wait no more once the day of the conference is past.
    """
    by_key = {one.pk: one for one in conferences}
    calendar = work_calendar()
    days_off = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    heaps: Counter[tuple[int, str, int, date]] = Counter()
    for one in _waiting(list(by_key), today):
        judge = _judge(by_key[one.conference], one.kind, one.drafting)
        due = add_working_days(timezone.localdate(one.at), WORKING_DAYS[one.kind], **days_off)
        heaps[one.conference, one.kind, judge, due] += 1
    found: dict[int, list[HandedIn]] = {}
    for (key, kind, judge, due), count in sorted(heaps.items()):
        found.setdefault(key, []).append(HandedIn(kind, judge, due, count))
    return found


def _judge(conference: Conference, kind: str, drafting: int) -> int:
    if kind in OF_CHAIR:
        return conference.chair_id
    if kind == "decide_extensions" and drafting == conference.office_id:
        return conference.chair_id
    if kind in {"refer", "decide_extensions"}:
        return conference.office_id
    return another_agency(conference, drafting)


def _waiting(keys: list[int], today: date) -> Iterator[_Thing]:
    chosen = Question.objects.filter(conference__in=keys, state=QuestionState.SELECTED)
    sent = Coalesce(Min("compilations__sent_at"), "decided_at")
    path = ("conference_id", "conference__host_id")
    for _, *row in _rows(chosen.annotate(at=sent), "state", *path, "at"):
        yield _Thing("refer", *row)
    answers = Answer.objects.filter(
        referral__question__conference__in=keys, state__in=list(ANSWER_STEPS)
    )
    path = ("referral__question__conference_id", "referral__agency_id")
    for state, *row in _rows(answers, "state", *path, "submitted_at"):
        yield _Thing(ANSWER_STEPS[AnswerState(state)], *row)
    ahead = Q(conference__held_on=None) | Q(conference__held_on__gte=today)
    speeches = Speech.objects.filter(ahead, conference__in=keys, state__in=list(SPEECH_STEPS))
    for state, *row in _rows(speeches, "state", "conference_id", "agency_id", "submitted_at"):
        yield _Thing(SPEECH_STEPS[SpeechState(state)], *row)
    yield from _after_the_day(keys)


def _after_the_day(keys: list[int]) -> Iterator[_Thing]:
    reports = ProgressReport.objects.filter(
        commitment__conference__in=keys,
        commitment__state=CommitmentState.REPORTED,
        state=ReportState.PENDING,
    )
    path = ("commitment__conference_id", "commitment__agency_id")
    for _, *row in _rows(reports, "state", *path, "at"):
        yield _Thing("judge_reports", *row)
    asked = Extension.objects.filter(
        commitment__conference__in=keys,
        commitment__state__in=sorted(RUNNING),
        state=ExtensionState.ASKED,
    )
    for _, *row in _rows(asked, "state", *path, "asked_at"):
        yield _Thing("decide_extensions", *row)
    minutes = Minutes.objects.filter(session__conference__in=keys, state=MinutesState.SUBMITTED)
    path = ("session__conference_id", "session__conference__host_id")
    for _, *row in _rows(minutes, "state", *path, "secretary_signed_at"):
        yield _Thing("sign_minutes", *row)


def _rows(found: "QuerySet[Any]", *names: str) -> "QuerySet[Any]":
    """State, conference, drafting agency and moment of what has a moment of hand-in."""
    return found.exclude(**{names[-1]: None}).order_by().values_list(*names)
