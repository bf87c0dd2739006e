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
from doithoai.hall.models import Turn, TurnKind
from doithoai.hall.states import TurnState
from doithoai.planning.models import Conference
from doithoai.questions.models import Question
from doithoai.questions.states import LISTED_STATES, QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

NO_TOPIC = "Nội dung khác"
LEFT_OUT = "Ngoài ra, {} câu được để ngoài, có nêu lý do cho người gửi."
UNSORTED = "Còn {} câu chưa phân loại."
IN_WRITING = "Trong đó, {} câu đã được trả lời bằng văn bản."


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
    """The four parts as questions, turns and answers fill them, in the order of the notice."""
    referrals, turns = list(_referrals(conference)), list(_turns(conference))
    return [
        *_raised(conference, in_writing=sum(_in_writing(one, turns) for one in referrals)),
        *_answered(referrals, turns),
        *_transferred(referrals, turns),
        *_assigned(conference, referrals, turns),
    ]


def _referrals(conference: Conference) -> "QuerySet[Referral]":
    return (
        Referral.objects.filter(question__conference=conference)
        .select_related("question", "agency", "answer")
        .order_by("question__number")
    )


def _turns(conference: Conference) -> "QuerySet[Turn]":
    told = [TurnState.ANSWERED, TurnState.PUT_OFF]
    return (
        Turn.objects.filter(session__conference=conference, state__in=told)
        .exclude(kind=TurnKind.POINT_OF_ORDER)
        .select_related("question", "agency")
        .order_by("position", "pk")
    )


def _raised(conference: Conference, *, in_writing: int) -> Iterator[ProposedItem]:
    """How many by topic, how many of them were answered in writing, how many were left out."""
    asked = Question.objects.filter(conference=conference, state__in=sorted(LISTED_STATES))
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
    if in_writing:
        yield ProposedItem(NoticePart.RAISED, IN_WRITING.format(in_writing))
    states = Counter(asked.values_list("state", flat=True))
    for state, words in ((QuestionState.SET_ASIDE, LEFT_OUT), (QuestionState.RECEIVED, UNSORTED)):
        if states[state]:
            yield ProposedItem(NoticePart.RAISED, words.format(states[state]))


def _answered(referrals: list[Referral], turns: list[Turn]) -> Iterator[ProposedItem]:
    """What was said in the hall; the words name who answered, so the line does not again."""
    told: set[int] = set()
    for turn in turns:
        if turn.state != TurnState.ANSWERED:
            continue
        if turn.question_id:
            told.add(turn.question_id)
        asked = _asked(turn.question) if turn.question else ""
        text = f"{asked} {_said(turn)}".strip()
        if text:
            yield ProposedItem(NoticePart.ANSWERED, text, question=turn.question)
    for referral in referrals:
        if referral.question_id not in told and referral.answer.given_in_hall:
            text = f"{_asked(referral.question)} {referral.agency} đã trả lời tại hội nghị."
            yield ProposedItem(NoticePart.ANSWERED, text, question=referral.question)


def _transferred(referrals: list[Referral], turns: list[Turn]) -> Iterator[ProposedItem]:
    """What still is to be answered, and all that the hall put off to writing."""
    referred = {one.question_id for one in referrals}
    for one in referrals:
        if not _is_spoken(one, turns) and not _in_writing(one, turns):
            yield ProposedItem(
                NoticePart.TRANSFERRED,
                _asked(one.question),
                question=one.question,
                agency=one.agency,
                due=one.due,
            )
    for turn in turns:
        if turn.state == TurnState.PUT_OFF and turn.question and turn.question_id not in referred:
            yield ProposedItem(
                NoticePart.TRANSFERRED,
                _asked(turn.question),
                question=turn.question,
                agency=turn.agency,
            )


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    on: date
    agency: Agency
    question: Question | None


def _assigned(
    conference: Conference, referrals: list[Referral], turns: list[Turn]
) -> Iterator[ProposedItem]:
    said = [
        _Said(one.answer.body, _answered_on(one), one.agency, one.question)
        for one in referrals
        if one.answer.state in APPROVED_STATES
    ]
    said += [
        _Said(turn.note, timezone.localdate(turn.ended_at), turn.agency, turn.question)
        for turn in turns
        if turn.note and turn.agency and turn.ended_at
    ]
    if not said:
        return
    day = max(one.on for one in said)
    resolver, calendar = Resolver.of(conference.place, day), work_calendar()
    units = list(agencies_on(conference.place, day).values_list("name", flat=True))
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    for one in said:
        for promise in promises_in(one.words, since=one.on, units=units, **days):
            named = resolver.named(promise.unit) if promise.unit else None
            yield ProposedItem(
                NoticePart.ASSIGNED,
                promise.sentence[0].upper() + promise.sentence[1:],
                source=promise.sentence,
                question=one.question,
                agency=named or one.agency,
                due=promise.due,
            )


def _is_spoken(referral: Referral, turns: list[Turn]) -> bool:
    return referral.answer.given_in_hall or _had_turn(referral, turns, TurnState.ANSWERED)


def _in_writing(referral: Referral, turns: list[Turn]) -> bool:
    """Answered in writing and not in the hall, which did not put it off either."""
    return (
        referral.answer.state in APPROVED_STATES
        and not _is_spoken(referral, turns)
        and not _had_turn(referral, turns, TurnState.PUT_OFF)
    )


def _had_turn(referral: Referral, turns: list[Turn], state: TurnState) -> bool:
    return any((turn.question_id, turn.state) == (referral.question_id, state) for turn in turns)


def _said(turn: Turn) -> str:
    note = " ".join(mask(nfc(turn.note)).split())
    if turn.agency is None:
        return note
    if note:
        return f"{turn.agency} trả lời: {note}"
    return f"{turn.agency} đã trả lời tại hội nghị." if turn.question else ""


def _answered_on(referral: Referral) -> date:
    answer = referral.answer
    return timezone.localdate(answer.approved_at or answer.submitted_at or referral.referred_at)


def _asked(question: Question) -> str:
    wording = " ".join(mask(nfc(question.wording)).split())
    return wording if wording.endswith((".", "?", "!")) else f"{wording}."
