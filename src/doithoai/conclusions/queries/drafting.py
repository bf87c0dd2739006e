"""What the rooms below already know for the four parts of a notice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from doithoai.answers.models import Referral
from doithoai.answers.states import APPROVED_STATES
from doithoai.conclusions.models import NoticePart
from doithoai.conclusions.rules import promises_in, raised_words
from doithoai.directory.models import Agency
from doithoai.directory.queries import Resolver, agencies_on, work_calendar
from doithoai.planning.models import Conference
from doithoai.questions.models import Question
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

NO_TOPIC = "Nội dung khác"
LEFT_OUT = "Ngoài ra, {} câu được để ngoài, có nêu lý do cho người gửi."
UNSORTED = "Còn {} câu chưa phân loại."
IN_WRITING = "{} câu đã được trả lời bằng văn bản."


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """A line for the notice that data proposes; `source` is the sentence it comes from."""

    part: NoticePart
    text: str
    source: str = ""
    question: Question | None = None
    topic_id: int | None = None
    agency: Agency | None = None
    due: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other proposals, so that none is made twice."""
        return self.part, self.source or self.text


def proposed_items(conference: Conference) -> list[ProposedItem]:
    """The four parts as questions and answers fill them, in the order of the notice."""
    referrals = list(_referrals(conference))
    return [
        *_raised(conference),
        *_answered(referrals),
        *_transferred(referrals),
        *_assigned(conference, referrals),
    ]


def _referrals(conference: Conference) -> "QuerySet[Referral]":
    return (
        Referral.objects.filter(question__conference=conference)
        .select_related("question", "agency", "answer")
        .order_by("question__number")
    )


def _raised(conference: Conference) -> Iterator[ProposedItem]:
    asked = Question.objects.filter(conference=conference)
    undecided = Q(state__in=[QuestionState.RECEIVED, QuestionState.SET_ASIDE])
    counts: dict[int | None, Counter[str]] = {}
    for topic_id, kind in asked.exclude(undecided).values_list("topic_id", "kind"):
        counts.setdefault(topic_id, Counter())[kind] += 1
    for topic in conference.topics.all():
        if by_kind := counts.get(topic.pk):
            text = raised_words(topic.text, by_kind)
            yield ProposedItem(NoticePart.RAISED, text, topic_id=topic.pk)
    if by_kind := counts.get(None):
        yield ProposedItem(NoticePart.RAISED, raised_words(NO_TOPIC, by_kind))
    states = Counter(asked.values_list("state", flat=True))
    for state, words in ((QuestionState.SET_ASIDE, LEFT_OUT), (QuestionState.RECEIVED, UNSORTED)):
        if states[state]:
            yield ProposedItem(NoticePart.RAISED, words.format(states[state]))


def _answered(referrals: list[Referral]) -> Iterator[ProposedItem]:
    written = 0
    for referral in referrals:
        if referral.answer.given_in_hall:
            text = f"{_asked(referral.question)} {referral.agency.name} đã trả lời tại hội nghị."
            yield ProposedItem(
                NoticePart.ANSWERED, text, question=referral.question, agency=referral.agency
            )
        elif referral.answer.state in APPROVED_STATES:
            written += 1
    if written:
        yield ProposedItem(NoticePart.ANSWERED, IN_WRITING.format(written))


def _transferred(referrals: list[Referral]) -> Iterator[ProposedItem]:
    for referral in referrals:
        answer = referral.answer
        if not answer.given_in_hall and answer.state not in APPROVED_STATES:
            yield ProposedItem(
                NoticePart.TRANSFERRED,
                _asked(referral.question),
                question=referral.question,
                agency=referral.agency,
                due=referral.due,
            )


def _assigned(conference: Conference, referrals: list[Referral]) -> Iterator[ProposedItem]:
    approved = [one for one in referrals if one.answer.state in APPROVED_STATES]
    if not approved:
        return
    today = timezone.localdate(approved[0].referred_at)
    resolver = Resolver.of(conference.place, today)
    units = list(agencies_on(conference.place, today).values_list("name", flat=True))
    calendar = work_calendar()
    for referral in approved:
        promises = promises_in(
            referral.answer.body,
            since=_answered_on(referral),
            units=units,
            holidays=calendar.holidays,
            make_up=calendar.make_up,
        )
        for promise in promises:
            named = resolver.named(promise.unit) if promise.unit else None
            yield ProposedItem(
                NoticePart.ASSIGNED,
                promise.sentence,
                source=promise.sentence,
                question=referral.question,
                agency=named or referral.agency,
                due=promise.due,
            )


def _answered_on(referral: Referral) -> date:
    answer = referral.answer
    return timezone.localdate(answer.approved_at or answer.submitted_at or referral.referred_at)


def _asked(question: Question) -> str:
    wording = " ".join(mask(nfc(question.wording)).split())
    return wording if wording.endswith((".", "?", "!")) else f"{wording}."
