"""Reading referrals and answers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from doithoai.answers.models import Answer, Referral
from doithoai.answers.states import APPROVED_STATES, WITH_AGENCY, AnswerState
from doithoai.directory.models import Agency, User
from doithoai.directory.queries import agencies_on
from doithoai.planning.models import Conference
from doithoai.planning.queries import conferences_for, participating_agencies, public_conferences
from doithoai.questions.models import Question, Submission
from doithoai.questions.queries import questions_for


def overdue(today: date) -> Q:
    """The condition that a referral still lies with its agency after its day."""
    return Q(due__lt=today, answer__state__in=sorted(WITH_AGENCY))


def referrals_for(user: User) -> "QuerySet[Referral]":
    """Referrals the user may follow: of their agency, or of a conference they lead."""
    agency = user.agency_id or 0
    leading = Q(host_id=agency) | Q(office_id=agency) | Q(chair_id=agency)
    led = conferences_for(user).filter(leading).values("pk")
    return (
        Referral.objects.filter(
            Q(agency_id=agency) | Q(supporting=agency) | Q(question__conference__in=led)
        )
        .distinct()
        .select_related("question__conference__place", "question__topic", "agency", "answer")
        .prefetch_related("supporting")
        .order_by("due", "pk")
    )


def answers_for(user: User) -> "QuerySet[Answer]":
    """Answers the user may follow."""
    return Answer.objects.filter(
        referral__in=referrals_for(user).order_by().values("pk")
    ).select_related(
        "referral__question__conference__place",
        "referral__question__topic",
        "referral__agency",
        "drafted_by",
        "appraised_by",
        "approved_by",
    )


def referrals_of_agency(agency: Agency) -> "QuerySet[Referral]":
    """What one agency leads or supports, the earliest day first."""
    return (
        Referral.objects.filter(Q(agency=agency) | Q(supporting=agency))
        .distinct()
        .select_related("question__conference", "question__topic", "agency", "answer")
        .prefetch_related("supporting")
        .annotate(asked=Count("question__parts", distinct=True))
        .order_by("due", "pk")
    )


@dataclass(frozen=True, slots=True)
class AnswerHeap:
    """Answers of one agency in one state: how many, the earliest day, how many are late."""

    agency_id: int
    agency_name: str
    state: str
    count: int
    first_due: date
    late: int


def answer_heaps_by(
    conferences: Iterable[Conference], *, today: date
) -> dict[int, list[AnswerHeap]]:
    """All answers of each conference, heaped by agency and state. One query."""
    rows = (
        Referral.objects.filter(question__conference__in=list(conferences))
        .order_by()
        .values_list("question__conference_id", "agency_id", "agency__short_name", "answer__state")
        .annotate(count=Count("pk"), first_due=Min("due"), late=Count("pk", filter=overdue(today)))
        .order_by("question__conference_id", "agency__short_name", "answer__state")
    )
    heaps: dict[int, list[AnswerHeap]] = {}
    for key, *heap in rows:
        heaps.setdefault(key, []).append(AnswerHeap(*heap))
    return heaps


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """How the answers of a conference stand."""

    total: int
    drafting: int
    submitted: int
    appraised: int
    approved: int
    published: int
    late: int


def count_heaps(heaps: Iterable[AnswerHeap]) -> AnswerCounts:
    """The heaps of one conference added up."""
    heaps = list(heaps)

    def among(states: Collection[str]) -> int:
        return sum(heap.count for heap in heaps if heap.state in states)

    return AnswerCounts(
        total=among(AnswerState.values),
        drafting=among(WITH_AGENCY),
        submitted=among({AnswerState.SUBMITTED}),
        appraised=among({AnswerState.APPRAISED}),
        approved=among(APPROVED_STATES),
        published=among({AnswerState.PUBLISHED}),
        late=sum(heap.late for heap in heaps),
    )


def answer_counts(conference: Conference, *, today: date) -> AnswerCounts:
    """Counts over all referrals of a conference. One query."""
    return count_heaps(answer_heaps_by([conference], today=today).get(conference.pk, []))


def load_by_agency(conference: Conference, *, today: date) -> list[dict[str, Any]]:
    """How each agency stands: total, approved, waiting, drafting, late. One query."""
    state = "answer__state"
    waiting = [AnswerState.SUBMITTED, AnswerState.APPRAISED]
    rows: Any = (
        Referral.objects.filter(question__conference=conference)
        .values("agency_id", "agency__name", "agency__short_name")
        .annotate(
            total=Count("pk"),
            approved=Count("pk", filter=Q(**{f"{state}__in": sorted(APPROVED_STATES)})),
            waiting=Count("pk", filter=Q(**{f"{state}__in": waiting})),
            late=Count("pk", filter=overdue(today)),
            drafting=Count(
                "pk", filter=Q(**{f"{state}__in": sorted(WITH_AGENCY)}) & ~overdue(today)
            ),
        )
        .order_by("-total", "agency__name")
    )
    return list(rows)


def published_answers(conference: Conference) -> "QuerySet[Answer]":
    """Answers everyone may read, newest first."""
    return (
        Answer.objects.filter(
            referral__question__conference=conference, state=AnswerState.PUBLISHED
        )
        .select_related(
            "referral__question__topic",
            "referral__question__conference__place",
            "referral__agency",
        )
        .order_by("-published_at", "-pk")
    )


def answering_agencies(conference: Conference) -> "QuerySet[Agency]":
    """Agencies that have published answers in a conference."""
    published = Referral.objects.filter(
        question__conference=conference, answer__state=AnswerState.PUBLISHED
    )
    return Agency.objects.filter(pk__in=published.values("agency")).order_by("name")


def referrals_of_submission(submission: Submission) -> dict[int, Referral]:
    """The referrals of everything one person sent, by key of the question."""
    referrals = (
        Referral.objects.filter(question__parts__submission=submission)
        .select_related("agency", "answer")
        .prefetch_related("supporting")
    )
    return {referral.question_id: referral for referral in referrals}


def neighbours(user: User, answer: Answer) -> tuple[int | None, int | None]:
    """Before and after: the numbers of the nearest questions in the same state the user follows."""
    question = answer.referral.question
    mine = (
        referrals_for(user)
        .order_by()
        .filter(question__conference=question.conference_id, answer__state=answer.state)
    )
    number = "question__number"
    span = mine.aggregate(
        before=Max(number, filter=Q(question__number__lt=question.number)),
        after=Min(number, filter=Q(question__number__gt=question.number)),
    )
    return span["before"], span["after"]


def agencies_to_ask(conference: Conference, day: date) -> "QuerySet[Agency]":
    """Agencies of the plan, and all others of the place on `day`, by name."""
    named = participating_agencies(conference).order_by().values("pk")
    living = agencies_on(conference.place, day).values("pk")
    return Agency.objects.filter(Q(pk__in=named) | Q(pk__in=living)).order_by("name")


def questions_seen_by(user: User) -> "QuerySet[Question]":
    """Questions of all years the user may read: of a conference they lead, or sent to them."""
    agency = user.agency_id or 0
    sent = Referral.objects.filter(Q(agency=agency) | Q(supporting=agency))
    led = questions_for(user).order_by().values("pk")
    mine = Q(pk__in=led) | Q(pk__in=sent.order_by().values("question"))
    return Question.objects.filter(mine).order_by("pk")


def questions_open_to(user: User) -> "QuerySet[Question]":
    """Questions of all years that the user may read, with those that everyone may."""
    public = questions_answered_publicly().filter(conference__in=public_conferences().order_by())
    seen = questions_seen_by(user).order_by().values("pk")
    return Question.objects.filter(Q(pk__in=seen) | Q(pk__in=public.order_by().values("pk")))


def questions_answered_publicly() -> "QuerySet[Question]":
    """Questions whose answers everyone may read, of all conferences."""
    published = Answer.objects.filter(state=AnswerState.PUBLISHED).order_by()
    return Question.objects.filter(pk__in=published.values("referral__question")).order_by("pk")


def answers_to(questions: Iterable[int]) -> dict[int, Answer]:
    """The answers of questions given by key, under those keys. One query."""
    found = Answer.objects.filter(referral__question__in=list(questions))
    answers = found.select_related("referral__agency")
    return {answer.referral.question_id: answer for answer in answers}


def confirmed_referrals() -> "QuerySet[Referral]":
    """Every referral the office sent, with its question and agency, oldest first."""
    return Referral.objects.select_related("question__conference__place", "agency").order_by("pk")
